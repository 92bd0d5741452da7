/** What there is to see of a round on the debaters' sheet. */
import { readCards } from "#lib/arguments/queries/cards";
import { readBones } from "#lib/arguments/queries/skeleton";
import type { Branch, Edge, Node } from "#lib/arguments/tree";
import { clockAt } from "#lib/classes/round";
import { columnsOf, sheetOf, speechAt } from "#lib/classes/round-flow";
import type { NoteView, RoundView } from "#lib/classes/round-queries";
import { db } from "#lib/db";
import type { FlowCell } from "#lib/maps/flow-view";
import type { Viewer } from "#lib/users/viewer";

/** Some ten printed pages; a class says less in a lesson. */
const ROWS = 150;

export type SheetEntry = { kind: "argument"; cell: FlowCell } | { kind: "note"; note: NoteView };

export interface SheetView {
  thread: { slug: string; locked: boolean };
  /** Places of speeches, from 0; -1 is what stood before. */
  columns: number[];
  rows: { key: string; cells: ReadonlyMap<number, readonly SheetEntry[]> }[];
  /** Lines of argument for which the sheet has no room. */
  rest: number;
  /** In whose rows a note may stand: what is visible on the sheet, the newest first. */
  answerable: { id: string; number: number; claim: string }[];
}

/** In four queries beside the round's, whatever the size of its thread. @throws Missing */
export async function getSheet(viewer: Viewer, round: RoundView): Promise<SheetView> {
  const bones = await readBones(viewer, { slug: round.thread.slug });
  const argued = await db().roundNote.findMany({
    where: { roundId: round.id, argumentId: { not: null } },
    select: { argumentId: true, speech: true },
  });
  const fromNotes = new Map(argued.map(({ argumentId, speech }) => [argumentId, speech]));
  const postedAt = new Map(bones.arguments.map((one) => [one.id, one.postedAt]));
  const speechOf = ({ id }: Node) =>
    fromNotes.get(id) ?? speechAt(round, round.openedAt, round.done, postedAt.get(id) ?? 0);
  const top: readonly Branch<Node, Edge>[] = bones.top.slice(0, ROWS);
  const rows = sheetOf(top, round.notes, speechOf);
  const branches = rows.flatMap(({ cells }) =>
    [...cells.values()].flat().flatMap((entry) => (entry.kind === "argument" ? [entry.branch] : [])),
  );
  const ids = [...new Set(branches.map(({ argument }) => argument.id))];
  const cards = await readCards({ ids, quoted: ids, names: bones.names });
  const shown = (branch: Branch<Node, Edge>): SheetEntry[] => {
    const [argument, link] = [cards.argument(branch.argument.id), cards.link(branch.link.id)];
    // Who was removed between two queries is left out.
    if (!argument || !link) return [];
    const { body: _, ...card } = argument;
    const place = { column: 1, rows: 1, beyond: 0, dropped: false, extends: false };
    return [{ kind: "argument", cell: { ...place, argument: card, link, again: branch.again } }];
  };
  const now = Math.min(clockAt(round, round.done, round.now).speech, round.speeches.length - 1);
  return {
    thread: bones.thread,
    columns: columnsOf(rows, now),
    rows: rows.map(({ key, cells }) => ({
      key,
      cells: new Map(
        [...cells].map(([speech, entries]) => [
          speech,
          entries.flatMap((entry): SheetEntry[] => (entry.kind === "note" ? [entry] : shown(entry.branch))),
        ]),
      ),
    })),
    rest: bones.top.length - top.length,
    answerable: ids
      .flatMap((id) => {
        const { number, claim } = cards.argument(id) ?? {};
        return number === undefined || claim == null ? [] : [{ id, number, claim }];
      })
      .sort((a, b) => b.number - a.number),
  };
}
