"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AnsweringFields } from "#components/arguments/argument-form-answering";
import { ClaimField } from "#components/arguments/argument-form-claim";
import { CitationFields, type SourceChoice } from "#components/arguments/citation-field";
import { isAnswered, useCitingForm } from "#components/arguments/citing-form";
import { CitingFormTop } from "#components/arguments/citing-form-top";
import { ElaborationField } from "#components/editor/elaboration-field";
import { Button } from "#components/ui/button";
import type { Answered } from "#lib/arguments/writing";
import type { FormState } from "#lib/form";

interface Props {
  /** By which buttons outside the form belong to it. */
  id: string;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
  kind: "post" | "revise";
  /** What stands in the fields at first; those that nobody sees are `hidden`. */
  given: Record<string, string>;
  hidden: readonly string[];
  /** What is answered, where that can be chosen. */
  answered?: Answered;
  sources: SourceChoice[];
  limits: { claim: number; citations: number; editMinutes: number };
  /** What stands here while nothing can be written; a form that was sent before comes back with its words all the same. */
  instead?: ReactNode;
  /** Under which what is written is kept in this browser. */
  draft: string;
}

/** An argument being written or revised. */
export function ArgumentForm({ id, act, kind, given, hidden, answered, sources, limits, instead, draft }: Props) {
  const t = useTranslations("forms");
  const { state, answer, values, busy, rounds, restore, bind, form } = useCitingForm({
    act,
    values: given,
    max: limits.citations,
  });

  if (instead && !isAnswered(answer)) return instead;
  return (
    <form className="form" id={id} {...bind} noValidate aria-label={t(`${kind}.form`)}>
      {/* What Enter presses: the first button of a form, which would else be one that takes a passage out. */}
      <button type="submit" hidden />
      {hidden.map((name) => (
        <input key={name} type="hidden" name={name} value={values[name] ?? ""} />
      ))}
      <CitingFormTop
        state={state}
        answer={answer}
        title={t(`${kind}.refused`)}
        form={form}
        name={draft}
        round={rounds.mended}
        onRestore={restore}
      />
      <div className="form" key={rounds.restored}>
        {answered && <AnsweringFields values={values} answered={answered} errors={state.fields} />}
        <ClaimField value={values.claim ?? ""} max={limits.claim} error={state.fields.claim} />
        <CitationFields key={rounds.mended} values={values} state={state} sources={sources} max={limits.citations} />
        <ElaborationField text={values.body ?? ""} document={values.document ?? ""} error={state.fields.body} />
      </div>
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t(`${kind}.submit`)}
        </Button>
        <span className="meta">{t(`${kind}.after`, { minutes: limits.editMinutes })}</span>
      </p>
    </form>
  );
}
