"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useEffect } from "react";
import { Button } from "#components/ui/button";
import { SelectField, TextField } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { NOTE_MAX } from "#lib/classes/round-schema";
import { EMPTY, type FormState } from "#lib/form";

interface Props {
  room: string;
  round: string;
  /** In whose column it is to stand. */
  speech: number;
  name: string;
  /** In whose rows it may stand. */
  rows: { id: string; number: number; claim: string }[];
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** A line of what is being said, and at once the next one. */
export function RoundNoteForm({ room, round, speech, name, rows, act }: Props) {
  const t = useTranslations("forms.round");
  const router = useRouter();
  const [state, send, busy] = useActionState(act, EMPTY);
  const { written, text = "" } = state.values;
  useEffect(() => {
    if (written) router.refresh();
  }, [written, router]);
  return (
    <form className="round-note-form" action={send} noValidate aria-label={t("noteForm")}>
      <FormRefusal state={state} title={t("notNoted")} signIn={t("signIn")} />
      <input type="hidden" name="class" value={room} />
      <input type="hidden" name="round" value={round} />
      <input type="hidden" name="speech" value={speech} />
      <TextField
        name="text"
        label={t("note", { name })}
        hint={t("noteHint", { max: NOTE_MAX })}
        error={state.fields.text}
        maxLength={NOTE_MAX}
        autoComplete="off"
        defaultValue={text}
      />
      {rows.length > 0 && (
        <SelectField name="answers" label={t("inRow")} error={state.fields.answers} defaultValue="">
          <option value="">{t("newRow")}</option>
          {rows.map(({ id, number, claim }) => (
            <option key={id} value={id}>
              {t("rowOf", { number, claim })}
            </option>
          ))}
        </SelectField>
      )}
      <Button busy={busy}>{t("write")}</Button>
    </form>
  );
}
