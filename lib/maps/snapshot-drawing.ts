/** A snapshot as a drawn map: all of it, since whoever takes a file along cannot open a branch. */
import { isDropped } from "#lib/arguments/dropped";
import { type Branch, countBelow, wired } from "#lib/arguments/tree";
import { drawMap } from "#lib/maps/drawing";
import type { Drawable, MapDrawing, Sprig } from "#lib/maps/drawn";
import { isStandIn, wholeOutline } from "#lib/maps/reading-order";
import { said } from "#lib/maps/said";
import type { Snapshot, SnapshotArgument, SnapshotLink } from "#lib/maps/snapshot";

/** So many levels, some 50,000 pixels across, are beyond any reader's patience; what is deeper is counted. */
const DEEPEST = 180;
/** A claim has 280 signs at most, which is some ten lines; widest letters take more. */
const LINES = 16;

type Bough = Branch<SnapshotArgument, SnapshotLink>;

/** `deepest`: what stands further below than so many levels is counted. */
export function drawingOf(snapshot: Snapshot, deepest = DEEPEST): MapDrawing {
  const { thread, exportedAt, selection } = snapshot;
  const debate = wired(snapshot);
  const dropped = isDropped({ ...debate, dropped: thread.dropped }, new Date(exportedAt));
  const drawable = (argument: SnapshotArgument): Drawable => ({
    id: argument.id,
    number: argument.number,
    text: said(argument),
    gone: argument.state !== "VISIBLE",
    // Of a part one cannot tell what stands unopposed in the whole.
    dropped: selection === undefined && dropped(argument.id),
    elsewhere: false,
  });
  const sprigOf = (branch: Bough): Sprig => ({
    argument: drawable(branch.argument),
    aim: isStandIn(branch.link) ? null : branch.link,
    answers: [],
    below: 0,
    rest: 0,
  });
  const again: { child: string; aim: SnapshotLink }[] = [];
  const top: Sprig[] = [];
  const open = [{ branches: wholeOutline(debate), into: top, above: null as Sprig | null, depth: 1 }];
  for (const { branches, into, above, depth } of open) {
    for (const branch of branches) {
      if (branch.again) again.push({ child: branch.argument.id, aim: branch.link });
      else if (depth > deepest && above) above.below += 1 + countBelow(branch);
      else {
        const sprig = sprigOf(branch);
        into.push(sprig);
        open.push({ branches: branch.answers, into: sprig.answers, above: sprig, depth: depth + 1 });
      }
    }
  }
  return drawMap({ root: thread.question, top, rest: 0, again, lines: LINES });
}
