"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { isAnswered } from "#components/arguments/citing-form";
import { Button } from "#components/ui/button";
import { TextArea } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY, type FormState } from "#lib/form";
import { paths } from "#lib/paths";

type Act = (previous: FormState, form: FormData) => Promise<FormState>;

/** Offering another wording of a claim; it begins with the one that stands. */
export function WordingForm({ argument, claim, act }: { argument: string; claim: string; act: Act }) {
  const t = useTranslations("forms.wording");
  const [state, send, busy] = useActionState(act, EMPTY);
  const given = isAnswered(state) ? state.values.claim : claim;
  return (
    <form className="form max-w-[46rem]" action={send} noValidate aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <p className="read">{t("what")}</p>
      <input type="hidden" name="argument" value={argument} />
      <TextArea
        name="claim"
        label={t("claim")}
        hint={t("claimHint")}
        error={state.fields.claim}
        face="claim"
        rows={4}
        required
        defaultValue={given}
      />
      <TextArea
        name="note"
        label={t("note")}
        hint={t("noteHint")}
        error={state.fields.note}
        rows={2}
        defaultValue={state.values.note}
      />
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("submit")}
        </Button>
        <Button href={paths.argument(argument)}>{t("leave")}</Button>
      </p>
    </form>
  );
}
