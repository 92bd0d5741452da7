"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useEffect, useState } from "react";
import { isAnswered, type Values } from "#components/arguments/citing-form";
import { CorrectFormSeen } from "#components/sources/correct-form-seen";
import { type Sending, SendingForm } from "#components/sources/sending-form";
import type { Act } from "#components/sources/source-form";
import { FILES } from "#components/sources/source-form-ask";
import { Button } from "#components/ui/button";
import { TextArea, TextField } from "#components/ui/field";
import { EMPTY } from "#lib/form";

interface Props {
  correct: Act;
  source: { slug: string; number: number; text: string };
  /** What stands here while nothing can be written; a form that was sent before comes back with its words all the same. */
  instead?: ReactNode;
  draft: string;
}

/** In two steps, with script or without: the text as it shall be, then what that would change. Only the second stores. */
export function CorrectForm({ correct, source, instead, draft }: Props) {
  const [state, send, busy] = useActionState(correct, EMPTY);
  const { refusal, values } = state;
  const seen = refusal === null && values.preview !== undefined;

  useEffect(() => {
    if (state.refusal) document.getElementById("refusal")?.focus();
    else if (state.values.preview) document.getElementById("seen")?.focus();
  }, [state]);

  if (instead && !isAnswered(state)) return instead;
  const form = { state, send, busy };
  if (seen) return <CorrectFormSeen form={form} values={values} draft={draft} />;
  return <CorrectFormText form={form} source={source} draft={draft} />;
}

interface TextProps {
  form: Sending;
  source: Props["source"];
  draft: string;
}

/** The newest text, to be mended in place, or a file that takes its place. */
function CorrectFormText({ form, source, draft }: TextProps) {
  const t = useTranslations("forms.correct");
  const [restored, setRestored] = useState<Values | null>(null);
  const { state, busy } = form;
  const text = restored?.text ?? state.values.text ?? source.text;
  return (
    <SendingForm
      form={form}
      label={t("form")}
      refused={t("refused")}
      signIn={t("signIn")}
      draft={draft}
      onRestore={setRestored}
    >
      <input type="hidden" name="slug" value={source.slug} />
      <TextArea
        key={text}
        name="text"
        label={t("text")}
        hint={t("textHint", { number: source.number })}
        error={state.fields.text}
        face="read"
        rows={24}
        defaultValue={text}
      />
      <TextField
        name="file"
        type="file"
        accept={FILES}
        label={t("file")}
        hint={t("fileHint")}
        error={state.fields.file}
      />
      <div className="button-row">
        <Button kind="solid" busy={busy} name="do" value="look">
          {t("look")}
        </Button>
        <p className="hint" role="status">
          {busy ? t("looking") : t("notYet")}
        </p>
      </div>
    </SendingForm>
  );
}
