import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Focus } from "#components/arguments/focus";
import { LinkedData } from "#components/site/linked-data";
import { News } from "#components/threads/news";
import { FocalImpact } from "#components/weighing/focal-impact";
import { getFocus } from "#lib/arguments/queries/outline";
import { listTakenIn } from "#lib/arguments/queries/taken-in";
import { env } from "#lib/env";
import { linkedArgument } from "#lib/feeds/linked-data";
import { previewOf } from "#lib/feeds/preview";
import { found } from "#lib/pages/found";
import { getReader } from "#lib/pages/reader";
import { pageTags, tag } from "#lib/pages/tags";
import { paths } from "#lib/paths";
import { rate, retract } from "#lib/weighing/actions";
import { listRatedBefore } from "#lib/weighing/queries";

interface Props {
  params: Promise<{ id: string }>;
}

const load = cache(async (id: string) => {
  const reader = await getReader({ argument: id });
  return { reader, view: await found(getFocus(reader, id)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("arguments");
  const { argument, thread } = (await load((await params).id)).view;
  const title = argument.claim ?? t("title", { number: argument.number });
  const description = thread.question;
  // What a class owns is shown beside no link.
  if (thread.owned) return { title, description, robots: { index: false } };
  return {
    ...previewOf({ path: paths.argument(argument.id), title, description, thread }),
    other: pageTags(tag.thread(thread.id)),
  };
}

export default async function ArgumentPage({ params }: Props) {
  const { reader, view } = await load((await params).id);
  const linked = view.thread.owned ? null : linkedArgument(view, env().APP_URL);
  const [before, taken] = await Promise.all([listRatedBefore(view.link.id), listTakenIn(reader, view.argument.id)]);
  return (
    <>
      <News thread={view.thread} />
      {linked && <LinkedData of={linked} />}
      <Focus
        view={view}
        taken={taken}
        weighing={<FocalImpact view={view} before={before} acts={{ rate, retract }} />}
      />
    </>
  );
}
