"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { TextArea, TextField } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import type { CriterionRow, LevelRow } from "#lib/classes/rubric-form";
import { EMPTY, type FormState } from "#lib/form";
import { paths } from "#lib/paths";

interface Props {
  room: string;
  assignment: string;
  rows: CriterionRow[];
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** How work is judged: criteria with their weights and levels. Rows left empty are none. */
export function RubricForm({ room, assignment, rows, act }: Props) {
  const t = useTranslations("forms.rubric");
  const [state, send, busy] = useActionState(act, EMPTY);
  /** A field of the `at`-th row of its kind, with what was sent last. */
  const field = (name: string, at: number, given: string) => ({
    ...{ name, id: `${name}.${at}`, label: t(name as "title"), error: state.fields[`${name}.${at}`] },
    defaultValue: state.values[`${name}.${at}`] ?? given,
  });
  const before = rows.map((_, i) => rows.slice(0, i).reduce((sum, { levels }) => sum + levels.length, 0));
  return (
    <form className="form" action={send} noValidate aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <input type="hidden" name="class" value={room} />
      <input type="hidden" name="assignment" value={assignment} />
      <p className="hint" id="field-rubric">
        {t("weights")}
      </p>
      {rows.map(({ key, title, weight, asks, levels }, i) => (
        <fieldset className="rubric-criterion" key={key || "new"}>
          <legend className="section-title">{key ? t("criterion", { ordinal: i + 1 }) : t("another")}</legend>
          <input type="hidden" name="key" value={key} />
          <div className="rubric-head">
            <TextField {...field("title", i, title)} />
            <TextField {...field("weight", i, weight)} inputMode="numeric" />
          </div>
          <TextField {...field("asks", i, asks)} />
          <ol className="grid gap-2" aria-label={t("levels")}>
            {levels.map((level, j) => {
              const at = (before[i] ?? 0) + j;
              return (
                <Level key={at} of={i} level={level} first={j === 0} field={(name, given) => field(name, at, given)} />
              );
            })}
          </ol>
        </fieldset>
      ))}
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("submit")}
        </Button>
        <Button href={paths.assignment(room, assignment)}>{t("leave")}</Button>
      </p>
    </form>
  );
}

interface LevelProps {
  of: number;
  level: LevelRow;
  /** The first of its criterion shows what its fields are called. */
  first: boolean;
  field: (
    name: string,
    given: string,
  ) => { name: string; id: string; label: string; error?: string; defaultValue: string };
}

function Level({ of, level: { points, label, description }, first, field }: LevelProps) {
  const named = (name: string, given: string) => {
    const { label, ...rest } = field(name, given);
    return { ...rest, label: <span className={first ? undefined : "sr-only"}>{label}</span> };
  };
  return (
    <li className="rubric-level">
      <input type="hidden" name="of" value={of} />
      <TextField {...named("points", points)} inputMode="numeric" />
      <TextField {...named("label", label)} />
      <TextArea {...named("description", description)} rows={2} />
    </li>
  );
}
