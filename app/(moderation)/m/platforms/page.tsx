import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlatformForm } from "#components/lti/platform-form";
import { OurAddresses, PlatformActs, PlatformList } from "#components/lti/platforms";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { env } from "#lib/env";
import { register } from "#lib/lti/actions";
import { getPlatforms } from "#lib/lti/queries";
import { found } from "#lib/pages/found";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("platforms"))("title"), robots: { index: false } };
}

export default async function PlatformsPage() {
  const { platforms, acts } = await found(getPlatforms(await getViewer()));
  const t = await getTranslations("platforms");
  return (
    <div className="max-w-2xl">
      <h1 className="title mb-6">{t("title")}</h1>
      <PlatformList platforms={platforms} />
      <h2 className="section-title mt-8">{t("add")}</h2>
      <p className="read mb-4">{t("addWhat")}</p>
      <WordsOfForms>
        <PlatformForm act={register} />
      </WordsOfForms>
      <div className="mt-8">
        <OurAddresses site={env().APP_URL} />
      </div>
      <PlatformActs acts={acts} />
    </div>
  );
}
