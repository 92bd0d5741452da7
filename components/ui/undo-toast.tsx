"use client";

import { useActionState } from "react";
import { Icon } from "#components/ui/icon";
import { EMPTY, type FormState } from "#lib/form";

interface Props {
  /** What one has just done. */
  said: string;
  undo: string;
  /** The act that takes it back, and what it is sent. */
  act: (previous: FormState, form: FormData) => Promise<FormState>;
  given: Record<string, string>;
}

/** Says what one just did, and takes it back. */
export function UndoToast({ said, undo, act, given }: Props) {
  const [state, send, busy] = useActionState(act, EMPTY);
  return (
    <form className="toast" action={send} role="status">
      <Icon name={state.refusal ? "octagon-x" : "check"} />
      <span>{state.refusal?.sentence ?? said}</span>
      {Object.entries(given).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="quiet" type="submit" aria-busy={busy || undefined}>
        {undo}
      </button>
    </form>
  );
}
