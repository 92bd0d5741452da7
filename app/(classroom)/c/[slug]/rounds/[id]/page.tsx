import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RoundControls } from "#components/classes/round-controls";
import { RoundLive } from "#components/classes/round-live";
import { RoundNoteForm } from "#components/classes/round-note-form";
import { RoundNow, RoundOrder } from "#components/classes/round-parts";
import { RoundSheet } from "#components/classes/round-sheet";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { clockAt } from "#lib/classes/round";
import { getRound } from "#lib/classes/round-queries";
import { getSheet } from "#lib/classes/round-sheet";
import { note, run, takeBack } from "#lib/classes/rounds/actions";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rounds"))("title"), robots: { index: false } };
}

export default async function RoundPage({ params }: { params: Promise<{ slug: string; id: string }> }) {
  const { slug, id } = await params;
  const viewer = await getViewer();
  const round = await found(getRound(viewer, slug, id));
  const sheet = await found(getSheet(viewer, round));
  const { speeches, done, now, thread, mayRun, mayNote } = round;
  const clock = clockAt(round, done, now);
  const noted = Math.min(clock.speech, speeches.length - 1);
  const name = speeches[noted]?.name ?? "";
  const at = { room: slug, round: id };
  const t = await getTranslations("rounds");
  return (
    <WordsOfForms>
      <p className="kicker">
        <a href={paths.rounds(slug)}>{t("of", { name: round.class.name })}</a> · {t(`formats.${round.format}`)}
      </p>
      <h1 className="title mb-4">
        <a href={paths.flow(thread.slug)}>{thread.question}</a>
      </h1>
      <RoundLive thread={thread.slug} latest={round.latest} />
      <div className="round">
        <div className="round-main">
          <RoundNow round={round} speech={clock.speech} />
          {mayRun.ok && <RoundControls {...at} {...{ clock, act: run }} speeches={speeches.length} />}
          <p className="meta dots">
            <a href={paths.projector(slug, id)}>{t("toProjector")}</a> <a href={paths.round(slug, id)}>{t("again")}</a>
          </p>
          {mayNote.ok && <RoundNoteForm {...at} {...{ speech: noted, name, rows: sheet.answerable }} act={note} />}
        </div>
        <RoundOrder speeches={speeches} speech={clock.speech} />
      </div>
      <h2 className="section-title mt-6">{t("flow")}</h2>
      <RoundSheet round={round} sheet={sheet} takeBack={takeBack} />
    </WordsOfForms>
  );
}
