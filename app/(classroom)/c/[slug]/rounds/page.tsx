import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button";
import { Day } from "#components/ui/day";
import { Empty } from "#components/ui/empty";
import { getViewer } from "#lib/auth";
import { getRoundChoices, listRounds } from "#lib/classes/round-queries";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rounds"))("list"), robots: { index: false } };
}

export default async function RoundsPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const viewer = await getViewer();
  const { class: room, verdict } = await found(getRoundChoices(viewer, slug));
  const rounds = await listRounds(viewer, slug);
  const t = await getTranslations("rounds");
  return (
    <div className="max-w-2xl">
      <p className="kicker">{room.name}</p>
      <h1 className="title mb-4">{t("list")}</h1>
      {rounds.length === 0 && <Empty>{t("none")}</Empty>}
      <ul className="rows">
        {rounds.map(({ id, thread, format, openedAt }) => (
          <li key={id}>
            <p className="claim">
              <a href={paths.round(slug, id)}>{thread.question}</a>
            </p>
            <p className="meta dots">
              <span>{t(`formats.${format}`)}</span>
              <Day at={openedAt} />
            </p>
          </li>
        ))}
      </ul>
      {verdict.ok && (
        <p className="mt-4">
          <Button kind="solid" href={paths.newRound(slug)}>
            {t("new")}
          </Button>
        </p>
      )}
    </div>
  );
}
