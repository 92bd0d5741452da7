/** Sitemaps (sitemaps.org, 0.9): the pages that everybody may read, and where there are too many for one, a list of maps. */
import { escapeXml, XML_DECLARATION } from "#lib/maps/xml";

export interface Address {
  path: string;
  at: Date;
}

/** No sitemap may have more. */
export const SITEMAP_MAX = 50_000;

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** Maps are numbered from 1. */
const sitemapPath = (number: number) => `/sitemap/${number}.xml`;

export function sitemapOf(addresses: readonly Address[], site: string): string {
  const urls = addresses.map(
    ({ path, at }) => `<url><loc>${escapeXml(site + path)}</loc><lastmod>${at.toISOString()}</lastmod></url>`,
  );
  return [XML_DECLARATION, `<urlset xmlns="${NAMESPACE}">`, ...urls, "</urlset>", ""].join("\n");
}

export function sitemapIndexOf(maps: number, site: string): string {
  const all = Array.from(
    { length: maps },
    (_, i) => `<sitemap><loc>${escapeXml(site + sitemapPath(i + 1))}</loc></sitemap>`,
  );
  return [XML_DECLARATION, `<sitemapindex xmlns="${NAMESPACE}">`, ...all, "</sitemapindex>", ""].join("\n");
}
