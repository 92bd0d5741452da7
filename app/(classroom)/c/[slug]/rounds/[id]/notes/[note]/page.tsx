import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArgumentForm } from "#components/arguments/argument-form";
import { Bench } from "#components/arguments/argument-form-bench";
import { ArgumentFormHead } from "#components/arguments/argument-form-head";
import { MayNot } from "#components/site/may-not";
import { fieldsOfAnswer } from "#lib/arguments/given";
import { getAnswering, limits } from "#lib/arguments/writing";
import { getViewer } from "#lib/auth";
import { getNote } from "#lib/classes/round-queries";
import { argue } from "#lib/classes/rounds/actions";
import { found } from "#lib/pages/found";
import { paths } from "#lib/paths";
import { chooseTexts } from "#lib/sources/choosing";

interface Props {
  params: Promise<{ slug: string; id: string; note: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rounds"))("makeArgument"), robots: { index: false } };
}

export default async function ArgueNotePage({ params }: Props) {
  const { slug, id, note: noteId } = await params;
  const viewer = await getViewer();
  const { thread, note, parent: answers, stance } = await found(getNote(viewer, slug, id, noteId));
  const { answered, parent, sources, verdict, ...asked } = await found(getAnswering(viewer, thread.slug, answers));
  const choosing = await chooseTexts(viewer, sources);
  const instead = verdict.ok ? undefined : <MayNot verdict={verdict} back={paths.argueNote(slug, id, noteId)} />;
  const given = {
    ...fieldsOfAnswer(thread.slug, { parent: answers, stance: stance ?? undefined }),
    ...{ claim: note.text, class: slug, round: id, note: noteId },
  };
  return (
    <>
      <ArgumentFormHead kind="post" thread={asked.thread} argument={parent} links={parent?.links ?? []} />
      <Bench
        form="argue-note"
        {...{ standing: { thread: thread.slug, parent: answers }, choosing }}
        closed={!verdict.ok}
      >
        <ArgumentForm
          id="argue-note"
          act={argue}
          kind="post"
          given={given}
          hidden={["thread", "parent", "class", "round", "note", "submissionKey"]}
          answered={answered}
          sources={choosing.sources}
          limits={limits()}
          draft={`${viewer?.id} ${thread.slug} note ${noteId}`}
          instead={instead}
        />
      </Bench>
    </>
  );
}
