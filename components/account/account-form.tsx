"use client";

import { type ComponentProps, type ReactNode, useActionState } from "react";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { Notice } from "#components/ui/notice";
import { EMPTY, type FormState } from "#lib/form";

interface Props {
  act: (previous: FormState, form: FormData) => Promise<FormState>;
  fields?: (ComponentProps<typeof TextField> & { label: string; hint?: string })[];
  hidden?: Record<string, string | undefined>;
  submit: string;
  /** What the button does, where its word alone does not say to what. */
  submitLabel?: string;
  kind?: "solid" | "outline" | "quiet";
  /** Fields of other kinds, below those in a line. */
  children?: ReactNode;
  /** What is said when it is done, above the secret that the act shows once. */
  shown?: string;
}

/** A form of few lines, or a button alone. It works without script, and a refusal keeps every word but passwords. */
export function AccountForm({
  act,
  fields = [],
  hidden = {},
  submit,
  submitLabel,
  kind = "solid",
  shown,
  children,
}: Props) {
  const [{ refusal, fields: errors, values }, send, busy] = useActionState(act, EMPTY);
  return (
    <form className="grid gap-6" action={send} noValidate>
      {refusal && <Notice kind="refused" title={refusal.sentence} />}
      {shown && (
        <div aria-live="polite" className="empty:hidden">
          {values.shown !== undefined && (
            <Notice kind="hint" title={shown}>
              {values.shown && <code className="block mt-2 break-all">{values.shown}</code>}
            </Notice>
          )}
        </div>
      )}
      {Object.entries(hidden).map(
        ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {fields.map((field) => (
        <TextField key={field.name} defaultValue={values[field.name]} {...field} error={errors[field.name]} />
      ))}
      {children}
      <div>
        <Button kind={kind} busy={busy} aria-label={submitLabel}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
