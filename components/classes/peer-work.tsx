import { useTranslations } from "next-intl";
import { Judged } from "#components/classes/judged";
import { JudgingForm } from "#components/classes/judging-form";
import { Said } from "#components/classes/said";
import { WordsOfForms } from "#components/site/words-of-forms";
import { Notice } from "#components/ui/notice";
import type { PeerTask } from "#lib/classes/peer-queries";
import { givePeer } from "#lib/classes/peers/actions";
import { paths } from "#lib/paths";

interface Props {
  task: PeerTask;
  named: { class: string; assignment: string; feedback: string };
}

/** A peer's arguments in their context, and what one thinks of them. */
export function PeerWork({ task: { name, said, rubric, judged, asked }, named }: Props) {
  const t = useTranslations("peers");
  return (
    <>
      <p className="kicker">
        <a href={paths.ofAssignment(named.class, named.assignment, "peers")}>{t("title")}</a>
      </p>
      <h1 className="title mb-4">{t("workOf", { name })}</h1>
      <div className="assignment-parts mt-6">
        <div className="grid gap-8 content-start min-w-0">
          {said.map((one) => (
            <Said key={one.argument.id} said={one} />
          ))}
        </div>
        <aside className="grid gap-6 content-start">
          <p className="meta">{t("how")}</p>
          {asked.phase === "WRITING" ? (
            <WordsOfForms>
              <JudgingForm
                kind="peer"
                named={named}
                rubric={rubric}
                levels={judged?.levels ?? {}}
                words={judged?.words ?? ""}
                act={givePeer}
              />
            </WordsOfForms>
          ) : (
            <>
              <Notice title={t("over")} />
              {judged && <Judged judged={judged} />}
            </>
          )}
        </aside>
      </div>
    </>
  );
}
