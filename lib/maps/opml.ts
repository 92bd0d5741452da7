/**
 * A snapshot as OPML 2.0 (http://opml.org/spec2.opml), which outliners read. A tree: an argument with a second place
 * is named there without its answers. `stance` and `relation` are attributes of our own, which the format allows.
 */
import { joined } from "#lib/maps/joined";
import { nested } from "#lib/maps/nested";
import { type Item, readingOrder, type Strand } from "#lib/maps/reading-order";
import { cited, labelOf, proofLines, relationOf, said } from "#lib/maps/said";
import type { Snapshot, SnapshotArgument, SnapshotLink } from "#lib/maps/snapshot";
import { words } from "#lib/maps/words";
import { attributes, escapeXml, XML_DECLARATION } from "#lib/maps/xml";
import { plainTextOf } from "#lib/text/document";

/** RFC 822, as OPML asks. */
const date = (time: string) => new Date(time).toUTCString();

function outlineOf(argument: SnapshotArgument, link: SnapshotLink | null): string {
  const { number, author, postedAt, url, body } = argument;
  const text = `#${number} ${said(argument)}`;
  return attributes({
    text: link ? `${labelOf(link)}: ${text}` : text,
    stance: link?.stance.toLowerCase(),
    relation: link && relationOf(link),
    author: author.name,
    created: date(postedAt),
    htmlUrl: url,
    _note: body && plainTextOf(body),
  });
}

function quotationsOf(argument: SnapshotArgument, snapshot: Snapshot, indent: string): string[] {
  return argument.citations.map((citation) => {
    const { quote, title, versionUrl } = cited(snapshot, citation);
    return `${indent}<outline${attributes({ text: `“${quote}” — ${title}`, type: "link", url: versionUrl })}/>`;
  });
}

function* strandOf({ items, answers }: Strand, snapshot: Snapshot): Generator<string> {
  const base = answers === "QUESTION" ? 3 : 4;
  if (answers !== "QUESTION") {
    const text = answers === "NOTHING" ? words("loose") : words("answersTo", { number: answers.number });
    yield `      <outline${attributes({ text })}>`;
  }
  const open = ({ argument, link, again }: Item, indent: string) => {
    if (again)
      return [`${indent}<outline${attributes({ text: `#${argument.number} ${said(argument)} (${words("again")})` })}>`];
    return [`${indent}<outline${outlineOf(argument, link)}>`, ...quotationsOf(argument, snapshot, `${indent}  `)];
  };
  yield* nested(items, base, { open, close: "</outline>" });
  if (answers !== "QUESTION") yield "      </outline>";
}

function* linesOf(snapshot: Snapshot): Generator<string> {
  const { thread, exportedAt } = snapshot;
  yield XML_DECLARATION;
  for (const line of proofLines(snapshot)) yield `<!-- ${line.replaceAll("--", "- -")} -->`;
  yield '<opml version="2.0">';
  yield `  <head><title>${escapeXml(thread.question)}</title><dateCreated>${date(exportedAt)}</dateCreated></head>`;
  yield "  <body>";
  yield `    <outline${attributes({ text: thread.question, htmlUrl: thread.url, _note: thread.background })}>`;
  for (const strand of readingOrder(snapshot)) yield* strandOf(strand, snapshot);
  yield* ["    </outline>", "  </body>", "</opml>"];
}

export const toOpml = (snapshot: Snapshot): string => `${joined(linesOf(snapshot))}\n`;
