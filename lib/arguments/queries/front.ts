/** What the front page says of the thread that leads it. */
import { isDropped } from "#lib/arguments/dropped";
import { type Answered, type Exchange, latestExchange, mostAnswered } from "#lib/arguments/latest";
import { readCards } from "#lib/arguments/queries/cards";
import { readBones } from "#lib/arguments/queries/skeleton";
import { sideOf } from "#lib/arguments/tree";
import type { ArgumentView, LinkView, Stance, ThreadTop } from "#lib/arguments/view";
import type { Viewer } from "#lib/users/viewer";

/** The margin of the front page holds about four claims beside its lead. */
const DROPPED = 4;

export interface LeadView {
  thread: ThreadTop;
  /** Visible arguments by side. */
  sides: Record<Stance, number>;
  most: Partial<Record<Stance, Answered<ArgumentView>>>;
  exchange: Exchange<ArgumentView, LinkView> | null;
  /** Arguments that the other side passed over: how many, and the earliest of them. */
  dropped: { count: number; first: (Pick<ArgumentView, "id" | "claim" | "postedAt"> & { side: Stance })[] };
}

/**
 * One thread, whatever its size: its bones, and the words of ten arguments at most.
 * @throws Missing
 */
export async function getLead(viewer: Viewer, slug: string): Promise<LeadView> {
  const { top, thread, sides, names, ...debate } = await readBones(viewer, { slug });
  const most = mostAnswered(top);
  const exchange = latestExchange(top);
  const asked = isDropped({ ...debate, dropped: thread.dropped }, new Date());
  const dropped = debate.arguments.filter(({ id }) => asked(id));
  const first = dropped.slice(0, DROPPED);
  const quoted = [most.PRO?.argument, most.CON?.argument, exchange?.answer].flatMap((one) => one?.id ?? []);
  const ids = [...quoted, ...first.map(({ id }) => id), ...(exchange ? [exchange.answered.id] : [])];
  const { argument, link } = await readCards({ ids, quoted, names });
  const answered = (stance: Stance) => {
    const { argument: bone, answers = 0 } = most[stance] ?? {};
    const shown = bone && argument(bone.id);
    return shown && { [stance]: { argument: shown, answers } };
  };
  const [said, answer, by] = exchange
    ? [argument(exchange.answered.id), argument(exchange.answer.id), link(exchange.link.id)]
    : [];
  const side = sideOf(debate);
  return {
    thread,
    sides,
    most: { ...answered("PRO"), ...answered("CON") },
    exchange: said && answer && by ? { answered: said, answer, link: by } : null,
    dropped: {
      count: dropped.length,
      first: first.flatMap(({ id }) => {
        const shown = argument(id);
        return shown ? { id, claim: shown.claim, postedAt: shown.postedAt, side: side(id) ?? "PRO" } : [];
      }),
    },
  };
}
