import { useTranslations } from "next-intl";
import { Answers } from "#components/arguments/answers";
import { FocalArgument } from "#components/arguments/focal-argument";
import { Lineage } from "#components/arguments/lineage";
import { Side } from "#components/arguments/side";
import { Empty } from "#components/ui/empty";
import { stanceClass } from "#components/ui/sign";
import { isDropped } from "#lib/arguments/dropped";
import { outline, pathTo } from "#lib/arguments/tree";
import type { Stance, ThreadView } from "#lib/arguments/view";

const STANCES: Stance[] = ["PRO", "CON"];

/** One branch of a thread: what leads to an argument, the argument itself, and its answers in two columns. */
export function Focus({ thread, id }: { thread: ThreadView; id: string }) {
  const t = useTranslations("arguments");
  const path = pathTo(outline(thread), id);
  const branch = path.at(-1);
  if (branch === undefined) return null;
  const { argument, link } = branch;
  const answers = Map.groupBy(branch.answers, (answer) => answer.link.stance);
  const shown = { thread: { slug: thread.slug, locked: thread.locked }, dropped: isDropped(thread, new Date()) };
  return (
    <>
      <Lineage thread={thread} above={path.slice(0, -1)} />
      <FocalArgument
        thread={shown.thread}
        argument={argument}
        link={link}
        parent={path.at(-2)?.argument.number}
        dropped={shown.dropped(id)}
      />
      <div className="sides mt-8">
        {STANCES.map((stance) => {
          const branches = answers.get(stance) ?? [];
          return (
            <Side
              key={stance}
              id={stanceClass(stance)}
              stance={stance}
              title={t(`column.${stance}`)}
              count={String(branches.length)}
            >
              {branches.length === 0 ? (
                <Empty>{t(`unanswered.${stance}`)}</Empty>
              ) : (
                <Answers {...shown} branches={branches} depth={1} />
              )}
            </Side>
          );
        })}
      </div>
    </>
  );
}
