/**
 * A snapshot in the form of Kialo's text export of 2025: a label and a claim for each place, indented by depth and
 * numbered, then the sources with their quotations. A second place refers to the first. Lines end with CRLF.
 *
 * Kialo knows a claim's own children alone, so that an answer to relevance or evidence is a plain Con or Pro.
 */
import { type Branch, outline } from "#lib/arguments/tree";
import { joined } from "#lib/maps/joined";
import { cited, proofLines, said } from "#lib/maps/said";
import type { Snapshot } from "#lib/maps/snapshot";

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

interface Place {
  branch: Branch;
  number: string;
  depth: number;
}

/** Everything below, for the deepest level, where it stands beside what it answers. */
function flat(branches: Branch[]): Branch[] {
  const all = [...branches];
  for (const { answers } of all) all.push(...answers);
  return all.map((branch) => ({ ...branch, answers: [] }));
}

/** Every place with its number, in reading order. */
function placesOf(top: Branch[]): Place[] {
  const places: Place[] = [];
  const below = (branches: Branch[], number: string, depth: number) =>
    branches.map((branch, i) => ({ branch, number: `${number}${i + 1}.`, depth })).reverse();
  const open = below(top, "1.", 1);
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    places.push(place);
    const { branch, number, depth } = place;
    const answers = depth + 1 < DEEPEST ? branch.answers : flat(branch.answers);
    open.push(...below(answers, number, depth + 1));
  }
  return places;
}

function* linesOf(snapshot: Snapshot): Generator<string> {
  const { thread } = snapshot;
  const byId = new Map(snapshot.arguments.map((argument) => [argument.id, argument]));
  const places = placesOf(outline(snapshot));
  const homes = new Map(places.flatMap(({ branch, number }) => (branch.again ? [] : [[branch.argument.id, number]])));
  let sources = 0;
  yield* ["Discussion Name:", oneLine(thread.question), ""];
  yield* ["1. Thesis:", escaped(thread.thesis ?? thread.question), ""];
  for (const { branch, number, depth } of places) {
    const argument = byId.get(branch.argument.id);
    if (argument === undefined) continue;
    const pad = "  ".repeat(depth);
    const marks = branch.again ? "" : argument.citations.map(() => ` [${++sources}]`).join("");
    const text = branch.again ? `-> See ${homes.get(argument.id)}` : `${escaped(said(argument))}${marks}`;
    yield `${pad}${number} ${LABEL[branch.link.stance]}:\r\n${pad}${text}\r\n`;
  }
  yield "Sources:";
  // Once more through the same places, so that no quotation has to be kept until it is its turn.
  let number = 0;
  const source = (url: string, quote: string) => `[${++number}] ${oneLine(url)}\r\n"${oneLine(quote)}"`;
  for (const { branch } of places)
    for (const citation of branch.again ? [] : (byId.get(branch.argument.id)?.citations ?? [])) {
      const { address, versionUrl, quote } = cited(snapshot, citation);
      yield source(address ?? versionUrl, quote);
    }
  yield source(thread.url, proofLines(snapshot).join("; "));
}

export const toKialo = (snapshot: Snapshot): string => `${joined(linesOf(snapshot), "\r\n")}\r\n`;
