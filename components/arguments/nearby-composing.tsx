"use client";

import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import type { NearArgument } from "#lib/arguments/nearby";
import { paths } from "#lib/paths";
import type { Checked } from "#lib/sources/check";
import { type CitationFields, citationsFrom, citationsIn, type Values, writtenAt } from "#lib/sources/citation-fields";

/** A shorter pause asks about half a word, a longer one is felt as waiting. */
const PAUSE_MS = 600;

interface Heard {
  /** By `keyOf`: what was said of other words is never shown of these. */
  checked: ReadonlyMap<string, Checked>;
  near: readonly NearArgument[];
  /** The thread and the argument that were asked about. */
  thread?: string;
  parent?: string;
}

interface Asking {
  /** The form's id. */
  form: string;
  /** Asks at once, unless nothing has changed. */
  ask: () => void;
  /** Asks after a pause. */
  wait: () => void;
}

const NOTHING: Heard = { checked: new Map(), near: [] };
const Context = createContext<Heard & Asking>({ ...NOTHING, form: "", ask: () => undefined, wait: () => undefined });

/** What the server says of the form around, and how to ask it. */
export const useComposing = () => useContext(Context);

/** A passage as it stands at its place in the form. */
export const keyOf = (at: number, { source, quote, place }: CitationFields) =>
  JSON.stringify([at, source, quote.replace(/\r\n?/g, "\n"), place]);

/** The texts in a form. */
export function valuesOf(words: FormData): Record<string, string> {
  return Object.fromEntries([...words].filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

function questionOf(values: Values) {
  const { thread, parent, stance, claim = "" } = values;
  const where = { thread: thread || undefined, parent: parent || undefined, stance: stance || undefined };
  return { ...where, claim, citations: citationsFrom(values) };
}

async function hear(values: Values, question: string, signal: AbortSignal): Promise<Heard> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(paths.api.composing(), { method: "POST", headers, body: question, signal });
  if (!response.ok) throw new Error("no word on the form");
  const { checked, near }: { checked: Checked[]; near: NearArgument[] } = await response.json();
  const [citations, places] = [citationsIn(values), writtenAt(values)];
  const keys = places.map((at) => keyOf(at, citations[at] as CitationFields));
  const { thread, parent } = questionOf(values);
  return { checked: new Map(checked.map((one, i) => [keys[i] ?? "", one])), near, thread, parent };
}

/**
 * Around a form in which words are cited and what stands beside it: asks the server, when somebody pauses or leaves a
 * field, whether the passages may stand and what is near. Without an answer nothing is said, and nothing waits for one.
 */
export function Composing({ form, children }: { form: string; children: ReactNode }) {
  const [heard, setHeard] = useState(NOTHING);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asking = useRef({ question: "", request: new AbortController() });

  const ask = useCallback(() => {
    clearTimeout(timer.current);
    const element = document.getElementById(form);
    if (!(element instanceof HTMLFormElement)) return;
    const values = valuesOf(new FormData(element));
    const question = JSON.stringify(questionOf(values));
    if (question === asking.current.question) return;
    asking.current.request.abort();
    const request = new AbortController();
    asking.current = { question, request };
    if (!values.claim?.trim() && writtenAt(values).length === 0) return setHeard(NOTHING);
    hear(values, question, request.signal)
      .then(setHeard)
      .catch(() => {
        // The next pause asks again.
        if (asking.current.request === request) asking.current.question = "";
      });
  }, [form]);

  function wait() {
    clearTimeout(timer.current);
    timer.current = setTimeout(ask, PAUSE_MS);
  }

  return (
    <Context value={{ ...heard, form, ask, wait }}>
      <div className="bench">{children}</div>
    </Context>
  );
}
