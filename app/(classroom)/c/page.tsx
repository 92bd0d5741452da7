import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClassList } from "#components/classes/class-list";
import { MayNot } from "#components/site/may-not";
import { getViewer } from "#lib/auth";
import { listClasses } from "#lib/classes/queries";
import { paths } from "#lib/paths";
import { mayWrite } from "#lib/users/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classes.list"))("title"), robots: { index: false } };
}

export default async function ClassesPage() {
  const viewer = await getViewer();
  const t = await getTranslations("classes.list");
  if (!viewer) return <MayNot verdict={mayWrite(null)} back={paths.classes()} title={t("title")} />;
  return <ClassList classes={await listClasses(viewer)} />;
}
