/**
 * A snapshot in the form of Kialo's text export of 2025: a label and a claim for each place, indented by depth and
 * numbered, then the sources with their quotations. A second place refers to the first. Lines end with CRLF.
 *
 * Kialo knows a claim's own children alone, so that an answer to relevance or evidence is a plain Con or Pro.
 */
import { type Branch, outline } from "#lib/arguments/tree";
import { joined } from "#lib/maps/joined";
import { cited, proofLines, said } from "#lib/maps/said";
import type { Snapshot, SnapshotArgument, SnapshotLink } from "#lib/maps/snapshot";

/** A number grows with each level, so that a chain of thousands would be mostly numbers; what is deeper stands here. */
const DEEPEST = 40;

/** The format's own words, in whatever language people write. */
const LABEL = { PRO: "Pro", CON: "Con" } as const;

const oneLine = (text: string) => text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();

/** On one line, with what Kialo reads as a link, a mark or a reference escaped. */
const escaped = (text: string) =>
  oneLine(text)
    .replace(/[\\[\]()]/g, "\\$&")
    .replace(/^-> /, "-\\> ");

type Bough = Branch<SnapshotArgument, SnapshotLink>;

interface Place {
  branch: Bough;
  number: string;
  depth: number;
}

/** Everything below, for the deepest level, where it stands beside what it answers. */
function flat(branches: Bough[]): Bough[] {
  const all = [...branches];
  for (const { answers } of all) all.push(...answers);
  return all.map((branch) => ({ ...branch, answers: [] }));
}

/** Every place with its number, in reading order. */
function placesOf(top: Bough[]): Place[] {
  const places: Place[] = [];
  const open: Place[] = [];
  const below = (branches: Bough[], number: string, depth: number) => {
    for (let i = branches.length; i > 0; i -= 1)
      open.push({ branch: branches[i - 1] as Bough, number: `${number}${i}.`, depth });
  };
  below(top, "1.", 1);
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    places.push(place);
    const { branch, number, depth } = place;
    const answers = depth + 1 < DEEPEST ? branch.answers : flat(branch.answers);
    below(answers, number, depth + 1);
  }
  return places;
}

function* linesOf(snapshot: Snapshot): Generator<string> {
  const { thread } = snapshot;
  const places = placesOf(outline(snapshot));
  const homes = new Map<SnapshotArgument, string>();
  for (const { branch, number } of places) if (!branch.again) homes.set(branch.argument, number);
  let sources = 0;
  yield* ["Discussion Name:", oneLine(thread.question), ""];
  yield* ["1. Thesis:", escaped(thread.thesis ?? thread.question), ""];
  for (const { branch, number, depth } of places) {
    const { argument } = branch;
    const pad = "  ".repeat(depth);
    const marks = branch.again ? "" : argument.citations.map(() => ` [${++sources}]`).join("");
    const text = branch.again ? `-> See ${homes.get(argument)}` : `${escaped(said(argument))}${marks}`;
    yield `${pad}${number} ${LABEL[branch.link.stance]}:\r\n${pad}${text}\r\n`;
  }
  yield "Sources:";
  // Once more through the same places, so that no quotation has to be kept until it is its turn.
  let number = 0;
  const source = (url: string, quote: string) => `[${++number}] ${oneLine(url)}\r\n"${oneLine(quote)}"`;
  for (const { branch } of places)
    for (const citation of branch.again ? [] : branch.argument.citations) {
      const { address, versionUrl, quote } = cited(snapshot, citation);
      yield source(address ?? versionUrl, quote);
    }
  yield source(thread.url, proofLines(snapshot).join("; "));
}

export const toKialo = (snapshot: Snapshot): string => `${joined(linesOf(snapshot), "\r\n")}\r\n`;
