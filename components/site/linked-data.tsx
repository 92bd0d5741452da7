import type { LinkedArgument, LinkedThread } from "#lib/feeds/linked-data";
import { inScript } from "#lib/text/json";

/** What programs read of a page: data, which no browser runs. */
export function LinkedData({ of }: { of: LinkedThread | LinkedArgument }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: as text its quotation marks would be escaped, and it would be no JSON
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: inScript(of) }} />;
}
