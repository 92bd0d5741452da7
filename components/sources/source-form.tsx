"use client";

import { type ReactNode, useActionState, useEffect, useState } from "react";
import { isAnswered, type Values } from "#components/arguments/citing-form";
import { SourceFormAsk } from "#components/sources/source-form-ask";
import { SourceFormKeep } from "#components/sources/source-form-keep";
import { EMPTY, type FormState } from "#lib/form";

export type Act = (previous: FormState, form: FormData) => Promise<FormState>;

interface Props {
  propose: Act;
  bring: Act;
  /** What stands here while nothing can be written; a form that was sent before comes back with its words all the same. */
  instead?: ReactNode;
  draft: string;
  /** Those that the writer teaches. */
  classes: readonly { slug: string; name: string }[];
}

/** What is proposed of a text, in the first form's words no more. */
const proposedBy = (state: FormState) => (state.refusal === null && isAnswered(state) ? state.values : null);

/** In two steps, with script or without: what somebody has, then what shall be kept of it. Only the second stores. */
export function SourceForm({ propose, bring, instead, draft, classes }: Props) {
  const [asked, ask, asking] = useActionState(propose, EMPTY);
  const [answer, keep, keeping] = useActionState(bring, EMPTY);
  const [restored, setRestored] = useState<Values | null>(null);
  const kept = restored && "title" in restored ? restored : null;
  const proposed = isAnswered(answer) ? answer.values : (kept ?? proposedBy(asked));
  const step = proposed ? "proposal" : "given";

  useEffect(() => {
    if (asked.refusal || answer.refusal) document.getElementById("refusal")?.focus();
    else if (step === "proposal") document.getElementById(step)?.focus();
  }, [asked, answer, step]);

  if (instead && !isAnswered(answer) && !isAnswered(asked)) return instead;
  if (proposed) {
    const form = { state: answer, send: keep, busy: keeping };
    return <SourceFormKeep key={kept ? "kept" : "new"} form={form} values={proposed} draft={draft} classes={classes} />;
  }
  const form = { state: asked, send: ask, busy: asking };
  return <SourceFormAsk form={form} values={restored ?? asked.values} draft={draft} onRestore={setRestored} />;
}
