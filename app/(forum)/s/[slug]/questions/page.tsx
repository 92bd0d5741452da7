import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { QuestionList } from "#components/sources/question-list";
import { Button } from "#components/ui/button";
import { Empty } from "#components/ui/empty";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";
import { getSource } from "#lib/sources/queries";
import { questionsOf } from "#lib/sources/questions";
import { paragraphAt } from "#lib/text/canonical";

interface Props {
  params: Promise<{ slug: string }>;
}

const load = cache(async (slug: string) => found(getSource(await getViewer(), slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("questions");
  const { title } = await load((await params).slug);
  return { title: t("titleOf", { title }), robots: { index: false } };
}

export default async function QuestionsPage({ params }: Props) {
  const t = await getTranslations("questions");
  const { slug, title, paragraphs, excerpts } = await load((await params).slug);
  const proposals = questionsOf({ excerpts, paragraphs }).map((proposal) => ({
    ...proposal,
    paragraph: paragraphAt(paragraphs, proposal.passage.start)?.number ?? 1,
  }));
  const act = <Button href={paths.openThread({ source: slug })}>{t("openAnyway")}</Button>;
  return (
    <>
      <header className="mb-6">
        <p className="kicker">
          <a href={paths.source(slug)}>{title}</a>
        </p>
        <h1 className="title">{t("title")}</h1>
        {proposals.length > 0 && <p className="read mt-3">{t("what")}</p>}
      </header>
      {proposals.length > 0 ? (
        <QuestionList slug={slug} proposals={proposals} />
      ) : (
        <Empty action={act}>{t(excerpts ? "excerpts" : "none")}</Empty>
      )}
    </>
  );
}
