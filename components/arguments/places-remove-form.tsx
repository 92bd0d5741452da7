"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { TextArea } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY, type FormState } from "#lib/form";
import { paths } from "#lib/paths";

interface Props {
  argument: string;
  link: string;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** Taking an argument out of one of its places; it stays in the others. */
export function RemoveHereForm({ argument, link, act }: Props) {
  const t = useTranslations("forms.removeHere");
  const [state, send, busy] = useActionState(act, EMPTY);
  return (
    <form className="form" action={send} noValidate aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <input type="hidden" name="argument" value={argument} />
      <input type="hidden" name="link" value={link} />
      <TextArea
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        error={state.fields.reason}
        rows={2}
        required
        defaultValue={state.values.reason}
      />
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("submit")}
        </Button>
        <Button href={paths.places(argument)}>{t("leave")}</Button>
      </p>
    </form>
  );
}
