"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY, type FormState } from "#lib/form";

interface Props {
  named: Record<string, string>;
  note: string;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** A word on one argument. */
export function NoteForm({ named, note, act }: Props) {
  const t = useTranslations("forms.grade");
  const [state, send, busy] = useActionState(act, EMPTY);
  const id = `note-${named.argument}`;
  return (
    <form className="grid gap-2 mt-3" action={send} noValidate>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      {Object.entries(named).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="label" htmlFor={id}>
        {t("note")}
      </label>
      <textarea className="input" id={id} name="note" rows={2} defaultValue={state.values.note ?? note} />
      <p>
        <Button small busy={busy}>
          {t("keepNote")}
        </Button>
      </p>
    </form>
  );
}
