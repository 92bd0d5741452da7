import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Answers } from "#components/arguments/answers";
import { FocalArgument } from "#components/arguments/focal-argument";
import { Lineage } from "#components/arguments/lineage";
import { Siblings } from "#components/arguments/siblings";
import { Side } from "#components/arguments/side";
import { TakenIn } from "#components/arguments/taken-in";
import { Tree } from "#components/arguments/tree";
import { Empty } from "#components/ui/empty";
import { stanceClass } from "#components/ui/sign";
import type { FocusView } from "#lib/arguments/screens";
import type { ArgumentView, Stance } from "#lib/arguments/view";
import { paths } from "#lib/paths";

const STANCES: Stance[] = ["PRO", "CON"];

/** One branch of a thread: what leads to an argument, the argument itself, its answers in two columns, and its neighbours. */
export function Focus({ view, taken, weighing }: { view: FocusView; taken: ArgumentView[]; weighing: ReactNode }) {
  const t = useTranslations("arguments");
  const { thread, above, argument, link, dropped, columns } = view;
  return (
    <>
      <Lineage thread={thread} above={above} />
      <FocalArgument
        thread={thread}
        argument={argument}
        link={link}
        parent={above.at(-1)?.argument.number}
        dropped={dropped}
        places={view.places}
        weighing={weighing}
      />
      <TakenIn taken={taken} />
      {argument.state !== "MERGED" && argument.state !== "SPLIT" && (
        <div className="sides mt-8">
          {STANCES.map((stance) => {
            const list = columns[stance];
            return (
              <Side
                key={stance}
                id={stanceClass(stance)}
                stance={stance}
                title={t(`column.${stance}`)}
                count={String(list.shown.length + list.rest)}
              >
                {list.shown.length === 0 ? (
                  <Empty>{t(`unanswered.${stance}`)}</Empty>
                ) : (
                  <Answers list={list} depth={1} more={paths.answers(argument.id, stance)} thread={thread} />
                )}
              </Side>
            );
          })}
        </div>
      )}
      <Siblings previous={view.previous} next={view.next} />
      <Tree slug={thread.slug} />
    </>
  );
}
