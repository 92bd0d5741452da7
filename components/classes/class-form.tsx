"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "#components/ui/button";
import { TextArea, TextField } from "#components/ui/field";
import { Notice } from "#components/ui/notice";
import { EMPTY, type FormState } from "#lib/form";

interface Field {
  name: string;
  label: string;
  hint?: string;
  /** `area` for several lines. */
  type?: "area" | "date" | "number";
  /** What it holds before anything was sent. */
  value?: string;
}

interface Props {
  act: (previous: FormState, form: FormData) => Promise<FormState>;
  hidden?: Record<string, string>;
  fields: Field[];
  submit: string;
  kind?: "solid" | "outline";
  /** Choices below the fields. */
  children?: ReactNode;
}

/** A form about a class; a refused one keeps every word. It works without script. */
export function ClassForm({ act, hidden = {}, fields, submit, kind = "solid", children }: Props) {
  const [{ refusal, fields: errors, values }, send, busy] = useActionState(act, EMPTY);
  return (
    <form className="grid gap-6" action={send} noValidate>
      {refusal && <Notice kind="refused" title={refusal.sentence} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ type, value, ...field }) => {
        const ties = { ...field, error: errors[field.name], defaultValue: values[field.name] ?? value };
        return type === "area" ? (
          <TextArea key={field.name} rows={3} {...ties} />
        ) : (
          <TextField key={field.name} type={type} autoComplete="off" {...ties} />
        );
      })}
      {children}
      <div>
        <Button kind={kind} busy={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
