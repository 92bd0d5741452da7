"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { EMPTY, type FormState } from "#lib/form";

interface Props {
  room: string;
  round: string;
  note: string;
  /** What the button says; what it is called for who hears it alone. */
  words: { short: string; full: string };
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** Takes a note off the flow. */
export function TakeNoteBack({ room, round, note, words, act }: Props) {
  const [state, send, busy] = useActionState(act, EMPTY);
  return (
    <form action={send}>
      <input type="hidden" name="class" value={room} />
      <input type="hidden" name="round" value={round} />
      <input type="hidden" name="note" value={note} />
      <Button kind="quiet" small busy={busy} aria-label={words.full}>
        {words.short}
      </Button>
      {state.refusal && <span role="alert">{state.refusal.sentence}</span>}
    </form>
  );
}
