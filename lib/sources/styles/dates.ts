/** Dates, as the styles write them: as much as is known. */
import type { CslDate, DateParts } from "#lib/sources/csl";

const MONTHS = "January February March April May June July August September October November December".split(" ");
/** Modern Language Association: months of more than four letters are cut. */
const SHORT_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split(" ");

export const UNDATED = "n.d.";

export const partsOf = (date: CslDate): DateParts => date["date-parts"][0];

export const yearOf = (date: CslDate | undefined): string => (date ? String(partsOf(date)[0]) : UNDATED);

/** "March 2, 2025". */
export function monthFirst(date: CslDate): string {
  const [year, month, day] = partsOf(date);
  return month ? `${MONTHS[month - 1]} ${day ? `${day}, ` : ""}${year}` : String(year);
}

/** "2025, March 2". */
export function yearFirst(date: CslDate): string {
  const [year, month, day] = partsOf(date);
  return month ? `${year}, ${MONTHS[month - 1]}${day ? ` ${day}` : ""}` : String(year);
}

/** "2 Mar. 2025". */
export function dayFirst(date: CslDate): string {
  const [year, month, day] = partsOf(date);
  return [day, month && SHORT_MONTHS[month - 1], year].filter((part) => part !== undefined).join(" ");
}

/** "3-2-2025", as on cards. */
export function numbered(date: CslDate): string {
  const [year, ...rest] = partsOf(date);
  return [...rest.filter((part) => part !== undefined), year].join("-");
}

/** "2025-03-02", or with another sign between. */
export function iso(date: CslDate, sign = "-"): string {
  const [year, ...rest] = partsOf(date).filter((part) => part !== undefined);
  return [String(year).padStart(4, "0"), ...rest.map((part) => String(part).padStart(2, "0"))].join(sign);
}
