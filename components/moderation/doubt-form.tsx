"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { type DoubtKind, KindChoice } from "#components/moderation/kind-choice";
import { Button } from "#components/ui/button";
import { TextArea } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY, type FormState } from "#lib/form";
import { paths } from "#lib/paths";

interface Props {
  /** What is said: a mark or a report. */
  says: "mark" | "flag";
  argument: string;
  kinds: readonly DoubtKind[];
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** What is wrong with an argument: one of a few things, and a word about it. */
export function DoubtForm({ says, argument, kinds, act }: Props) {
  const t = useTranslations("forms.doubt");
  const heads = useTranslations("forms");
  const [state, send, busy] = useActionState(act, EMPTY);
  return (
    <form className="form max-w-[46rem]" action={send} noValidate aria-label={t(`${says}.form`)}>
      <FormRefusal state={state} title={t(`${says}.refused`)} signIn={t("signIn")} />
      <p className="read">{heads(`${says}.what`)}</p>
      <input type="hidden" name="argument" value={argument} />
      <KindChoice legend={t(`${says}.kind`)} kinds={kinds} chosen={state.values.kind} error={state.fields.kind} />
      <TextArea
        name="note"
        label={t("note")}
        hint={t("noteHint")}
        error={state.fields.note}
        rows={3}
        defaultValue={state.values.note}
      />
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t(`${says}.submit`)}
        </Button>
        <Button href={paths.argument(argument)}>{t("back")}</Button>
      </p>
    </form>
  );
}
