/** How other sites show a thread (oEmbed 1.0, of the kind "rich"): a frame with its outline, and where it is from. */
import type { Way } from "#lib/feeds/embed";
import { PICTURE } from "#lib/feeds/preview";
import type { ThreadCard } from "#lib/feeds/queries";
import { words } from "#lib/feeds/words";
import { attributes } from "#lib/maps/xml";
import { paths } from "#lib/paths";

/** A column of a newspaper twice, and as high as the heads of both columns and two answers to each. */
const FRAME = { width: 720, height: 560 };
/** Smaller, no claim can be read. */
const LEAST = 240;
/** A day: who has asked may show it so long without asking again. */
const AGE_SECONDS = 24 * 60 * 60;

/** The thread at an address of this site, whichever view of it, and how it is framed; null for any other address. */
export function threadAt(address: string, site: string): { slug: string; way: Way } | null {
  const url = URL.parse(address);
  if (url === null || url.origin !== new URL(site).origin || url.username || url.password) return null;
  const [, slug, view] = /^\/t\/(?!new$)([a-z0-9-]{1,120})(?:\/([a-z]+))?$/.exec(url.pathname) ?? [];
  return slug === undefined ? null : { slug, way: view === "map" ? "map" : "outline" };
}

/** What one pastes into a page to show a thread there. */
export function frameOf(
  { slug, question }: Pick<ThreadCard, "slug" | "question">,
  site: string,
  way: Way,
  size: { width: number | string; height: number } = { ...FRAME, width: "100%" },
): string {
  const title = words("frame", { question });
  const frame = {
    src: site + (way === "map" ? paths.embedMap(slug) : paths.embed(slug)),
    ...size,
    title,
    loading: "lazy",
    frameborder: 0,
  };
  return `<iframe${attributes(frame)} sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
}

/** Both ways, as wide as the page that shows it. */
export const framesOf = (card: Pick<ThreadCard, "slug" | "question">, site: string): Record<Way, string> => ({
  outline: frameOf(card, site, "outline"),
  map: frameOf(card, site, "map"),
});

export interface Bounds {
  maxwidth?: number;
  maxheight?: number;
}

export function oembedOf(card: Pick<ThreadCard, "slug" | "question">, site: string, way: Way, bounds: Bounds) {
  const within = (length: number, most = length) => Math.max(LEAST, Math.min(length, most));
  const width = within(FRAME.width, bounds.maxwidth);
  const height = within(FRAME.height, bounds.maxheight);
  return {
    version: "1.0",
    type: "rich",
    title: card.question,
    provider_name: words("name"),
    provider_url: site,
    cache_age: AGE_SECONDS,
    thumbnail_url: site + paths.picture(card.slug),
    thumbnail_width: PICTURE.width,
    thumbnail_height: PICTURE.height,
    html: frameOf(card, site, way, { width, height }),
    width,
    height,
  };
}
