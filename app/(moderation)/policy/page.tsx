import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Rules } from "#components/moderation/rules";
import { getPolicy, listOwnPolicies } from "#lib/moderation/queries/rules";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";
import { pageTags, tag } from "#lib/pages/tags";

interface Props {
  searchParams: PageQuery;
}

const load = cache(async (query: PageQuery) => {
  const { version, thread } = await singles(query);
  const number = version !== undefined && /^\d{1,7}$/.test(version) ? Number(version) : undefined;
  return found(getPolicy(null, { number, thread }));
});

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("moderation.policy");
  const { thread } = await load(searchParams);
  const title = thread ? t("titleWith", { question: thread.question }) : t("title");
  return { title, description: t("what"), other: pageTags(tag.home) };
}

export default async function PolicyPage({ searchParams }: Props) {
  const policy = await load(searchParams);
  return <Rules policy={policy} others={policy.thread ? [] : await listOwnPolicies(null)} />;
}
