import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClassHead } from "#components/classes/class-head";
import { CodeWall } from "#components/classes/code-wall";
import { MayNot } from "#components/site/may-not";
import { getViewer } from "#lib/auth";
import { mayTeach } from "#lib/classes/policy";
import { findCode, getClass } from "#lib/classes/queries";
import { env } from "#lib/env";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classes.code"))("title"), robots: { index: false } };
}

export default async function CodePage({ params }: Props) {
  const { slug } = await params;
  const viewer = await getViewer();
  const of = await found(getClass(viewer, slug));
  const verdict = mayTeach(viewer, of);
  return (
    <>
      <ClassHead of={of} here="code" />
      <MayNot verdict={verdict} back={paths.classCode(slug)} />
      {verdict.ok && <CodeWall slug={slug} code={await findCode(viewer, slug)} site={env().APP_URL} />}
    </>
  );
}
