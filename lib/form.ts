/** What a form sends and what it gets back. Pure, and small enough for the browser. */
import type { z } from "zod";

export interface Refusal {
  code: string;
  /** What happened, that nothing was lost, what to do. */
  sentence: string;
  /** What helps to mend it, for instance the nearest passage. */
  details: Record<string, unknown>;
}

export interface FormState {
  refusal: Refusal | null;
  /** What is wrong with a field, one sentence each; the second of several fields named `quote` is `quote.1`. */
  fields: Record<string, string>;
  /** What was sent, by the same names, so that a refused form still holds every word. */
  values: Record<string, string>;
}

export const EMPTY: FormState = { refusal: null, fields: {}, values: {} };

/** An object of fields; it may end in a transform that makes of them what the verb takes. */
export type FormSchema = z.ZodObject | z.ZodPipe<z.ZodObject, z.ZodType>;

interface Reading {
  input: Record<string, unknown>;
  values: Record<string, string>;
  /** Codes of what no schema can see: a file where none is asked for, a field that stands twice. */
  flaws: Record<string, string>;
}

/** A password is typed again, never sent back. */
const SECRET = /password/i;

/**
 * The schema's own fields of a form, and no others. A field left empty is absent where its schema allows that. Several
 * fields of one name are a list where the schema says so, and a flaw elsewhere.
 */
export function readForm(schema: FormSchema, form: FormData): Reading {
  const reading: Reading = { input: {}, values: {}, flaws: {} };
  const { shape } = "shape" in schema ? schema : schema.in;
  for (const [name, field] of Object.entries(shape) as [string, z.ZodType][]) {
    const sent = form.getAll(name);
    const texts = sent.filter((value) => typeof value === "string");
    if (isFile(field)) {
      const [file, ...more] = sent.filter(isChosen);
      if (more.length > 0) reading.flaws[name] = "sent-twice";
      else if (file !== undefined) reading.input[name] = file;
      continue;
    }
    const list = isList(field);
    if (texts.length < sent.length) reading.flaws[name] = "not-text";
    else if (list) reading.input[name] = texts;
    else if (texts.length > 1) reading.flaws[name] = "sent-twice";
    else if (texts[0] !== undefined && !mayBeLeftOut(field, texts[0])) reading.input[name] = texts[0];
    if (SECRET.test(name)) continue;
    texts.forEach((text, i) => {
      reading.values[list ? `${name}.${i}` : name] = text;
    });
  }
  return reading;
}

function isA(kind: "array" | "file", field: z.ZodType): boolean {
  const { type, innerType, in: source } = field.def as { type: string; innerType?: z.ZodType; in?: z.ZodType };
  const inner = innerType ?? source;
  return type === kind || (inner !== undefined && isA(kind, inner));
}

const isList = (field: z.ZodType) => isA("array", field);
const isFile = (field: z.ZodType) => isA("file", field);

/** Where no file was chosen, browsers send an empty one, and scripts give it a name. */
const isChosen = (value: FormDataEntryValue) => typeof value === "string" || value.size > 0;

const mayBeLeftOut = (field: z.ZodType, text: string) => text.trim() === "" && field.safeParse(undefined).success;
