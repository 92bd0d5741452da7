"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { SelectField, TextField } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import type { Speech } from "#lib/classes/round";
import type { RoundFormat } from "#lib/classes/round-formats";
import type { RoundChoices } from "#lib/classes/round-queries";
import { EMPTY, type FormState } from "#lib/form";

/** A row before anybody changes it. */
export interface SpeechRow extends Pick<Speech, "name" | "kind" | "side"> {
  minutes: string;
}

interface Props {
  room: string;
  format: RoundFormat;
  rows: SpeechRow[];
  prep: string;
  choices: Pick<RoundChoices, "threads" | "people">;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** A round before it is opened: its thread, its speeches, who notes what is said. */
export function RoundForm({ room, format, rows, prep, choices: { threads, people }, act }: Props) {
  const t = useTranslations("forms.round");
  const [state, send, busy] = useActionState(act, EMPTY);
  const { values, fields } = state;
  return (
    <form className="form" action={send} noValidate aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <input type="hidden" name="class" value={room} />
      <input type="hidden" name="format" value={format} />
      <SelectField
        name="thread"
        label={t("thread")}
        error={fields.thread}
        defaultValue={values.thread}
        key={`t${values.thread}`}
      >
        {threads.map(({ slug, question }) => (
          <option key={slug} value={slug}>
            {question}
          </option>
        ))}
      </SelectField>
      <fieldset className="round-rows">
        <legend className="label mb-2">{t("speeches")}</legend>
        <p className="meta">{t("speechesHint")}</p>
        {fields.speeches && <p className="field-error">{fields.speeches}</p>}
        <ol>
          {rows
            .map((row, place) => ({ row, place }))
            .map(({ row, place }) => (
              <Row key={place} {...{ row, place, state }} />
            ))}
        </ol>
      </fieldset>
      <TextField
        name="prep"
        label={t("prep")}
        hint={t("prepHint")}
        error={fields.prep}
        inputMode="text"
        defaultValue={values.prep ?? prep}
      />
      <SelectField
        name="recorder"
        label={t("recorder")}
        hint={t("recorderHint")}
        error={fields.recorder}
        defaultValue={values.recorder}
        key={`r${values.recorder}`}
      >
        <option value="">{t("everybody")}</option>
        {people.map(({ handle, name }) => (
          <option key={handle} value={handle}>
            {name} (@{handle})
          </option>
        ))}
      </SelectField>
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("open")}
        </Button>
      </p>
    </form>
  );
}

/** One speech: what it is called, what it is, whose, how long, and who gives it. */
function Row({ row, place, state: { values, fields } }: { row: SpeechRow; place: number; state: FormState }) {
  const t = useTranslations("forms.round");
  const at = { place: place + 1 };
  const sent = (name: string, own: string) => values[`${name}.${place}`] ?? own;
  const error = ["name", "minutes", "speaker"].map((name) => fields[`${name}.${place}`]).find(Boolean);
  const field = (name: string, own: string) => ({
    ...{ name, className: "input", "aria-label": t(`row.${name as "name"}`, at), defaultValue: sent(name, own) },
    ...{ id: `field-${name}.${place}`, "aria-invalid": fields[`${name}.${place}`] ? (true as const) : undefined },
  });
  return (
    <li>
      <input {...field("name", row.name)} placeholder={t("name")} />
      <select {...field("kind", row.kind)} key={sent("kind", row.kind)}>
        <option value="SPEECH">{t("SPEECH")}</option>
        <option value="CROSS_EXAMINATION">{t("CROSS_EXAMINATION")}</option>
      </select>
      <select {...field("side", row.side ?? "")} key={`s${sent("side", row.side ?? "")}`}>
        <option value="PRO">{t("PRO")}</option>
        <option value="CON">{t("CON")}</option>
        <option value="">{t("both")}</option>
      </select>
      <input {...field("minutes", row.minutes)} />
      <input {...field("speaker", "")} placeholder={t("speaker")} autoComplete="off" />
      {error && <p className="field-error">{error}</p>}
    </li>
  );
}
