import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClassForm } from "#components/classes/class-form";
import { ClassHead } from "#components/classes/class-head";
import { MayNot } from "#components/site/may-not";
import { getViewer } from "#lib/auth";
import { changeClass } from "#lib/classes/actions";
import { mayTeach } from "#lib/classes/policy";
import { getClass } from "#lib/classes/queries";
import { KEEP_MAX_DAYS } from "#lib/classes/schema";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classes.settings"))("title"), robots: { index: false } };
}

export default async function ClassSettingsPage({ params }: Props) {
  const { slug } = await params;
  const viewer = await getViewer();
  const of = await found(getClass(viewer, slug));
  const verdict = mayTeach(viewer, of);
  const t = await getTranslations("classes.settings");
  return (
    <>
      <ClassHead of={of} here="settings" />
      <MayNot verdict={verdict} back={paths.classSettings(slug)} />
      {verdict.ok && (
        <div className="max-w-md">
          <ClassForm
            act={changeClass}
            hidden={{ slug }}
            fields={[
              { name: "name", label: t("name"), value: of.name },
              { name: "term", label: t("term"), value: of.term ?? "" },
              { name: "about", label: t("about"), value: of.about ?? "", type: "area" },
              {
                ...{ name: "keepUntil", label: t("keepUntil"), type: "date", value: of.keepUntil ?? "" },
                hint: t("keepUntilHint", { days: KEEP_MAX_DAYS }),
              },
            ]}
            submit={t("submit")}
          />
        </div>
      )}
    </>
  );
}
