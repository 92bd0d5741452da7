import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StopLetters } from "#components/notices/stop-letters";
import { isKey } from "#lib/notices/queries";
import { keying } from "#lib/notices/schema";

interface Props {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mail.stop"))("title"), robots: { index: false } };
}

export default async function UnsubscribePage({ params, searchParams }: Props) {
  const { data } = keying.safeParse(await params);
  if (!data || !(await isKey(data.key))) notFound();
  return <StopLetters letterKey={data.key} stopped={(await searchParams).done === "stopped"} />;
}
