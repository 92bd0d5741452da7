"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { Act } from "#components/moderation/decide-form";
import { Button } from "#components/ui/button";
import { TextArea } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY } from "#lib/form";

/** Asking that somebody else look at a decision. */
export function AppealForm({ argument, days, act }: { argument: string; days: number; act: Act }) {
  const t = useTranslations("forms.appeal");
  const [state, send, busy] = useActionState(act, EMPTY);
  return (
    <form className="form" action={send} noValidate aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <p className="read">{t("what.appeal", { days })}</p>
      <input type="hidden" name="argument" value={argument} />
      <TextArea
        name="plea"
        label={t("plea")}
        hint={t("pleaHint")}
        error={state.fields.plea}
        rows={5}
        required
        defaultValue={state.values.plea}
      />
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("submit")}
        </Button>
      </p>
    </form>
  );
}
