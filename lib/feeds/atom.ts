/** A thread's feed in Atom 1.0 (RFC 4287): what was said last, each entry known for good by its argument's id. */
import { ATOM } from "#lib/feeds/link";
import { attributes, escapeXml, XML_DECLARATION } from "#lib/maps/xml";
import { paths } from "#lib/paths";
import type { SourceKind } from "#lib/sources/view";

export interface FeedView {
  id: string;
  slug: string;
  question: string;
  background: string | null;
  openedAt: Date;
  /** The last first. */
  entries: {
    id: string;
    number: number;
    claim: string;
    body: string | null;
    postedAt: Date;
    revisedAt: Date;
    author: string;
    stance: "PRO" | "CON" | null;
    quotations: { quote: string; title: string; kind: SourceKind }[];
  }[];
}

const element = (name: string, words: string, given: Parameters<typeof attributes>[0] = {}) =>
  `<${name}${attributes(given)}>${escapeXml(words)}</${name}>`;
const link = (rel: string, type: string, href: string) => `<link${attributes({ rel, type, href })}/>`;

/** What the parts are called. */
export type Words = Record<"PRO" | "CON" | "digest", string>;

/** `site`: the address under which everything stands. */
export function atomOf(feed: FeedView, site: string, words: Words): string {
  const quoted = ({ quote, title, kind }: FeedView["entries"][number]["quotations"][number]) =>
    `“${quote}” (${title}${kind === "DIGEST" ? `, ${words.digest}` : ""})`;
  const { id, slug, question, background, openedAt, entries } = feed;
  const updated = new Date(Math.max(openedAt.getTime(), ...entries.map(({ revisedAt }) => revisedAt.getTime())));
  const lines = [
    XML_DECLARATION,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">`,
    element("id", `urn:grounds:thread:${id}`),
    element("title", question),
    ...(background ? [element("subtitle", background)] : []),
    element("updated", updated.toISOString()),
    link("self", ATOM, site + paths.feed(slug)),
    link("alternate", "text/html", site + paths.thread(slug)),
    ...entries.flatMap(({ id, number, claim, body, postedAt, revisedAt, author, stance, quotations }) => [
      "<entry>",
      element("id", `urn:grounds:argument:${id}`),
      element("title", `#${number} ${claim}`),
      element("published", postedAt.toISOString()),
      element("updated", revisedAt.toISOString()),
      `<author>${element("name", author)}</author>`,
      link("alternate", "text/html", site + paths.argument(id)),
      ...(stance ? [`<category${attributes({ term: stance, label: words[stance] })}/>`] : []),
      element("content", [body, ...quotations.map(quoted)].filter(Boolean).join("\n\n"), {
        type: "text",
      }),
      "</entry>",
    ]),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}
