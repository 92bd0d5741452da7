import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { HistoryOf } from "#components/arguments/history";
import { getHistory } from "#lib/arguments/queries/arguments";
import { findSecondThought } from "#lib/arguments/queries/second-thought";
import { usualWait } from "#lib/arguments/waiting";
import { getViewer } from "#lib/auth";
import { found } from "#lib/pages/found";

interface Props {
  params: Promise<{ id: string }>;
}

const load = cache(async (id: string) => found(getHistory(await getViewer(), id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("pages.history");
  const { number } = await load((await params).id);
  return { title: t("title", { number }), robots: { index: false } };
}

export default async function HistoryPage({ params }: Props) {
  const { id } = await params;
  const argument = await load(id);
  const secondThought = await findSecondThought(await getViewer(), id);
  const usualMinutes = argument.state === "PENDING" ? await usualWait(argument.thread.id) : null;
  return <HistoryOf argument={argument} secondThought={secondThought} usualMinutes={usualMinutes} />;
}
