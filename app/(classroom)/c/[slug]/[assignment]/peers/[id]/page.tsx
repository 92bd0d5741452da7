import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Judged } from "#components/classes/judged";
import { PeerForm } from "#components/classes/peer-form";
import { Said } from "#components/classes/said";
import { WordsOfForms } from "#components/site/words-of-forms";
import { Notice } from "#components/ui/notice";
import { getViewer } from "#lib/auth";
import { getPeerTask } from "#lib/classes/peer-queries";
import { givePeer } from "#lib/classes/peers/actions";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ slug: string; assignment: string; id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("peers"))("title"), robots: { index: false } };
}

export default async function PeerPage({ params }: Props) {
  const { slug, assignment, id } = await params;
  const { name, said, rubric, judged, asked } = await found(getPeerTask(await getViewer(), slug, assignment, id));
  const t = await getTranslations("peers");
  return (
    <>
      <p className="kicker">
        <a href={paths.peers(slug, assignment)}>{t("title")}</a>
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
              <PeerForm
                named={{ class: slug, assignment, feedback: id }}
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
