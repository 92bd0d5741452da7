"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button";
import type { Act } from "#components/weighing/rate-form";
import { EMPTY } from "#lib/form";

/** Takes one's rating back. */
export function RetractForm({ link, retract, words }: { link: string; retract: Act; words: string }) {
  const [state, send, busy] = useActionState(retract, EMPTY);
  return (
    <form action={send} className="mt-4">
      {state.refusal && <p className="meta">{state.refusal.sentence}</p>}
      <input type="hidden" name="link" value={link} />
      <Button kind="quiet" busy={busy}>
        {words}
      </Button>
    </form>
  );
}
