/** What is noted of a speech while it is given. A note is no argument: it becomes one when somebody cites a passage. */
import { type Posted, postIn } from "#lib/arguments/commands/post";
import { reachArgument } from "#lib/arguments/reach";
import type { PostArgument } from "#lib/arguments/schema";
import { clockAt } from "#lib/classes/round";
import { mayNote, mayTakeNoteBack } from "#lib/classes/round-policy";
import { type ReachedRound, reachRound } from "#lib/classes/round-reach";
import type { WriteNote } from "#lib/classes/round-schema";
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { newId } from "#lib/text/id";
import { mustPostFirst, type Person, type Viewer } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";

/**
 * Notes a line in the speech that the writer's screen shows, on that speech's side. What the same person has noted
 * there already in the same words is noted once. It stands in the row of what it answers, or begins one.
 * @throws Missing, also of what it answers; Refused "recorder-only", "speech-ahead"
 */
export async function writeNote(
  viewer: Person,
  classSlug: string,
  roundId: string,
  { text, speech, answers }: WriteNote,
  moment: { at?: Date } = {},
): Promise<{ id: string }> {
  return transact(async (tx, at) => {
    const round = await reachRound(tx, viewer, classSlug, roundId);
    must(mayNote(viewer, round));
    const given = round.speeches[speech];
    // Of a speech that is over somebody may still be writing; none is noted before it is given.
    if (!given || speech > clockAt(round, round.done, at.getTime()).speech) throw new Refused("speech-ahead");
    const answersId = answers ? await inItsThread(tx, viewer, round, answers) : null;
    const same = { roundId, speech, text, authorId: viewer.id, takenBackAt: null, answersId };
    const known = await tx.roundNote.findFirst({ where: same, select: { id: true } });
    if (known) return known;
    const id = newId();
    await tx.roundNote.create({ data: { ...same, id, side: given.side, writtenAt: at }, select: { id: true } });
    await record(tx, { ...told(round, viewer, at), kind: "note.written", subjects: { round: roundId, note: id } });
    return { id };
  }, moment.at);
}

/** @throws Missing of another thread's, and of what this person may not see */
async function inItsThread(tx: Tx, viewer: Person, { thread }: ReachedRound, argument: string): Promise<string> {
  const { id, threadId } = await reachArgument(tx, viewer, argument);
  if (threadId !== thread.id) throw new Missing();
  return id;
}

/** Takes a note back; its words are gone. Twice is as once. @throws Missing; Refused "note-of-another", "note-argued" */
export async function takeNoteBack(viewer: Person, classSlug: string, roundId: string, noteId: string): Promise<void> {
  await transact(async (tx, at) => {
    const round = await reachRound(tx, viewer, classSlug, roundId);
    const note = await reachNote(tx, viewer, round, noteId);
    must(mayTakeNoteBack(viewer, { classId: round.classId, authorId: note.authorId }));
    if (note.takenBackAt) return;
    if (note.argument) throw new Refused("note-argued", { ground: "conflict" });
    await tx.roundNote.update({ where: { id: noteId }, data: { takenBackAt: at, text: "" }, select: { id: true } });
    await record(tx, {
      ...told(round, viewer, at),
      kind: "note.taken_back",
      subjects: { round: roundId, note: noteId },
    });
  });
}

/**
 * Posts the argument that somebody has made of a note by citing a passage for it. The note then points to it and stands
 * on the flow no more. The same argument posted again by the same person is as once.
 * @throws Missing; Refused "note-argued", "note-gone", and whatever posting refuses
 */
export async function argueFromNote(
  viewer: Person,
  classSlug: string,
  roundId: string,
  noteId: string,
  input: PostArgument,
): Promise<Posted> {
  return transact(async (tx, at) => {
    const round = await reachRound(tx, viewer, classSlug, roundId);
    const note = await reachNote(tx, viewer, round, noteId);
    if (note.takenBackAt) throw new Refused("note-gone", { ground: "conflict" });
    const posted = await postIn(tx, viewer, round.thread.slug, input, at);
    if (note.argument && note.argument.id !== posted.id) throw new Refused("note-argued", { ground: "conflict" });
    if (note.argument) return posted;
    await tx.roundNote.update({ where: { id: noteId }, data: { argumentId: posted.id }, select: { id: true } });
    const subjects = { round: roundId, note: noteId, argument: posted.id };
    await record(tx, { ...told(round, viewer, at), kind: "note.argued", subjects });
    return posted;
  });
}

const told = ({ classId, thread }: ReachedRound, { id: actorId }: Person, at: Date) => ({
  ...{ stream: thread.id, classId, actorId, at },
});

async function reachNote(tx: Tx, viewer: Viewer, { id: roundId, thread }: ReachedRound, id: string) {
  const note = await tx.roundNote.findFirst({
    where: { id, roundId },
    select: { authorId: true, takenBackAt: true, argument: { select: { id: true } } },
  });
  if (!note || (note.authorId !== viewer?.id && mustPostFirst(viewer, thread.id))) throw new Missing();
  return note;
}
