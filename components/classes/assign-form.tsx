"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { RoundFields, TaskFields } from "#components/classes/plan-fields";
import { Button } from "#components/ui/button";
import { SelectField, TextField } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { GROUPS_MAX, POST_FIRST_MAX } from "#lib/classes/assignment-schema";
import { EMPTY, type FormState } from "#lib/form";
import { paths } from "#lib/paths";

interface Props {
  room: string;
  /** Likely ones to choose from; any other is named by its address. */
  threads: { slug: string; question: string }[];
  /** What stands in the fields at first. */
  first: Record<string, string>;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** Setting a class something to do: what, where, by when, for which side. */
export function AssignForm({ room, threads, first, act }: Props) {
  const t = useTranslations("forms.assign");
  const [state, send, busy] = useActionState(act, EMPTY);
  const sent = Object.keys(state.values).length > 0;
  const values = sent ? state.values : first;
  const field = (name: string) => ({ name, error: state.fields[name], defaultValue: values[name] });
  const box = (name: "strict" | "switches" | "withArguments" | "snapshots") => (
    <label className="flex gap-2 items-baseline" key={`${name} ${values[name]}`}>
      <input type="checkbox" name={name} value="yes" defaultChecked={values[name] !== undefined} />
      <span>
        {t(`${name}.label`)}
        <span className="block hint">{t(`${name}.hint`)}</span>
      </span>
    </label>
  );
  const select = (name: "sides" | "names" | "late", options: [value: string, label: string][]) => (
    <SelectField key={`${name} ${values[name]}`} {...field(name)} label={t(`${name}.label`)} hint={t(`${name}.hint`)}>
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </SelectField>
  );
  const number = (name: string, label: string, max: number) => (
    <TextField {...field(name)} label={label} type="number" inputMode="numeric" min={0} max={max} />
  );
  return (
    <form className="form" action={send} noValidate aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <input type="hidden" name="class" value={room} />
      <TaskFields field={field} />
      <TextField {...field("thread")} label={t("thread.label")} hint={t("thread.hint")} list="likely-threads" />
      <datalist id="likely-threads">
        {threads.map(({ slug, question }) => (
          <option key={slug} value={slug}>
            {question}
          </option>
        ))}
      </datalist>
      <fieldset className="grid gap-4">
        <legend className="label mb-2">{t("round1")}</legend>
        <RoundFields n={1} field={field} />
      </fieldset>
      <fieldset className="grid gap-4">
        <legend className="label mb-2">{t("sidesTitle")}</legend>
        {select("sides", [
          ["DRAWN", t("sides.DRAWN")],
          ["CHOSEN", t("sides.CHOSEN")],
          ["NONE", t("sides.NONE")],
        ])}
        {box("strict")}
      </fieldset>
      <fieldset className="grid gap-4">
        <legend className="label mb-2">{t("round2")}</legend>
        {box("switches")}
        <RoundFields n={2} field={field} />
      </fieldset>
      <fieldset className="grid gap-4">
        <legend className="label mb-2">{t("rules")}</legend>
        {select("names", [
          ["PSEUDONYMS", t("names.PSEUDONYMS")],
          ["NAMES", t("names.NAMES")],
        ])}
        {number("postFirst", t("postFirst"), POST_FIRST_MAX)}
        {select("late", [
          ["MARKED", t("late.MARKED")],
          ["REFUSED", t("late.REFUSED")],
        ])}
        {number("groups", t("groups"), GROUPS_MAX)}
        {box("withArguments")}
        {box("snapshots")}
      </fieldset>
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("submit")}
        </Button>
        <Button href={paths.class(room)}>{t("leave")}</Button>
      </p>
    </form>
  );
}
