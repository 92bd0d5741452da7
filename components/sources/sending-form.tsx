import { type FormEvent, type ReactNode, startTransition, useRef } from "react";
import type { Values } from "#components/arguments/citing-form";
import { Draft } from "#components/ui/draft";
import { FormRefusal } from "#components/ui/form-refusal";
import type { FormState } from "#lib/form";

export interface Sending {
  state: FormState;
  send: (form: FormData) => void;
  busy: boolean;
}

/** Sends a form without emptying it, so that it still holds every word, and the chosen file, when it was refused. */
export function sendBy({ send, busy }: Pick<Sending, "send" | "busy">) {
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const words = new FormData(event.currentTarget, submitter);
    if (!busy) startTransition(() => send(words));
  };
}

interface Props {
  form: Sending;
  label: string;
  /** What is said above a refusal, and of signing in again. */
  refused: string;
  signIn: string;
  draft: string;
  /** Takes back words that were not sent. Left out where those of the form take their place: they come from them. */
  onRestore?: (words: Values) => void;
  /** Whether it holds more than lines of a form's width. */
  wide?: boolean;
  children: ReactNode;
}

/** A form of a text, with what was refused of it; it keeps every word, and the chosen file, when it is sent, and others in a draft. */
export function SendingForm({
  form: { state, send, busy },
  label,
  refused,
  signIn,
  draft,
  onRestore,
  wide,
  children,
}: Props) {
  const element = useRef<HTMLFormElement>(null);
  return (
    <form
      ref={element}
      className={wide ? undefined : "form max-w-[46rem]"}
      action={send}
      onSubmit={sendBy({ send, busy })}
      noValidate
      aria-label={label}
    >
      <FormRefusal state={state} title={refused} signIn={signIn} />
      <Draft form={element} name={draft} answer={state} round={onRestore ? 0 : 1} onRestore={onRestore ?? (() => {})} />
      {children}
    </form>
  );
}
