import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LevelTable } from "#components/site/level-table";
import { ToldPage } from "#components/site/told-page";
import { env } from "#lib/env";
import { readOwnWords } from "#lib/pages/own-words";
import { paths } from "#lib/paths";
import { REFUSED_HOURS, SANCTION_DAYS, STOOD_DAYS } from "#lib/users/trust";

const OTHERWISE = ["stand", "person", "own", "private"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("told.rules"))("title") };
}

export default async function RulesPage() {
  const t = await getTranslations("told");
  const { RULES_FILE, CONTACT } = env();
  return (
    <ToldPage
      title={t("rules.title")}
      own={await readOwnWords(RULES_FILE)}
      otherwise={OTHERWISE.map((name) => t(`rules.otherwise.${name}`))}
      contact={CONTACT}
    >
      <p className="mt-4">
        <a href={paths.policy()}>{t("rules.policy")}</a>
      </p>
      <section className="mt-10" aria-labelledby="levels">
        <h2 className="section-title" id="levels">
          {t("levels.title")}
        </h2>
        <p className="read max-w-2xl mb-4">{t("levels.how", { days: STOOD_DAYS, season: SANCTION_DAYS })}</p>
        <LevelTable />
        <p className="meta mt-4 max-w-2xl">{t("levels.waiting", { hours: REFUSED_HOURS })}</p>
      </section>
    </ToldPage>
  );
}
