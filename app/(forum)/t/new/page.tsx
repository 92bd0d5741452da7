import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Bench } from "#components/arguments/argument-form-bench";
import { MayNot } from "#components/site/may-not";
import { ThreadForm } from "#components/threads/thread-form";
import { getViewer } from "#lib/auth";
import { type PageQuery, singles } from "#lib/pages/query";
import { paths } from "#lib/paths";
import { chooseTexts } from "#lib/sources/choosing";
import { withCitations } from "#lib/sources/citation-fields";
import { citationsAt } from "#lib/sources/stretch";
import { open } from "#lib/threads/actions";
import { mayOpenThread } from "#lib/threads/policy";
import { listTaught } from "#lib/users/classes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forms.open"))("title"), robots: { index: false } };
}

export default async function NewThreadPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("forms.open");
  const query = await singles(searchParams);
  const viewer = await getViewer();
  const { question = "", topic = "", class: of = "" } = query;
  const verdict = mayOpenThread(viewer);
  const choosing = await chooseTexts(viewer, query.source ? [query.source] : []);
  const instead = verdict.ok ? undefined : <MayNot verdict={verdict} back={paths.openThread(query)} />;
  return (
    <>
      <header className="mb-6">
        <h1 className="title">{t("title")}</h1>
        <p className="read mt-3">{t("what")}</p>
        <p className="meta mt-2">{t.rich("fromFile", { a: (words) => <a href={paths.openMap}>{words}</a> })}</p>
      </header>
      <Bench form="open" choosing={choosing} open={query.source} closed={!verdict.ok}>
        <ThreadForm
          id="open"
          act={open}
          given={{ question, topic, class: of, ...withCitations({}, citationsAt(query, choosing.texts)) }}
          sources={choosing.sources}
          classes={await listTaught(viewer)}
          draft={`${viewer?.id} new`}
          instead={instead}
        />
      </Bench>
    </>
  );
}
