/**
 * A snapshot as a mind map of Freeplane and FreeMind (.mm). Each argument is a node, its quotations are nodes below it
 * that lead to the source, and a second place is an arrow to what is answered there.
 */
import { joined } from "#lib/maps/joined";
import { nested } from "#lib/maps/nested";
import { type Item, readingOrder, type Strand } from "#lib/maps/reading-order";
import { cited, proofLines, relationOf, said } from "#lib/maps/said";
import type { Snapshot, SnapshotLink } from "#lib/maps/snapshot";
import { words } from "#lib/maps/words";
import { attributes, XML_DECLARATION } from "#lib/maps/xml";
import { plainTextOf } from "#lib/text/document";

const ICON = { PRO: "button_ok", CON: "button_cancel" } as const;
/** The stance colours of the light theme. */
const COLOUR = { PRO: "#0c8391", CON: "#c5560f" } as const;

/** The links of each argument, by its id. */
type Places = ReadonlyMap<string, SnapshotLink[]>;

const property = (name: string, value: string) => `<attribute${attributes({ NAME: name, VALUE: value })}/>`;

function openingOf({ argument, link, depth }: Item, snapshot: Snapshot, places: Places, indent: string): string[] {
  const { id, number, url, state, author, postedAt, body } = argument;
  const isTop = depth === 0 && link !== null && link.parent === null;
  const place = isTop ? (link.stance === "PRO" ? "right" : "left") : null;
  const head = {
    TEXT: `#${number} ${said(argument)}`,
    ID: `ID_${id}`,
    LINK: url,
    POSITION: place,
    COLOR: link && COLOUR[link.stance],
  };
  const facts = { state, author: author.name, posted: postedAt, ...(body && { elaboration: plainTextOf(body) }) };
  const aims = link ? { stance: link.stance, relation: relationOf(link), target: link.target } : {};
  // A second place has no node of its own: an arrow leads from here to what is answered there.
  const elsewhere = (places.get(id) ?? []).filter((other) => other !== link);
  return [
    `${indent}<node${attributes(head)}>`,
    ...(link ? [`${indent}  <icon BUILTIN="${ICON[link.stance]}"/>`] : []),
    ...elsewhere.map(({ parent, stance }) => {
      const arrow = { DESTINATION: parent === null ? "ID_question" : `ID_${parent}`, MIDDLE_LABEL: words(stance) };
      return `${indent}  <arrowlink${attributes(arrow)}/>`;
    }),
    ...Object.entries({ ...facts, ...aims }).map(([name, value]) => `${indent}  ${property(name, value)}`),
    ...argument.citations
      .map((citation) => cited(snapshot, citation))
      .map(({ quote, title, versionUrl }) => {
        return `${indent}  <node${attributes({ TEXT: `“${quote}” — ${title}`, LINK: versionUrl })}/>`;
      }),
  ];
}

function* strandOf({ items, answers }: Strand, snapshot: Snapshot, places: Places): Generator<string> {
  const homes = items.filter(({ again }) => !again);
  const write = { open: (item: Item, indent: string) => openingOf(item, snapshot, places, indent), close: "</node>" };
  if (answers === "QUESTION") return yield* nested(homes, 2, write);
  const text = answers === "NOTHING" ? words("loose") : words("answersTo", { number: answers.number });
  yield `    <node${attributes({ TEXT: text })}>`;
  yield* nested(homes, 3, write);
  yield "    </node>";
}

function* linesOf(snapshot: Snapshot): Generator<string> {
  const { thread } = snapshot;
  const places: Places = Map.groupBy(snapshot.links, ({ child }) => child);
  yield* [XML_DECLARATION, '<map version="1.0.1">'];
  for (const line of proofLines(snapshot)) yield `  <!-- ${line.replaceAll("--", "- -")} -->`;
  yield `  <node${attributes({ TEXT: thread.question, ID: "ID_question", LINK: thread.url })}>`;
  for (const strand of readingOrder(snapshot)) yield* strandOf(strand, snapshot, places);
  yield* ["  </node>", "</map>"];
}

export const toFreeplane = (snapshot: Snapshot): string => `${joined(linesOf(snapshot))}\n`;
