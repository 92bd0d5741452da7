/** What programs show of a page beside a link to it: Open Graph and Twitter's card, the canonical address, the picture. */
import { env } from "#lib/env";
import type { alternatesOf } from "#lib/feeds/link";
import { words } from "#lib/feeds/words";
import { paths } from "#lib/paths";

/** What the services that show previews ask for. */
export const PICTURE = { width: 1200, height: 630 } as const;

interface Previewed {
  /** The page's own path. */
  path: string;
  title: string;
  description: string;
  /** Whose picture it is. */
  thread: { slug: string; question: string };
  /** What the page offers in other forms. */
  types?: ReturnType<typeof alternatesOf>;
}

/** For a page's metadata. */
export function previewOf({ path, title, description, thread, types }: Previewed) {
  const url = env().APP_URL + path;
  const image = { url: env().APP_URL + paths.picture(thread.slug), ...PICTURE, alt: thread.question };
  return {
    ...{ title, description },
    alternates: { canonical: url, types },
    openGraph: { type: "article" as const, siteName: words("name"), title, description, url, images: [image] },
    twitter: { card: "summary_large_image" as const, title, description, images: [image] },
  };
}
