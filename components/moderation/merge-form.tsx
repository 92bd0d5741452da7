"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { Act } from "#components/moderation/decide-form";
import { Button } from "#components/ui/button";
import { TextArea } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY } from "#lib/form";
import { paths } from "#lib/paths";

interface One {
  id: string;
  number: number;
}

/** Merging one argument into the other, with a word for everybody. */
export function MergeForm({ argument, into, act }: { argument: One; into: One; act: Act }) {
  const t = useTranslations("forms.merge");
  const [state, send, busy] = useActionState(act, EMPTY);
  const values = { number: argument.number, into: into.number };
  return (
    <form className="form" action={send} noValidate aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <input type="hidden" name="argument" value={argument.id} />
      <input type="hidden" name="into" value={into.id} />
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
          {t("submit", values)}
        </Button>
        <Button href={paths.argument(argument.id)}>{t("leave")}</Button>
      </p>
    </form>
  );
}

/** Taking a merge back. */
export function UnmergeForm({ argument, into, act }: { argument: One; into: One; act: Act }) {
  const t = useTranslations("forms.merge");
  const [state, send, busy] = useActionState(act, EMPTY);
  return (
    <form className="form max-w-[46rem]" action={send} noValidate aria-label={t("undoTitle")}>
      <FormRefusal state={state} title={t("undoRefused")} signIn={t("signIn")} />
      <p className="read">{t("undoMeans", { number: argument.number, into: into.number })}</p>
      <input type="hidden" name="argument" value={argument.id} />
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("undo")}
        </Button>
        <Button href={paths.argument(into.id)}>{t("leave")}</Button>
      </p>
    </form>
  );
}
