"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { TextArea } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY, type FormState } from "#lib/form";
import { paths } from "#lib/paths";

interface Props {
  id: string;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** Taking an argument's words away for good: what goes, what stays, and why. */
export function RedactForm({ id, act }: Props) {
  const t = useTranslations("forms.redact");
  const [state, send, busy] = useActionState(act, EMPTY);
  return (
    <form className="form max-w-[46rem]" action={send} noValidate aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <p className="read">{t("what")}</p>
      <input type="hidden" name="argument" value={id} />
      <TextArea
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        error={state.fields.reason}
        rows={2}
        defaultValue={state.values.reason}
      />
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("submit")}
        </Button>
        <Button href={paths.argument(id)}>{t("leave")}</Button>
      </p>
    </form>
  );
}
