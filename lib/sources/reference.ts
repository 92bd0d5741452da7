/** A stored source as one refers to it: what was claimed of it, when it was taken, and where it is kept here. */
import { createTranslator } from "use-intl/core";
import { paths } from "#lib/paths";
import { type CslItem, cslDate } from "#lib/sources/csl";
import type { SourceKind } from "#lib/sources/view";
import messages from "#messages/en" with { type: "json" };

/** References are written in one language, whoever reads them. */
const words = createTranslator({ locale: "en-GB", messages, namespace: "bibliography" });

interface Stored {
  slug: string;
  kind: SourceKind;
  /** As its verb stored it. */
  csl: unknown;
  broughtAt: Date;
}

/** A digest says so, and is found here alone: the article's own address would lead to other words. */
export function referenceTo({ slug, kind, csl, broughtAt }: Stored, appUrl: string): CslItem {
  const { URL, ...claimed } = csl as CslItem;
  return {
    ...claimed,
    ...(kind === "DIGEST" ? { genre: words("digest") } : URL && { URL }),
    accessed: cslDate(broughtAt.toISOString().slice(0, 10)),
    archive_location: `${appUrl}${paths.source(slug)}`,
  };
}
