/** What is known of a source, as an item of CSL-JSON 1.0.2: that part of it which sources carry and references show. */

/** A name in its parts, or as it was given where nobody may take it apart. */
export type CslName = { family: string; given?: string } | { literal: string };

/** Year, month and day; the last two may be unknown. */
export type DateParts = [year: number, month?: number, day?: number];

export interface CslDate {
  "date-parts": [DateParts];
}

export interface CslItem {
  id: string;
  type: string;
  title: string;
  author?: CslName[];
  "container-title"?: string;
  publisher?: string;
  "publisher-place"?: string;
  volume?: string;
  issue?: string;
  page?: string;
  issued?: CslDate;
  accessed?: CslDate;
  URL?: string;
  DOI?: string;
  /** What kind of text it is where the type does not say it: a digest. */
  genre?: string;
  language?: string;
  /** Where the text is kept here. */
  archive_location?: string;
  /** What else whoever reads the reference should know. */
  note?: string;
}

interface Described {
  id: string;
  title: string;
  outlet?: string | null;
  byline?: string | null;
  /** As `YYYY-MM-DD`. */
  publishedOn?: string | null;
  url?: string | null;
}

/** What was claimed about a text. A byline is kept as one literal name: it is not ours to parse. */
export function cslOf({ id, title, outlet, byline, publishedOn, url }: Described): CslItem {
  return {
    id,
    type: "article-newspaper",
    title,
    ...(outlet ? { "container-title": outlet } : {}),
    ...(byline ? { author: [{ literal: byline }] } : {}),
    ...(publishedOn ? { issued: cslDate(publishedOn) } : {}),
    ...(url ? { URL: url } : {}),
  };
}

/** A day as `YYYY-MM-DD`. */
export function cslDate(day: string): CslDate {
  const [year = 0, month, date] = day.split("-").map(Number);
  return { "date-parts": [[year, month, date]] };
}

/** The best address of a work: one that lasts, else its own, else ours. */
export function addressOf({ DOI, URL, archive_location }: CslItem): string | undefined {
  return DOI ? `https://doi.org/${DOI}` : (URL ?? archive_location);
}

/** Whether its title stands inside a larger work, which has a title of its own. */
export const isArticle = ({ type }: CslItem): boolean => type.startsWith("article-");
