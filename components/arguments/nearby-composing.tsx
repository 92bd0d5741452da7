"use client";

import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import type { NearArgument } from "#lib/arguments/nearby";
import type { Stance } from "#lib/arguments/view";
import { paths } from "#lib/paths";
import type { Checked } from "#lib/sources/check";
import { type CitationFields, citationsFrom, citationsIn, type Values, writtenAt } from "#lib/sources/citation-fields";
import { wordsNaming } from "#lib/sources/stretch";

/** A shorter pause asks about half a word, a longer one is felt as waiting. */
const PAUSE_MS = 600;

interface Heard {
  /** By `keyOf`: what was said of other words is never shown of these. */
  checked: ReadonlyMap<string, Checked>;
  near: readonly NearArgument[];
  /** The words that may stand, as an address carries them. */
  words?: string;
}

/** Where the argument in the form stands, or will stand. */
export interface Standing {
  thread: string;
  /** What it answers; left out for the question. */
  parent?: string;
  /** Where the form does not ask for it. */
  stance?: Stance;
  /** The argument that is revised. */
  revised?: string;
}

interface Asking {
  /** The form's id. */
  form: string;
  /** Where nothing is compared, there is none. */
  standing?: Standing;
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

function questionOf({ stance, claim = "", ...values }: Values, standing?: Standing) {
  return { ...standing, ...(stance && { stance }), claim, citations: citationsFrom(values) };
}

async function hear(values: Values, question: string, signal: AbortSignal): Promise<Heard> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(paths.api.composing(), { method: "POST", headers, body: question, signal });
  if (!response.ok) throw new Error("no word on the form");
  const { checked, near }: { checked: Checked[]; near: NearArgument[] } = await response.json();
  const [citations, places] = [citationsIn(values), writtenAt(values)];
  const keys = places.map((at) => keyOf(at, citations[at] as CitationFields));
  const stand = checked.flatMap((one) => (one.ok && one.places.length > 0 ? [one] : []));
  return { checked: new Map(checked.map((one, i) => [keys[i] ?? "", one])), near, words: wordsNaming(stand) };
}

/**
 * Around a form in which words are cited and what stands beside it: asks the server, when somebody pauses or leaves a
 * field, whether the passages may stand and what is near. Without an answer nothing is said, and nothing waits for one.
 */
export function Composing({ form, standing, children }: Pick<Asking, "form" | "standing"> & { children: ReactNode }) {
  const [heard, setHeard] = useState(NOTHING);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asking = useRef({ question: "", request: new AbortController() });

  const ask = useCallback(() => {
    clearTimeout(timer.current);
    const element = document.getElementById(form);
    if (!(element instanceof HTMLFormElement)) return;
    const values = valuesOf(new FormData(element));
    const question = JSON.stringify(questionOf(values, standing));
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
  }, [form, standing]);

  function wait() {
    clearTimeout(timer.current);
    timer.current = setTimeout(ask, PAUSE_MS);
  }

  return (
    <Context value={{ ...heard, form, standing, ask, wait }}>
      <div className="bench">{children}</div>
    </Context>
  );
}
