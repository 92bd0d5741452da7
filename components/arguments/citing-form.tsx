"use client";

import { type FormEvent, startTransition, useActionState, useEffect, useRef, useState } from "react";
import { useComposing, valuesOf } from "#components/arguments/nearby-composing";
import { EMPTY, type FormState } from "#lib/form";
import { mended } from "#lib/sources/citation-fields";

export type Values = Record<string, string>;

/** Values that take the place of what the server said last. */
interface Changed {
  over: FormState;
  values: Values;
  /** The field to go on in. */
  at?: string;
}

interface Given {
  act: (previous: FormState, form: FormData) => Promise<FormState>;
  values: Values;
  /** As many passages as there may be. */
  max: number;
}

/** Whether the server has said something to a form that was sent. */
export const isAnswered = (state: FormState): boolean => state.refusal !== null || Object.keys(state.values).length > 0;

/**
 * A form in which words are cited. Without script every button of it sends the form, and it comes back changed. With
 * script passages change at once, and a refused form keeps what was written while it was on its way: nothing resets it.
 */
export function useCitingForm({ act, values: given, max }: Given) {
  const [answer, send, busy] = useActionState(act, EMPTY);
  const [changed, setChanged] = useState<Changed | null>(null);
  const [rounds, setRounds] = useState({ restored: 0, mended: 0 });
  const form = useRef<HTMLFormElement>(null);
  const { ask, wait } = useComposing();
  const mending = changed?.over === answer ? changed : null;
  // What was refused is being mended: it counts no longer.
  const state = mending ? EMPTY : answer;
  const values = mending?.values ?? (isAnswered(answer) ? answer.values : given);
  const at = mending ? mending.at : answer.values.at;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the same field again is a round of its own
  useEffect(() => {
    const place = at ? `field-${at}` : state.refusal && "refusal";
    if (place) document.getElementById(place)?.focus();
  }, [state, at, rounds.mended]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was put in by a button or an answer is asked about
  useEffect(ask, [ask, answer, rounds]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const words = new FormData(event.currentTarget);
    const pressed = submitter instanceof HTMLButtonElement && submitter.name === "do" ? submitter.value : undefined;
    const now = mended(valuesOf(words), pressed, max);
    if (now) {
      setChanged({ over: answer, values: now, at: now.at });
      setRounds({ ...rounds, mended: rounds.mended + 1 });
    } else startTransition(() => send(words));
  }

  function restore(words: Values) {
    setChanged({ over: answer, values: { ...values, ...words } });
    setRounds({ ...rounds, restored: rounds.restored + 1 });
  }

  const bind = { action: send, onSubmit: submit, onInput: wait, onBlur: ask, ref: form };
  return { state, answer, values, busy, rounds, restore, bind, form };
}
