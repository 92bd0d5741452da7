/**
 * How far somebody has come with what they were set to do, counted from what stands in the threads. What counts was
 * posted in the round, stands (nothing withdrawn, removed or waiting, nothing marked as unsupported), and is on one's
 * side; a concession is a point granted to the other side and counts for whoever grants it. Pure and linear.
 */
import { opposite, placesOf } from "#lib/arguments/tree";
import type { ArgumentState, Stance } from "#lib/arguments/view";
import { MEASURES, type Measure, type Round, sideIn } from "#lib/classes/assignment";

export interface Said {
  id: string;
  number: number;
  threadId: string;
  authorId: string;
  /** Milliseconds since 1970. */
  at: number;
  state: ArgumentState;
  /** Whether a mark says that its passage does not support it. */
  unsupported: boolean;
  /** What it stands on: slugs of sources, and passages whichever version they were cited from. */
  sources: readonly string[];
  passages: readonly string[];
  /** Whether it came with a copy or a file: it is there to be answered and nobody's work. */
  brought: boolean;
}

/** A living link. */
export interface Step {
  id: string;
  child: string;
  /** Null: the question. */
  parent: string | null;
  stance: Stance;
  concession: boolean;
  /** Milliseconds since 1970. */
  startedAt: number;
}

/** All that was said in an assignment's threads. */
export interface Log {
  said: readonly Said[];
  steps: readonly Step[];
}

export type Uncounted = Exclude<ArgumentState, "VISIBLE"> | "unsupported" | "wrong-side" | "early";

/** One thing that is asked for: how much of it is there, and what shows it. */
export interface Count {
  measure: Measure;
  asked: number;
  done: number;
  /** The arguments that it is counted from, by number. */
  by: number[];
}

export interface Progress {
  /** What is asked for, in order; nothing else. */
  counts: Count[];
  finished: boolean;
  begun: boolean;
  uncounted: { id: string; number: number; why: Uncounted }[];
  /** The numbers of what counts and came after the time. */
  late: number[];
}

export interface Pupil {
  id: string;
  /** For the first round. */
  side: Stance | null;
}

/** Reads the log once; then asks for anybody's progress in any round of it. */
export function progressIn({ said, steps }: Log, rounds: readonly Round[]) {
  const all = new Map(said.map((one) => [one.id, one]));
  const homes = placesOf({ arguments: said, links: steps });
  const byAuthor = Map.groupBy(said, ({ authorId }) => authorId);
  const up = Map.groupBy(steps, ({ child }) => child);
  const down = Map.groupBy(
    steps.filter(({ parent }) => parent !== null),
    ({ parent }) => parent as string,
  );

  const conceded = (id: string) => (up.get(id) ?? []).some(({ concession }) => concession);

  /** The round that a moment belongs to: from its opening to the opening of the next, for what comes late. */
  const roundOf = (at: number) => rounds.findLast(({ opensAt }) => opensAt <= at)?.ordinal ?? 0;

  function whyNot(one: Said, side: Stance | null): Uncounted | null {
    if (one.state !== "VISIBLE") return one.state;
    if (one.unsupported) return "unsupported";
    const stands = homes.get(one.id)?.side;
    return side !== null && !conceded(one.id) && stands !== side ? "wrong-side" : null;
  }

  return (pupil: Pupil, round: Round): Progress => {
    const side = sideIn(round, pupil.side);
    const mine = (byAuthor.get(pupil.id) ?? []).filter(({ brought }) => !brought);
    const here = mine.filter(({ at }) => roundOf(at) === round.ordinal);
    const judged = here.map((one) => ({ one, why: whyNot(one, side) }));
    const counting = judged.filter(({ why }) => why === null).map(({ one }) => one);
    const counted = new Set(counting.map(({ id }) => id));

    /** Whether something answers what somebody else says on the other side, by opposing it. */
    const opposes = ({ parent, stance }: Step) => {
      const theirs = parent === null ? undefined : all.get(parent);
      if (!theirs || stance !== "CON" || theirs.authorId === pupil.id) return false;
      const where = homes.get(theirs.id)?.side;
      return side === null || where === opposite(side);
    };
    const answering = counting.filter(({ id }) => (up.get(id) ?? []).some(opposes));
    const conceding = counting.filter(({ id }) => conceded(id));
    const meeting = counting.flatMap(({ id }) =>
      (down.get(id) ?? [])
        .filter(({ stance, child }) => stance === "CON" && all.get(child)?.authorId !== pupil.id)
        .flatMap(({ child }) => {
          const met = (down.get(child) ?? []).find((step) => counted.has(step.child));
          return met ? [all.get(met.child) as Said] : [];
        }),
    );
    const distinct = (lists: readonly (readonly string[])[]) => new Set(lists.flat()).size;
    const numbers = (list: readonly Said[]) => [...new Set(list.map(({ number }) => number))];
    const figures: Record<Measure, [done: number, from: readonly Said[]]> = {
      arguments: [counting.length, counting],
      passages: [distinct(counting.map(({ passages }) => passages)), counting],
      articles: [distinct(counting.map(({ sources }) => sources)), counting],
      answers: [answering.length, answering],
      met: [meeting.length, meeting],
      concessions: [conceding.length, conceding],
    };
    const counts = MEASURES.filter((measure) => round.requires[measure] > 0).map((measure) => {
      const [done, from] = figures[measure];
      return { measure, asked: round.requires[measure], done, by: numbers(from) };
    });
    const early = mine.filter(({ at }) => round.ordinal === 1 && roundOf(at) === 0);
    return {
      counts,
      finished: counts.every(({ done, asked }) => done >= asked),
      begun: here.length > 0,
      uncounted: [
        ...early.map(({ id, number }) => ({ id, number, why: "early" as const })),
        ...judged.flatMap(({ one: { id, number }, why }) => (why === null ? [] : [{ id, number, why }])),
      ],
      late: counting.filter(({ at }) => at >= round.dueAt).map(({ number }) => number),
    };
  };
}
