/** Words with those marked that a search asked for. */

export interface Segment {
  text: string;
  hit: boolean;
}

/** They stand in no text that is stored: control characters are refused on every way in. */
const OPEN = "\u0002";
const CLOSE = "\u0003";

/** For `ts_headline`: a claim or a title whole, and of anything longer the words around the first that were found. */
export const WHOLE = `HighlightAll=true,StartSel=${OPEN},StopSel=${CLOSE}`;
/** Some two lines. */
export const AROUND = `MaxFragments=1,MaxWords=36,MinWords=18,StartSel=${OPEN},StopSel=${CLOSE}`;

/** What `ts_headline` gave, cut where its marks are. */
export function segmentsOf(headline: string): Segment[] {
  const parts = headline.split(OPEN).flatMap((part) => part.split(CLOSE));
  return parts.map((text, i) => ({ text, hit: i % 2 === 1 })).filter(({ text }) => text !== "");
}

export const plain = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join("");
