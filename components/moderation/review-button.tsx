"use client";

import { useActionState } from "react";
import type { Act } from "#components/moderation/decide-form";
import { EMPTY } from "#lib/form";

interface Props {
  act: Act;
  hidden: Record<string, string | undefined>;
  words: string;
  /** The key that presses it. */
  dataKey: string;
}

/** One act about a review, by one button. */
export function ReviewButton({ act, hidden, words, dataKey }: Props) {
  const [{ refusal }, send] = useActionState(act, EMPTY);
  return (
    <form action={send}>
      {refusal && <span role="alert">{refusal.sentence} </span>}
      {Object.entries(hidden).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <button className="quiet" type="submit" data-key={dataKey}>
        {words} <kbd>{dataKey.toUpperCase()}</kbd>
      </button>
    </form>
  );
}
