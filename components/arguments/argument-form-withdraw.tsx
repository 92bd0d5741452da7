"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { isAnswered } from "#components/arguments/citing-form";
import { Button } from "#components/ui/button";
import { TextArea } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY, type FormState } from "#lib/form";
import { paths } from "#lib/paths";

interface Props {
  id: string;
  /** In how many places it stands. */
  places: number;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
  /** What stands here while nothing can be written; a form that was sent before comes back with its words all the same. */
  instead?: ReactNode;
}

/** Taking an argument back: what stays, and why it is done. */
export function WithdrawForm({ id, places, act, instead }: Props) {
  const t = useTranslations("forms.withdraw");
  const [state, send, busy] = useActionState(act, EMPTY);
  if (instead && !isAnswered(state)) return instead;
  return (
    <form className="form max-w-[46rem]" action={send} noValidate aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <p className="read">{t("stays")}</p>
      {places > 1 && (
        <p className="read">
          {t("everywhere", { places })} <a href={paths.places(id)}>{t("oneAlone")}</a>
        </p>
      )}
      <input type="hidden" name="argument" value={id} />
      <TextArea
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        error={state.fields.reason}
        rows={3}
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
