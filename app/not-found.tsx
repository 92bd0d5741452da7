import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button";
import { paths } from "#lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pages.missing"))("title") };
}

export default async function NotFound() {
  const t = await getTranslations("pages.missing");
  return (
    <>
      <h1 className="title">{t("title")}</h1>
      <p className="read mt-4">{t("why")}</p>
      <p className="read mt-2">{t("what")}</p>
      <p className="mt-6">
        <Button href={paths.home()}>{t("home")}</Button>
      </p>
    </>
  );
}
