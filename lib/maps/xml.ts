/** XML, as far as the writers here need it. */

/** What XML 1.0 cannot hold in any form; the replacement character says that something stood there. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
  // Ends of lines in XML 1.1, which some readers of 1.0 take for such, too.
  "\u0085": "&#133;",
  "\u2028": "&#8232;",
};

/** A text as XML can hold it. */
export const inXml = (text: string): string => text.replace(FORBIDDEN, "\ufffd");

/** Nothing to escape: most of what is written is so, and looking is faster than replacing. */
const PLAIN = /^[ !#-%(-;=?-~]*$/;

/** Text for an element or a quoted attribute; line breaks survive in both. */
export const escapeXml = (text: string): string =>
  PLAIN.test(text) ? text : inXml(text).replace(/[&<>"'\t\n\r\u0085\u2028]/g, (sign) => ENTITIES[sign] ?? sign);

/** ` name="value"` for each that has a value. Names are ours. */
export function attributes(given: Record<string, string | number | null | undefined>): string {
  let written = "";
  for (const name in given) {
    const value = given[name];
    if (value === null || value === undefined) continue;
    written += ` ${name}="${typeof value === "number" ? value : escapeXml(value)}"`;
  }
  return written;
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
