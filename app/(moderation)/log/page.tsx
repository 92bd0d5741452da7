import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Log } from "#components/moderation/log";
import { env } from "#lib/env";
import { getLog, listLogged, logAsked } from "#lib/moderation/queries/log";
import { type PageQuery, singles } from "#lib/pages/query";
import { pageTags, tag } from "#lib/pages/tags";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("moderation.log");
  return {
    title: t("title"),
    description: t("what", { names: env().LOG_NAMES === "names" ? "yes" : "no" }),
    other: pageTags(tag.home),
  };
}

export default async function LogPage({ searchParams }: { searchParams: PageQuery }) {
  const asked = logAsked(await singles(searchParams));
  const [log, threads] = await Promise.all([getLog(asked), listLogged()]);
  return <Log log={log} threads={threads} named={env().LOG_NAMES === "names"} />;
}
