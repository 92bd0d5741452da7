import type { ComponentProps, ReactNode } from "react";
import { Icon } from "#components/ui/icon";

interface FieldProps {
  name: string;
  /** The end of its id: `field-{id}`. Its name where nothing else is said; of several of one name each needs its own. */
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with it, as one sentence. */
  error?: ReactNode;
}

/** The attributes that tie a control to its label, hint and error. */
function ties({ name, id = name, hint, error }: FieldProps) {
  const described = [error && `error-${id}`, hint && `hint-${id}`].filter(Boolean).join(" ");
  return {
    id: `field-${id}`,
    name,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": described || undefined,
  } as const;
}

function Field({ name, id = name, label, hint, error, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className="field">
      <label className="label" htmlFor={`field-${id}`}>
        {label}
      </label>
      {children}
      {error && (
        <p className="field-error" id={`error-${id}`}>
          <Icon name="octagon-x" />
          <span>{error}</span>
        </p>
      )}
      {hint && (
        <p className="hint" id={`hint-${id}`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** One line. Everything beyond label, hint and error goes to the `input`. */
export function TextField({ name, id, label, hint, error, ...input }: FieldProps & ComponentProps<"input">) {
  const field = { name, id, label, hint, error };
  return (
    <Field {...field}>
      <input className="input" {...ties(field)} {...input} />
    </Field>
  );
}

/** Several lines; `face` sets them as they will stand: as a claim on a ruled line, or to be read. */
export function TextArea({
  name,
  id,
  label,
  hint,
  error,
  face,
  ...area
}: FieldProps & ComponentProps<"textarea"> & { face?: "claim" | "read" }) {
  const field = { name, id, label, hint, error };
  return (
    <Field {...field}>
      <textarea className={`input ${face ?? ""}`} {...ties(field)} {...area} />
    </Field>
  );
}

/** A choice of many, natively; `children` are its options. */
export function SelectField({ name, id, label, hint, error, ...select }: FieldProps & ComponentProps<"select">) {
  const field = { name, id, label, hint, error };
  return (
    <Field {...field}>
      <select className="input" {...ties(field)} {...select} />
    </Field>
  );
}
