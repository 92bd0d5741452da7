import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClassForm } from "#components/classes/class-form";
import { MayNot } from "#components/site/may-not";
import { getViewer } from "#lib/auth";
import { openClass } from "#lib/classes/actions";
import { KEEP_DAYS } from "#lib/classes/schema";
import { paths } from "#lib/paths";
import { mayWrite } from "#lib/users/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classes.open"))("title"), robots: { index: false } };
}

export default async function OpenClassPage() {
  const verdict = mayWrite(await getViewer());
  const t = await getTranslations("classes.open");
  if (!verdict.ok) return <MayNot verdict={verdict} back={paths.openClass()} title={t("title")} />;
  return (
    <div className="max-w-md">
      <h1 className="title mb-4">{t("title")}</h1>
      <p className="read mb-6">{t("how")}</p>
      <ClassForm
        act={openClass}
        fields={[
          { name: "name", label: t("name"), hint: t("nameHint") },
          { name: "term", label: t("term"), hint: t("termHint") },
          { name: "endsOn", label: t("endsOn"), hint: t("endsOnHint", { days: KEEP_DAYS }), type: "date" },
          { name: "about", label: t("about"), hint: t("aboutHint"), type: "area" },
        ]}
        submit={t("submit")}
      />
      <p className="meta mt-6">
        <a href={paths.teachersGuide()}>{t("guide")}</a>
      </p>
    </div>
  );
}
