/** What there is to see of a class's rounds. */
import { readBones } from "#lib/arguments/queries/skeleton";
import { placesOf } from "#lib/arguments/tree";
import type { Stance } from "#lib/arguments/view";
import type { Speech, Timing } from "#lib/classes/round";
import type { RoundFormat } from "#lib/classes/round-formats";
import { mayNote, mayRunRound, mayTakeNoteBack } from "#lib/classes/round-policy";
import { type RanClock, roundAt, timingOf } from "#lib/classes/round-reach";
import { db } from "#lib/db";
import { classesOf, isTeacher, mustPostFirst, type Viewer } from "#lib/users/viewer";
import { Missing, type Verdict } from "#lib/verdict";

export interface NoteView {
  id: string;
  /** The place of its speech. */
  speech: number;
  side: Stance | null;
  text: string;
  /** The argument in whose row it stands; null begins a row. */
  answers: string | null;
  /** Whether this viewer may take it back. */
  mayTakeBack: boolean;
  /** Who wrote it, for those who teach; to everybody else a note has no author. */
  by: string | null;
}

export interface RoundView extends Timing, RanClock {
  id: string;
  class: { slug: string; name: string };
  thread: { id: string; slug: string; question: string };
  format: RoundFormat;
  speeches: Speech[];
  /** Milliseconds since 1970. */
  openedAt: number;
  /** By the database, when this was read. */
  now: number;
  /** The number of its thread's latest event. */
  latest: number;
  notes: NoteView[];
  mayRun: Verdict;
  mayNote: Verdict;
  /** Who alone notes what is said, for those who teach; null is everybody. */
  recorder: string | null;
}

/** A round with its clock and what is noted in it, in three queries. @throws Missing */
export async function getRound(viewer: Viewer, classSlug: string, id: string): Promise<RoundView> {
  const row = await db().liveRound.findFirst({
    where: roundAt(viewer, classSlug, id),
    select: {
      ...{ classId: true, format: true, speeches: true, prepSeconds: true, recorderId: true, openedAt: true },
      class: { select: { slug: true, name: true } },
      thread: { select: { id: true, slug: true, question: true } },
      recorder: { select: { name: true } },
      acts: { select: { act: true, at: true }, orderBy: { ordinal: "asc" } },
    },
  });
  if (!row) throw new Missing();
  const { classId, thread, recorderId } = row;
  const teaches = isTeacher(viewer, classId);
  const [[told], notes] = await Promise.all([
    db().$queryRaw<{ now: Date; latest: number }[]>`
      SELECT now(), coalesce(max(number), 0)::int AS latest FROM events WHERE stream = ${thread.id}`,
    db().roundNote.findMany({
      where: {
        ...{ roundId: id, takenBackAt: null, argumentId: null },
        ...(mustPostFirst(viewer, thread.id) && { authorId: viewer?.id ?? "" }),
      },
      select: {
        ...{ id: true, speech: true, side: true, text: true, authorId: true, answersId: true },
        author: { select: { name: true } },
      },
      orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
    }),
  ]);
  return {
    ...{ id, class: row.class, thread, format: row.format as RoundFormat, ...timingOf(row) },
    openedAt: row.openedAt.getTime(),
    now: told?.now.getTime() ?? Date.now(),
    latest: told?.latest ?? 0,
    notes: notes.map(({ authorId, author, answersId, ...note }) => ({
      ...note,
      // To whom what it answers is not there, it begins a row.
      answers: answersId,
      mayTakeBack: mayTakeNoteBack(viewer, { classId, authorId }).ok,
      by: teaches ? author.name : null,
    })),
    mayRun: mayRunRound(viewer, { classId }),
    mayNote: mayNote(viewer, { classId, recorderId }),
    recorder: teaches ? (row.recorder?.name ?? null) : null,
  };
}

export interface RoundInList {
  id: string;
  format: RoundFormat;
  openedAt: string;
  thread: { slug: string; question: string };
}

const SHOWN_MAX = 100;

/** A class's rounds, newest first; none where the class is not the viewer's. */
export async function listRounds(viewer: Viewer, classSlug: string): Promise<RoundInList[]> {
  const rows = await db().liveRound.findMany({
    where: { class: { slug: classSlug, id: { in: classesOf(viewer) } } },
    select: { id: true, format: true, openedAt: true, thread: { select: { slug: true, question: true } } },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    take: SHOWN_MAX,
  });
  return rows.map(({ format, openedAt, ...row }) => ({
    ...row,
    format: format as RoundFormat,
    openedAt: openedAt.toISOString(),
  }));
}

export interface RoundChoices {
  class: { slug: string; name: string };
  verdict: Verdict;
  threads: { slug: string; question: string }[];
  /** Who might note what is said. */
  people: { handle: string; name: string }[];
}

/** What a new round may be made of. @throws Missing */
export async function getRoundChoices(viewer: Viewer, classSlug: string): Promise<RoundChoices> {
  const row = await db().class.findFirst({
    where: { slug: classSlug, id: { in: classesOf(viewer) } },
    select: {
      ...{ id: true, slug: true, name: true },
      threads: { select: { slug: true, question: true }, orderBy: { openedAt: "desc" } },
      enrolments: {
        where: { removedAt: null },
        select: { user: { select: { handle: true, name: true } } },
        orderBy: { user: { name: "asc" } },
      },
    },
  });
  if (!row) throw new Missing();
  const { id, slug, name, threads, enrolments } = row;
  const verdict = mayRunRound(viewer, { classId: id });
  const people = verdict.ok ? enrolments.map(({ user }) => user) : [];
  return { class: { slug, name }, verdict, threads, people };
}

/** A note that somebody is about to cite a passage for, and how it answers what it answers. @throws Missing */
export async function getNote(viewer: Viewer, classSlug: string, roundId: string, noteId: string) {
  const { thread, notes, class: room } = await getRound(viewer, classSlug, roundId);
  const note = notes.find(({ id }) => id === noteId);
  if (!note) throw new Missing();
  const home = note.answers === null ? undefined : placesOf(await readBones(viewer, thread)).get(note.answers);
  const parent = home ? (note.answers ?? undefined) : undefined;
  const against = home !== undefined && home.side !== note.side;
  return { thread, class: room, note, parent, stance: home ? (against ? "CON" : "PRO") : note.side } as const;
}
