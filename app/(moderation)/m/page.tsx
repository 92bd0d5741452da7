import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Desk } from "#components/moderation/desk";
import { WordsOfForms } from "#components/site/words-of-forms";
import { getViewer } from "#lib/auth";
import { mayRegister } from "#lib/lti/policy";
import { bulk, claim, decide, rule, unbulk, undo } from "#lib/moderation/actions";
import { getCase } from "#lib/moderation/queries/case";
import { getQueue } from "#lib/moderation/queries/queue";
import { sieveOf } from "#lib/moderation/schema";
import { found } from "#lib/pages/found";
import { type PageQuery, singles } from "#lib/pages/query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("moderation.queue"))("title"), robots: { index: false } };
}

export default async function QueuePage({ searchParams }: { searchParams: PageQuery }) {
  const { review, thread = null, ...asked } = await singles(searchParams);
  const viewer = await getViewer();
  const queue = await found(getQueue(viewer, { sieve: sieveOf(asked.sieve), thread }));
  const shown = review ?? queue.items[0]?.id;
  const open = shown === undefined ? null : await found(getCase(viewer, shown));
  return (
    <WordsOfForms>
      <Desk
        {...{ queue, open, just: asked, acts: { decide, claim, undo, rule, bulk, unbulk } }}
        runs={mayRegister(viewer).ok}
      />
    </WordsOfForms>
  );
}
