import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Guide } from "#components/classes/guide";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classes.guide.pupils"))("title") };
}

export default function PupilsGuidePage() {
  return <Guide of="pupils" />;
}
