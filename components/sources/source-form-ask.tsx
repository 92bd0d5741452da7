import { useTranslations } from "next-intl";
import type { Values } from "#components/arguments/citing-form";
import { type Sending, SendingForm } from "#components/sources/sending-form";
import { Button } from "#components/ui/button";
import { TextArea, TextField } from "#components/ui/field";

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
  const { state, busy } = form;
  const { fields } = state;
  return (
    <SendingForm
      form={form}
      label={t("title")}
      refused={t("unread")}
      signIn={t("signIn")}
      draft={draft}
      onRestore={onRestore}
    >
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
    </SendingForm>
  );
}
