/** What files of the flow say in a cell: all of it in words, since neither colour nor line survives every program. */
import { isDropped } from "#lib/arguments/dropped";
import type { Branch, Debate } from "#lib/arguments/tree";
import { cited, labelOf, said } from "#lib/maps/said";
import type { Snapshot, SnapshotArgument, SnapshotLink } from "#lib/maps/snapshot";
import { words } from "#lib/maps/words";

export type FlowBranch = Branch<SnapshotArgument, SnapshotLink>;

export interface FlowSaid {
  dropped(branch: FlowBranch): boolean;
  /** A paragraph a line: stance and claim, who and when, the quotations, and what became of it. */
  lines(branch: FlowBranch): string[];
}

/** `debate` is the snapshot, wired or not. Of a part nothing is called dropped: what opposed it may be what was left out, and days for times tell no hours. */
export function flowSaid(snapshot: Snapshot, debate: Debate<SnapshotArgument, SnapshotLink>): FlowSaid {
  const { thread, exportedAt, selection } = snapshot;
  const isLeft = isDropped({ ...debate, dropped: thread.dropped }, new Date(exportedAt));
  const dropped = ({ argument, again }: FlowBranch) => selection === undefined && !again && isLeft(argument.id);
  const numbers = new Map(snapshot.arguments.map(({ id, number }) => [id, number]));
  return {
    dropped,
    lines(branch) {
      const { argument, link, again } = branch;
      const head = `#${argument.number} ${labelOf(link)}: ${said(argument)}`;
      if (again) return [head, words("again")];
      const extended = link.parent !== null && link.stance === "PRO" && !link.concession;
      return [
        head,
        `${argument.author.name}, ${argument.postedAt.slice(0, 10)}`,
        ...argument.citations
          .map((citation) => cited(snapshot, citation))
          .map(({ quote, title, version }) => `“${quote}” — ${title}, ${words("version", { number: version })}`),
        ...(extended ? [words("extends", { number: numbers.get(link.parent ?? "") ?? 0 })] : []),
        ...(dropped(branch) ? [words("dropped")] : []),
      ];
    },
  };
}
