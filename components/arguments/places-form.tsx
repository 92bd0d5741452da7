"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { AnsweringFields } from "#components/arguments/argument-form-answering";
import { isAnswered } from "#components/arguments/citing-form";
import { Button } from "#components/ui/button";
import { FormRefusal } from "#components/ui/form-refusal";
import type { Answered } from "#lib/arguments/writing";
import { EMPTY, type FormState } from "#lib/form";

interface Props {
  kind: "use" | "move";
  act: (previous: FormState, form: FormData) => Promise<FormState>;
  /** What stands in the fields at first. */
  given: Record<string, string>;
  hidden: readonly string[];
  answered: Answered;
  leave: string;
}

/** How an argument stands to what it is to answer, there too or instead. */
export function PlaceForm({ kind, act, given, hidden, answered, leave }: Props) {
  const t = useTranslations("forms");
  const [state, send, busy] = useActionState(act, EMPTY);
  const values = isAnswered(state) ? state.values : given;
  return (
    <form className="form" action={send} noValidate aria-label={t(`${kind}.form`)}>
      <FormRefusal state={state} title={t(`${kind}.refused`)} signIn={t("withdraw.signIn")} />
      {hidden.map((name) => (
        <input key={name} type="hidden" name={name} value={given[name] ?? ""} />
      ))}
      <AnsweringFields values={values} answered={answered} errors={state.fields} />
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t(`${kind}.submit`)}
        </Button>
        <Button href={leave}>{t(`${kind}.leave`)}</Button>
      </p>
    </form>
  );
}
