/**
 * A snapshot's arguments in reading order, for writers of nested text: strands, in which each argument is
 * followed by its answers. The first strand answers the question. What is nested too deep to be read goes on in a
 * strand of its own; the last strand holds what answers nothing any more, since all its links have ended.
 */
import { type Branch, type Debate, outline, wired } from "#lib/arguments/tree";
import type { Snapshot, SnapshotArgument, SnapshotLink } from "#lib/maps/snapshot";

/** Deeper, a page of text has no room left beside its margin; readers of Argdown give up at some two hundred. */
const NESTED_MAX = 12;

export interface Item {
  argument: SnapshotArgument;
  /** null where the argument answers nothing. */
  link: SnapshotLink | null;
  /** From 0 in each strand. */
  depth: number;
  /** Its home is elsewhere; here it is a reference. */
  again: boolean;
  /** Its answers are a strand of their own. */
  continued: boolean;
}

export interface Strand {
  /** What its items of depth 0 answer. */
  answers: "QUESTION" | "NOTHING" | SnapshotArgument;
  items: Item[];
}

type Bough = Branch<SnapshotArgument, SnapshotLink>;

export function readingOrder(snapshot: Snapshot): Strand[] {
  const top = wholeOutline(snapshot);
  const waiting: { answers: Strand["answers"]; branches: Bough[] }[] = [
    { answers: "QUESTION", branches: top.filter(({ link }) => !isStandIn(link)) },
    { answers: "NOTHING", branches: top.filter(({ link }) => isStandIn(link)) },
  ];
  const strands: Strand[] = [];
  for (const { answers, branches } of waiting) {
    const items: Item[] = [];
    const open: { branch: Bough; depth: number }[] = [];
    const follow = (answers: Bough[], depth: number) => {
      for (let i = answers.length - 1; i >= 0; i -= 1) open.push({ branch: answers[i] as Bough, depth });
    };
    follow(branches, 0);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { branch, depth } = next;
      const { argument } = branch;
      const link = isStandIn(branch.link) ? null : branch.link;
      const continued = depth + 1 === NESTED_MAX && branch.answers.length > 0;
      items.push({ argument, link, depth, again: branch.again, continued });
      if (continued) waiting.push({ answers: argument, branches: branch.answers });
      else follow(branch.answers, depth + 1);
    }
    if (items.length > 0) strands.push({ answers, items });
  }
  return strands;
}

/** The outline with what answers nothing any more at its end, by links that `isStandIn` tells from others. */
export function wholeOutline(debate: Debate<SnapshotArgument, SnapshotLink>): Bough[] {
  const known = wired(debate);
  const linked = new Uint8Array(known.all.length);
  for (const { child } of known.steps) linked[child] = 1;
  const loose = known.all.filter((_, i) => !linked[i]).map(({ id }) => standIn(id));
  if (loose.length === 0) return outline(known);
  const top = outline({ arguments: known.arguments, links: [...known.links, ...loose] });
  return [...top.filter(at(false)), ...top.filter(at(true))];
}

const at =
  (loose: boolean) =>
  ({ link }: { link: SnapshotLink }) =>
    isStandIn(link) === loose;

/** What has no link is handed to the outline as if it answered the question, so that its own answers find it. */
function standIn(child: string): SnapshotLink {
  const aim = { parent: null, stance: "PRO", target: "CLAIM", targetCitation: null, targetLink: null } as const;
  return { id: "", child, ...aim, concession: false, startedAt: "" };
}

export const isStandIn = (link: SnapshotLink) => link.id === "";
