import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClassPeers } from "#components/classes/class-peers";
import { OwnPeers } from "#components/classes/own-peers";
import { WordsOfForms } from "#components/site/words-of-forms";
import { Notice } from "#components/ui/notice";
import { getViewer } from "#lib/auth";
import { getAssignment } from "#lib/classes/assignment-queries";
import { findOwnPeers, getClassPeers } from "#lib/classes/peer-queries";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";

interface Props {
  params: Promise<{ slug: string; assignment: string }>;
  searchParams: Promise<{ did?: string }>;
}

/** What was just done, as the address names it. */
const DID = ["asked", "given", "hidden", "shown", "reported", "released"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("peers"))("title"), robots: { index: false } };
}

export default async function PeersPage({ params, searchParams }: Props) {
  const { slug, assignment } = await params;
  const asked = (await searchParams).did;
  const did = DID.find((one) => one === asked);
  const viewer = await getViewer();
  const { title, teaches, now } = await found(getAssignment(viewer, slug, assignment));
  const own = teaches ? null : await findOwnPeers(viewer, slug, assignment);
  if (!teaches && !own) notFound();
  const t = await getTranslations("peers");
  return (
    <div className="max-w-2xl">
      <p className="kicker">
        <a href={paths.assignment(slug, assignment)}>{title}</a>
      </p>
      <h1 className="title mb-6">{t("title")}</h1>
      <WordsOfForms>
        {did && (
          <div className="mb-6">
            <Notice kind="hint" title={t(`did.${did}`)} />
          </div>
        )}
        {own && <OwnPeers own={own} assignment={assignment} now={now} />}
        {teaches && <ClassPeers of={await getClassPeers(viewer, slug, assignment)} assignment={assignment} now={now} />}
      </WordsOfForms>
    </div>
  );
}
