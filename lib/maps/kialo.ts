/**
 * A snapshot in the form of Kialo's text export of 2025: a label and a claim for each place, indented by depth and
 * numbered, then the sources with their quotations. A second place refers to the first. Lines end with CRLF.
 *
 * Kialo knows a claim's own children alone, so that an answer to relevance or evidence is a plain Con or Pro.
 */
import { type Branch, outline } from "#lib/arguments/tree";
import { Pieces } from "#lib/maps/joined";
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

export function toKialo(snapshot: Snapshot): string {
  const { thread } = snapshot;
  const places = placesOf(outline(snapshot));
  const homes = new Map<SnapshotArgument, string>();
  for (const { branch, number } of places) if (!branch.again) homes.set(branch.argument, number);
  const claims = new Pieces("\r\n");
  const sources = new Pieces("\r\n");
  let count = 0;
  const source = (url: string, quote: string) => sources.add(`[${++count}] ${oneLine(url)}\r\n"${oneLine(quote)}"`);
  for (const line of ["Discussion Name:", oneLine(thread.question), ""]) claims.add(line);
  for (const line of ["1. Thesis:", escaped(thread.thesis ?? thread.question), ""]) claims.add(line);
  for (const { branch, number, depth } of places) {
    const { argument, link, again } = branch;
    const pad = "  ".repeat(depth);
    let text = again ? `-> See ${homes.get(argument)}` : escaped(said(argument));
    for (const citation of again ? [] : argument.citations) {
      const { address, versionUrl, quote } = cited(snapshot, citation);
      source(address ?? versionUrl, quote);
      text += ` [${count}]`;
    }
    claims.add(`${pad}${number} ${LABEL[link.stance]}:\r\n${pad}${text}\r\n`);
  }
  source(thread.url, proofLines(snapshot).join("; "));
  return `${claims.all()}\r\nSources:\r\n${sources.all()}\r\n`;
}
