/** What there is to see of a thread as the debaters' sheet. */
import { isDropped } from "#lib/arguments/dropped";
import { readCards } from "#lib/arguments/queries/cards";
import { readBones } from "#lib/arguments/queries/skeleton";
import { outline } from "#lib/arguments/tree";
import type { CardView, LinkView, ThreadTop } from "#lib/arguments/view";
import { flowOf } from "#lib/maps/flow";
import type { Viewer } from "#lib/users/viewer";

/** Seven speeches are the longest round there is, in policy debate; five columns are what paper across can hold of words. */
const COLUMNS = 5;
/** Some ten printed pages. */
const ROWS = 150;

export interface FlowCell {
  argument: CardView;
  link: LinkView;
  column: number;
  rows: number;
  beyond: number;
  again: boolean;
  dropped: boolean;
  /** It goes on with what it answers: a support by the same side. */
  extends: boolean;
}

export interface FlowView {
  thread: ThreadTop;
  rows: FlowCell[][];
  columns: number;
  /** Answers to the question that are not on this sheet. */
  rest: number;
  /** In the whole thread. */
  dropped: number;
}

/** In six queries, whatever the size of the thread. @throws Missing */
export async function getFlow(viewer: Viewer, slug: string): Promise<FlowView> {
  const bones = await readBones(viewer, { slug });
  const sheet = flowOf(outline(bones), { columns: COLUMNS, rows: ROWS });
  const ids = sheet.rows.flat().map(({ branch }) => branch.argument.id);
  const cards = await readCards({ ids, quoted: ids, names: bones.names });
  const dropped = isDropped({ ...bones, dropped: bones.thread.dropped }, new Date());
  const rows = sheet.rows.map((row) =>
    row.flatMap(({ branch, column, rows, beyond }): FlowCell[] => {
      const { id } = branch.argument;
      const [argument, link] = [cards.argument(id), cards.link(branch.link.id)];
      // Who was removed between two queries is left out.
      if (!argument || !link) return [];
      const { body: _, ...card } = argument;
      const goesOn = link.parent !== null && link.stance === "PRO" && !link.concession;
      return [
        { argument: card, link, column, rows, beyond, again: branch.again, dropped: dropped(id), extends: goesOn },
      ];
    }),
  );
  const { thread, arguments: all } = bones;
  const count = all.filter(({ id }) => dropped(id)).length;
  return { thread, rows, columns: sheet.columns, rest: sheet.rest, dropped: count };
}
