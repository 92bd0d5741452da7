import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Guide } from "#components/classes/guide";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classes.guide.teachers"))("title") };
}

export default function TeachersGuidePage() {
  return <Guide of="teachers" />;
}
