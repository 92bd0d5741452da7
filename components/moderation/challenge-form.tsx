"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { KindChoice } from "#components/moderation/kind-choice";
import { Button } from "#components/ui/button";
import { SelectField, TextArea } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY, type FormState } from "#lib/form";
import { CHALLENGE_KINDS } from "#lib/moderation/schema";
import { paths } from "#lib/paths";

interface Props {
  argument: string;
  citations: { id: string; words: string }[];
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** A doubt about one passage of an argument, and why. */
export function ChallengeForm({ argument, citations, act }: Props) {
  const t = useTranslations("forms.doubt");
  const heads = useTranslations("forms.challenge");
  const [state, send, busy] = useActionState(act, EMPTY);
  return (
    <form className="form max-w-[46rem]" action={send} noValidate aria-label={t("challenge.form")}>
      <FormRefusal state={state} title={t("challenge.refused")} signIn={t("signIn")} />
      <p className="read">{heads("what")}</p>
      {citations.length === 1 ? (
        <input type="hidden" name="citation" value={citations[0]?.id} />
      ) : (
        <SelectField name="citation" label={t("challenge.citation")} defaultValue={state.values.citation}>
          {citations.map(({ id, words }) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </SelectField>
      )}
      <KindChoice
        legend={t("challenge.kind")}
        kinds={CHALLENGE_KINDS}
        chosen={state.values.kind}
        error={state.fields.kind}
      />
      <TextArea
        name="note"
        label={t("challenge.note")}
        hint={t("challenge.noteHint")}
        error={state.fields.note}
        rows={3}
        required
        defaultValue={state.values.note}
      />
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("challenge.submit")}
        </Button>
        <Button href={paths.argument(argument)}>{t("back")}</Button>
      </p>
    </form>
  );
}
