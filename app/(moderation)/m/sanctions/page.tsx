import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SanctionList } from "#components/moderation/sanctions";
import { MayNot } from "#components/site/may-not";
import { getViewer } from "#lib/auth";
import { listSanctions } from "#lib/moderation/queries/sanctions";
import { paths } from "#lib/paths";
import { mayModerate } from "#lib/threads/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sanctions.list"))("title"), robots: { index: false } };
}

export default async function SanctionsPage() {
  const t = await getTranslations("sanctions.list");
  const viewer = await getViewer();
  const verdict = mayModerate(viewer);
  return (
    <div className="max-w-2xl">
      <h1 className="title mb-6">{t("title")}</h1>
      <MayNot verdict={verdict} back={paths.sanctions()} />
      {verdict.ok && <SanctionList sanctions={await listSanctions(viewer)} />}
    </div>
  );
}
