/**
 * A snapshot in the form of Kialo's text export of 2025: a label and a claim for each place, indented by depth and
 * numbered, then the sources with their quotations. A second place refers to the first. Lines end with CRLF.
 *
 * Kialo knows a claim's own children alone, so that an answer to relevance or evidence is a plain Con or Pro.
 */
import { type Branch, outline } from "#lib/arguments/tree";
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

export function toKialo(snapshot: Snapshot): string {
  const { thread } = snapshot;
  const byId = new Map(snapshot.arguments.map((argument) => [argument.id, argument]));
  const places = placesOf(outline(snapshot));
  const homes = new Map(places.flatMap(({ branch, number }) => (branch.again ? [] : [[branch.argument.id, number]])));
  const sources: string[] = [];
  const cite = (url: string, quote: string) => {
    sources.push(`[${sources.length / 2 + 1}] ${oneLine(url)}`, `"${oneLine(quote)}"`);
    return `[${sources.length / 2}]`;
  };
  const lines = [
    "Discussion Name:",
    oneLine(thread.question),
    "",
    "1. Thesis:",
    escaped(thread.thesis ?? thread.question),
    "",
  ];
  for (const { branch, number, depth } of places) {
    const argument = byId.get(branch.argument.id);
    if (argument === undefined) continue;
    const pad = "  ".repeat(depth);
    const marks = branch.again ? [] : argument.citations.map((one) => cited(snapshot, one));
    const text = branch.again
      ? `-> See ${homes.get(argument.id)}`
      : [
          escaped(said(argument)),
          ...marks.map(({ address, versionUrl, quote }) => cite(address ?? versionUrl, quote)),
        ].join(" ");
    lines.push(`${pad}${number} ${LABEL[branch.link.stance]}:`, `${pad}${text}`, "");
  }
  cite(thread.url, proofLines(snapshot).join("; "));
  lines.push("Sources:", ...sources);
  return `${lines.join("\r\n")}\r\n`;
}
