import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RoundLive } from "#components/classes/round-live";
import { RoundNow } from "#components/classes/round-parts";
import { getViewer } from "#lib/auth";
import { clockAt } from "#lib/classes/round";
import { getRound } from "#lib/classes/round-queries";
import { found } from "#lib/pages/found";

/** As many lines as are read from the last row. */
const NOTES = 3;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rounds"))("projector"), robots: { index: false } };
}

export default async function ProjectorPage({ params }: { params: Promise<{ slug: string; id: string }> }) {
  const { slug, id } = await params;
  const round = await found(getRound(await getViewer(), slug, id));
  const { speech } = clockAt(round, round.done, round.now);
  const latest = round.notes.filter((note) => note.speech === speech).slice(-NOTES);
  const t = await getTranslations("rounds");
  return (
    <div className="projector">
      <RoundLive thread={round.thread.slug} latest={round.latest} />
      <h1>{round.thread.question}</h1>
      <RoundNow round={round} speech={speech} />
      {latest.length > 0 && (
        <section aria-label={t("notes")}>
          <p className="projector-mark">{t("isNote")}</p>
          <ul>
            {latest.map((note) => (
              <li key={note.id} className="claim">
                {note.text}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
