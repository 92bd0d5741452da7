import { useTranslations } from "next-intl";
import { type FormEvent, startTransition, useRef } from "react";
import type { Values } from "#components/arguments/citing-form";
import { Button } from "#components/ui/button";
import { Draft } from "#components/ui/draft";
import { TextArea, TextField } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import type { FormState } from "#lib/form";

export interface Sending {
  state: FormState;
  send: (form: FormData) => void;
  busy: boolean;
}

/** Sends a form without emptying it, so that it still holds every word, and the chosen file, when it was refused. */
export function sendBy({ send, busy }: Sending) {
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const words = new FormData(event.currentTarget, submitter);
    if (!busy) startTransition(() => send(words));
  };
}

interface Props {
  form: Sending;
  values: Values;
  draft: string;
  onRestore: (words: Values) => void;
}

/** The kinds of file that are read. */
export const FILES = ".txt,.md,.html,.htm,.pdf,.docx";

/** What somebody has: words to paste, a file, or an address. */
export function SourceFormAsk({ form, values, draft, onRestore }: Props) {
  const t = useTranslations("forms.bring");
  const element = useRef<HTMLFormElement>(null);
  const { state, busy } = form;
  const { fields } = state;
  return (
    <form
      ref={element}
      className="form max-w-[46rem]"
      action={form.send}
      onSubmit={sendBy(form)}
      noValidate
      aria-label={t("title")}
    >
      <FormRefusal state={state} title={t("unread")} signIn={t("signIn")} />
      <Draft form={element} name={draft} answer={state} round={0} onRestore={onRestore} />
      <TextArea
        key={values.text}
        name="text"
        label={t("paste")}
        hint={t("pasteHint")}
        error={fields.text}
        face="read"
        rows={12}
        defaultValue={values.text}
      />
      <TextField name="file" type="file" accept={FILES} label={t("file")} hint={t("fileHint")} error={fields.file} />
      <TextField
        name="url"
        type="url"
        label={t("fetch")}
        hint={t("fetchHint")}
        error={fields.url}
        defaultValue={values.url}
      />
      <div className="button-row">
        <Button kind="solid" busy={busy}>
          {t("look")}
        </Button>
        <p className="hint" role="status">
          {busy ? t("reading") : t("notYet")}
        </p>
      </div>
    </form>
  );
}
