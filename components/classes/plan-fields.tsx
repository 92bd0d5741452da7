"use client";

import { useTranslations } from "next-intl";
import { TextArea, TextField } from "#components/ui/field";
import { MEASURES } from "#lib/classes/assignment";
import { askedField } from "#lib/classes/assignment-form";
import type { Kept } from "#lib/classes/assignment-kept";
import { ASKED_MAX } from "#lib/classes/assignment-schema";

/** What stands in a field by its name, and what is wrong with it. */
type FieldOf = (name: string) => { name: string; error: string | undefined; defaultValue: string | undefined };

/** What it is called, and what is to be done. */
export function TaskFields({ field }: { field: FieldOf }) {
  const t = useTranslations("forms.assign");
  return (
    <>
      <TextField {...field("title")} label={t("title.label")} />
      <TextArea
        {...field("instructions")}
        label={t("instructions.label")}
        hint={t("instructions.hint")}
        rows={6}
        face="read"
      />
    </>
  );
}

/** When a round is open and what it asks for; what pupils rely on is read and not written. */
export function RoundFields({ n, field, kept = null }: { n: 1 | 2; field: FieldOf; kept?: Kept }) {
  const t = useTranslations("forms.assign");
  const [opening, all] = [kept !== null, kept === "OVER"];
  return (
    <>
      <div className="round-fields">
        <TextField {...field(`opensAt${n}`)} label={t("opensAt")} type="datetime-local" readOnly={opening} />
        <TextField {...field(`dueAt${n}`)} label={t("dueAt")} hint={t("utc")} type="datetime-local" readOnly={all} />
      </div>
      <div className="round-fields">
        {MEASURES.map((measure) => (
          <TextField
            key={measure}
            {...field(askedField(measure, n))}
            label={t(`measures.${measure}`)}
            type="number"
            inputMode="numeric"
            min={0}
            max={ASKED_MAX}
            readOnly={all}
          />
        ))}
      </div>
    </>
  );
}
