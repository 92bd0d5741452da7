"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { Choice } from "#components/ui/choice";
import { SelectField, TextArea } from "#components/ui/field";
import { Notice } from "#components/ui/notice";
import { EMPTY, type FormState } from "#lib/form";
import { paths } from "#lib/paths";

interface Props {
  handle: string;
  /** The review from which one comes, and to which one goes back. */
  review: string | undefined;
  reasons: { code: string; sentence: string }[];
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

const KINDS = ["SILENCE", "SUSPEND"] as const;
const LENGTHS = ["d1", "d7", "d30", "d365", "none"] as const;

/** Keeping somebody from writing or from signing in: what, for how long, and why. */
export function SanctionForm({ handle, review, reasons, act }: Props) {
  const t = useTranslations("sanctions.give");
  const [{ refusal, fields, values }, send, busy] = useActionState(act, EMPTY);
  const { kind = "SILENCE", days = "d1", code, note } = values;
  return (
    <form className="form" action={send} noValidate aria-label={t("form")}>
      {refusal && <Notice kind="refused" title={refusal.sentence} />}
      <input type="hidden" name="handle" value={handle} />
      {review && <input type="hidden" name="review" value={review} />}
      <Choice
        key={`kind ${kind}`}
        name="kind"
        legend={t("kind")}
        options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        chosen={kind}
      />
      <Choice
        key={`days ${days}`}
        name="days"
        legend={t("days")}
        options={LENGTHS.map((value) => ({ value, label: t(`lengths.${value}`) }))}
        chosen={days}
      />
      <SelectField key={code} name="code" label={t("code")} error={fields.code} defaultValue={code}>
        {reasons.map((reason) => (
          <option key={reason.code} value={reason.code}>
            {reason.sentence}
          </option>
        ))}
      </SelectField>
      <TextArea name="note" label={t("note")} hint={t("noteHint")} error={fields.note} rows={3} defaultValue={note} />
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("submit")}
        </Button>
        <Button href={paths.person(handle)}>@{handle}</Button>
      </p>
    </form>
  );
}
