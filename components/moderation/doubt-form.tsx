"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Button } from "#components/ui/button";
import { TextArea } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY, type FormState } from "#lib/form";
import { paths } from "#lib/paths";
import type messages from "#messages/en";

type Kind = keyof (typeof messages)["forms"]["doubt"]["kinds"];

interface Props {
  /** What is said: a mark or a report. */
  says: "mark" | "flag";
  argument: string;
  kinds: readonly Kind[];
  act: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Further fields, above the choice. */
  children?: ReactNode;
}

/** What is wrong with an argument: one of a few things, and a word about it. */
export function DoubtForm({ says, argument, kinds, act, children }: Props) {
  const t = useTranslations("forms.doubt");
  const heads = useTranslations("forms");
  const [state, send, busy] = useActionState(act, EMPTY);
  return (
    <form className="form max-w-[46rem]" action={send} noValidate aria-label={t(`${says}.form`)}>
      <FormRefusal state={state} title={t(`${says}.refused`)} signIn={t("signIn")} />
      <p className="read">{heads(`${says}.what`)}</p>
      <input type="hidden" name="argument" value={argument} />
      {children}
      <fieldset id="field-kind" aria-describedby={state.fields.kind && "error-kind"}>
        <legend className="label mb-3">{t(`${says}.kind`)}</legend>
        <div className="kinds">
          {kinds.map((kind) => (
            <label key={kind}>
              <input type="radio" name="kind" value={kind} defaultChecked={state.values.kind === kind} required />
              <span>
                <b>{t(`kinds.${kind}.label`)}</b>
                <span className="meta">{t(`kinds.${kind}.means`)}</span>
              </span>
            </label>
          ))}
        </div>
        {state.fields.kind && (
          <p className="field-error" id="error-kind">
            {state.fields.kind}
          </p>
        )}
      </fieldset>
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
