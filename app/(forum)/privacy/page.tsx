import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ToldPage } from "#components/site/told-page";
import { env } from "#lib/env";
import { mailIsOn } from "#lib/mail/way";
import { readOwnWords } from "#lib/pages/own-words";
import { paths } from "#lib/paths";
import { SESSION_DAYS } from "#lib/users/session-days";

const KEPT = ["public", "account", "session", "weighing", "reading", "reports", "addresses", "search", "logs"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("told.privacy"))("title") };
}

export default async function PrivacyPage() {
  const t = await getTranslations("told");
  const { PRIVACY_FILE, CONTACT } = env();
  return (
    <ToldPage
      title={t("privacy.title")}
      own={await readOwnWords(PRIVACY_FILE)}
      otherwise={[t("privacy.otherwise")]}
      contact={CONTACT}
    >
      <section className="mt-10 max-w-2xl" aria-labelledby="kept">
        <h2 className="section-title" id="kept">
          {t("privacy.kept")}
        </h2>
        <ul className="prose">
          {KEPT.map((name) => (
            <li key={name}>{t(`privacy.what.${name}`, { days: SESSION_DAYS })}</li>
          ))}
          <li>{t(mailIsOn() ? "privacy.letters.on" : "privacy.letters.off")}</li>
        </ul>
        <p className="mt-4">{t.rich("privacy.yours", { a: (words) => <a href={paths.settings()}>{words}</a> })}</p>
      </section>
    </ToldPage>
  );
}
