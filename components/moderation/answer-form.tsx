"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { TextArea } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY, type FormState } from "#lib/form";

interface Props {
  challenge: string;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** An author's answer to a doubt about their evidence. */
export function AnswerForm({ challenge, act }: Props) {
  const t = useTranslations("forms.doubt");
  const [state, send, busy] = useActionState(act, EMPTY);
  return (
    <form className="form mt-3" action={send} noValidate aria-label={t("challenges.answer")}>
      <FormRefusal state={state} title={t("challenges.refused")} signIn={t("signIn")} />
      <input type="hidden" name="challenge" value={challenge} />
      <TextArea
        name="answer"
        label={t("challenges.answer")}
        hint={t("challenges.answerHint")}
        error={state.fields.answer}
        rows={3}
        defaultValue={state.values.answer}
      />
      <p className="button-row">
        <Button busy={busy}>{t("challenges.submitAnswer")}</Button>
      </p>
    </form>
  );
}
