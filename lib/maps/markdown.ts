/**
 * A snapshot as a Markdown outline (CommonMark) for reading, printing and word processors: the question with the
 * passage that raised it, what is said for and against it, each argument with its quotations and its answers below,
 * the sources, and what identifies this copy. It is a tree: an argument with a second place is named there again.
 */
import { joined } from "#lib/maps/joined";
import { type Item, readingOrder, type Strand } from "#lib/maps/reading-order";
import { goneOf, labelOf, partOf } from "#lib/maps/said";
import type { Snapshot, SnapshotArgument, SnapshotSource } from "#lib/maps/snapshot";
import { words } from "#lib/maps/words";
import { anchors } from "#lib/paths";
import type { PassageView } from "#lib/sources/view";
import { allowedLink } from "#lib/text/links";
import { inertMarkdown, markdownOf } from "#lib/text/markdown";

/** The same where it opens a line, and a dash or a number would open a list. */
const opening = (text: string) =>
  inertMarkdown(text)
    .replace(/^[-+=:%]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");

/** A link, where the address is one that a reader may follow; otherwise the label alone. */
function linked(label: string, address: string): string {
  const target = allowedLink(address)?.replace(/[()&]/g, (c) => ENCODED[c] ?? c);
  return target === undefined ? inertMarkdown(label) : `[${inertMarkdown(label)}](${target})`;
}
const ENCODED: Record<string, string> = { "(": "%28", ")": "%29", "&": "&amp;" };

const day = (time: string) => time.slice(0, 10);

const indented = (depth: number, block: string) => block.replace(/^(?=.)/gm, "  ".repeat(depth));

/** The words in quotation marks, with what was left out between them, and below them where they stand. */
function quotation(passage: PassageView & { state?: string }, sources: SnapshotSource[]): string {
  const { source, version, spans, state = "VERBATIM" } = passage;
  const quote = spans
    .map((span) => {
      const gap = span.gapWords > 0 ? `\\[${words("gap", { count: span.gapWords })}\\] ` : "";
      return `${gap}“${inertMarkdown(span.quote)}”`;
    })
    .join(" ");
  const numbers = [...new Set(spans.map(({ paragraph }) => paragraph))];
  const stretch = { from: spans[0]?.start ?? 0, to: spans.at(-1)?.end ?? 0 };
  const url = sources.find(({ slug }) => slug === source.slug)?.url ?? "";
  const place = [
    linked(source.title, `${url}#${anchors.stretch(stretch)}`),
    words("kind", { kind: source.kind }),
    words("paragraphs", { count: numbers.length, list: numbers.join(", ") }),
    words("version", { number: version }),
    words("anchor", { state }),
  ];
  return `> ${quote}\n>\n> — ${place.filter((part) => part !== "").join(", ")}`;
}

/** What is said of an argument in one line: number, stance, claim, author, day. */
function headOf({ argument, link, again }: Item): string {
  const label = link && `**${labelOf(link)}:**`;
  const { claim, state, author, postedAt, revisedAfterAnswers } = argument;
  const signs = [inertMarkdown(author.name), day(postedAt), revisedAfterAnswers ? words("revised") : ""];
  const said = claim === null ? `*${goneOf(state)}*` : inertMarkdown(claim);
  const rest = again ? `${said} *${words("again")}*` : `${said} — ${signs.filter((sign) => sign !== "").join(", ")}`;
  return [linked(`#${argument.number}`, argument.url), label, rest].filter((part) => part !== null).join(" ");
}

function blocksOf(argument: SnapshotArgument, sources: SnapshotSource[]): string[] {
  const { body, citations, marks, tombstone } = argument;
  return [
    ...(tombstone?.reason ? [words("reason", { reason: inertMarkdown(tombstone.reason) })] : []),
    ...(body === null ? [] : [markdownOf(body)]),
    ...citations.map((citation) => quotation(citation, sources)),
    ...marks.map(({ kind, note, by }) => {
      const values = { by: inertMarkdown(by.name), kind: inertMarkdown(kind) };
      return note === null ? words("mark", values) : words("markWithNote", { ...values, note: inertMarkdown(note) });
    }),
  ];
}

function itemOf(item: Item, sources: SnapshotSource[]): string {
  const { argument, depth, again, continued } = item;
  const blocks = [
    headOf(item),
    ...(again ? [] : blocksOf(argument, sources)),
    ...(continued ? [`*${words("continued", { number: argument.number })}*`] : []),
  ];
  return indented(depth, `- ${indented(1, blocks.join("\n\n")).trimStart()}`);
}

function headingOf({ answers }: Strand, { link }: Item): string {
  if (answers === "NOTHING" || link === null) return words("loose");
  return answers === "QUESTION" ? words(link.stance) : words("answersTo", { number: answers.number });
}

/** What answers the question is parted by stance, Pro first; every other strand is one section. */
function* sectionsOf(strand: Strand, sources: SnapshotSource[]): Generator<string> {
  const sections = new Map<string, Item[]>(strand.answers === "QUESTION" ? [[words("PRO"), []]] : []);
  let section: Item[] = [];
  for (const item of strand.items) {
    if (item.depth === 0) {
      const heading = headingOf(strand, item);
      section = sections.get(heading) ?? [];
      sections.set(heading, section);
    }
    section.push(item);
  }
  for (const [heading, items] of sections) {
    if (items.length > 0) yield `## ${heading}`;
    for (const item of items) yield itemOf(item, sources);
  }
}

function sourceOf({ title, kind, outlet, byline, publishedOn, address, versions, url }: SnapshotSource): string {
  const facts = [linked(title, url), words("kind", { kind }), byline, outlet, publishedOn].map((fact, i) =>
    i < 2 ? fact : fact && inertMarkdown(fact),
  );
  const line = [...facts, address && linked(address, address)].filter(Boolean).join(", ");
  const hashes = versions.map(({ number, sha256 }) => `  - ${words("sourceVersion", { number, hash: sha256 })}`);
  return [`- ${line}`, ...hashes].join("\n");
}

function* blocksIn(snapshot: Snapshot): Generator<string> {
  const { thread, sources, exportedAt, hash } = snapshot;
  yield `# ${inertMarkdown(thread.question)}`;
  if (thread.thesis !== null) yield `**${words("thesis")}:** ${inertMarkdown(thread.thesis)}`;
  yield `${words("raisedBy")}:`;
  yield quotation(thread.raisedBy, sources);
  yield* (thread.background ?? "")
    .split(/\n{2,}/)
    .map(opening)
    .filter((block) => block !== "");
  for (const strand of readingOrder(snapshot)) yield* sectionsOf(strand, sources);
  yield `## ${words("sources")}`;
  yield* sources.map(sourceOf);
  yield `## ${words("copy")}`;
  yield `- ${words("thread", { url: linked(thread.url, thread.url) })}\n- ${words("taken", { time: exportedAt })}\n- ${words("hash", { hash })}${snapshot.selection ? `\n- ${partOf(snapshot.selection)}` : ""}`;
}

export const toMarkdown = (snapshot: Snapshot): string => `${joined(blocksIn(snapshot), "\n\n")}\n`;
