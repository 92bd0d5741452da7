/**
 * What a thread stands on: which passages and sources carry it, how it is balanced, what nobody answered, who takes part.
 * All of it is of visible arguments. A side is for or against the question; a stance is toward what is answered.
 */
import { isDropped } from "#lib/arguments/dropped";
import type { Bone, Bones } from "#lib/arguments/queries/skeleton";
import { type Place, placesOf } from "#lib/arguments/tree";
import type { PersonRef, Stance } from "#lib/arguments/view";
import type { SourceRef } from "#lib/sources/view";

export type BySide = Record<Stance, number>;

/** One span of a visible argument's current revision. */
export interface Use {
  argument: string;
  citation: string;
  source: string;
  /** The same stretch of a source, whichever version it was cited from. */
  stretch: string;
}

export interface SourceShare {
  source: string;
  citations: number;
  /** Arguments that stand on it, by side; and those that stand on nothing else. */
  sides: BySide;
  alone: number;
}

export interface StretchShare {
  stretch: string;
  /** Arguments that stand on it, by number. */
  users: { id: string; number: number }[];
  stances: BySide;
}

/** A thread weighed: every list in full, the longest first. */
export interface Weighed {
  arguments: number;
  citations: number;
  sources: SourceShare[];
  stretches: StretchShare[];
  /** Of these, the ones on which arguments of both stances stand. */
  contested: StretchShare[];
  alone: number;
  turns: { turn: number; sides: BySide }[];
  unanswered: BySide;
  /** By number. */
  dropped: { id: string; side: Stance }[];
}

const none = (): BySide => ({ PRO: 0, CON: 0 });
const sum = ({ PRO, CON }: BySide) => PRO + CON;

/** As much of a thread as weighing needs. */
export type Weighable = Pick<Bones, "arguments" | "links"> & { thread: Pick<Bones["thread"], "dropped"> };

/** Linear in arguments, links and uses but for the sorting. */
export function weigh(bones: Weighable, uses: readonly Use[], now: Date): Weighed {
  const places = placesOf(bones);
  const visible = new Map(bones.arguments.filter(({ state }) => state === "VISIBLE").map((bone) => [bone.id, bone]));
  const standing = uses.filter(({ argument }) => visible.has(argument));
  const answered = new Set(bones.links.filter(({ child }) => visible.has(child)).map(({ parent }) => parent));
  const dropped = isDropped({ ...bones, dropped: bones.thread.dropped }, now);
  const unanswered = none();
  const turns = new Map<number, BySide>();
  for (const id of visible.keys()) {
    const place = places.get(id);
    if (!place) continue;
    if (!answered.has(id)) unanswered[place.side] += 1;
    const turn = turns.get(place.turn) ?? none();
    turn[place.side] += 1;
    turns.set(place.turn, turn);
  }
  const sourcesOf = Map.groupBy(standing, ({ argument }) => argument);
  const isAlone = (argument: string) => new Set(sourcesOf.get(argument)?.map(({ source }) => source)).size === 1;
  const stretches = stretchesOf(standing, visible, places);
  return {
    arguments: visible.size,
    citations: new Set(standing.map(({ citation }) => citation)).size,
    sources: sourceShares(standing, places, isAlone),
    stretches,
    contested: stretches.filter(({ stances }) => stances.PRO > 0 && stances.CON > 0),
    alone: [...visible.keys()].filter(isAlone).length,
    turns: [...turns].map(([turn, sides]) => ({ turn, sides })).sort((a, b) => a.turn - b.turn),
    unanswered,
    dropped: bones.arguments.flatMap(({ id }) => (dropped(id) ? [{ id, side: places.get(id)?.side ?? "PRO" }] : [])),
  };
}

type Places = ReadonlyMap<string, Pick<Place, "side"> & { link: { stance: Stance } }>;

function sourceShares(uses: readonly Use[], places: Places, isAlone: (id: string) => boolean): SourceShare[] {
  const shares = Map.groupBy(uses, ({ source }) => source);
  return Array.from(shares, ([source, its]) => {
    const sides = none();
    const standing = new Set(its.map(({ argument }) => argument));
    for (const id of standing) sides[places.get(id)?.side ?? "PRO"] += 1;
    const citations = new Set(its.map(({ citation }) => citation)).size;
    return { source, citations, sides, alone: [...standing].filter(isAlone).length };
  }).sort((a, b) => b.citations - a.citations || (a.source < b.source ? -1 : 1));
}

function stretchesOf(uses: readonly Use[], visible: ReadonlyMap<string, Bone>, places: Places): StretchShare[] {
  const shares = Map.groupBy(uses, ({ stretch }) => stretch);
  return Array.from(shares, ([stretch, its]) => {
    const stances = none();
    const users = [...new Set(its.map(({ argument }) => argument))].map((id) => ({
      id,
      number: visible.get(id)?.number ?? 0,
    }));
    for (const { id } of users) stances[places.get(id)?.link.stance ?? "PRO"] += 1;
    return { stretch, users: users.sort((a, b) => a.number - b.number), stances };
  }).sort((a, b) => sum(b.stances) - sum(a.stances) || (a.stretch < b.stretch ? -1 : 1));
}

// ---- What is shown of it ---------------------------------------------------------------------------

export interface PassageUse extends Omit<StretchShare, "stretch"> {
  id: string;
  quote: string;
  source: SourceRef;
  paragraph: number;
  /** Where it stands in the newest version, in code points; null where it stands there no more. */
  place: { from: number; to: number } | null;
}

export interface Challenge {
  kind: string;
  by: PersonRef;
  at: string;
  argument: { id: string; number: number; claim: string };
}

/** A list's beginning, and how long it is. */
export interface Begun<Item> {
  shown: Item[];
  total: number;
}

export interface Evidence {
  thread: Bones["thread"];
  arguments: number;
  citations: number;
  alone: number;
  unanswered: BySide;
  turns: Weighed["turns"];
  /** Arguments that cite words which moved or went in their source's newest version. */
  moved: number;
  orphaned: number;
  sources: Begun<Omit<SourceShare, "source"> & { id: string; source: SourceRef }>;
  passages: Begun<PassageUse>;
  contested: Begun<PassageUse>;
  dropped: Begun<{ id: string; side: Stance; number: number; claim: string; postedAt: string }>;
  /** Arguments with a mark on what they say now. */
  challenged: Begun<Challenge>;
  people: Begun<{ person: PersonRef; arguments: number }>;
}
