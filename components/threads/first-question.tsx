import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { HowItWorks } from "#components/site/how-it-works";
import { SourceTable } from "#components/sources/source-table";
import { Button } from "#components/ui/button";
import { Empty } from "#components/ui/empty";
import { paths } from "#lib/paths";

/** The front page of a forum in which nobody has asked anything yet: what to do first. */
export function FirstQuestion({ sources }: ComponentProps<typeof SourceTable>) {
  const t = useTranslations("pages.home");
  const stage = sources.length > 0 ? "open" : "bring";
  const path = stage === "open" ? paths.openThread() : paths.bringSource();
  return (
    <>
      <h1 className="title mb-3">{t("title")}</h1>
      <Empty action={<Button href={path}>{t(`${stage}.act`)}</Button>}>{t(`${stage}.what`)}</Empty>
      {sources.length > 0 && <SourceTable sources={sources} />}
      <div className="mt-12 max-w-[46rem]">
        <HowItWorks />
      </div>
    </>
  );
}
