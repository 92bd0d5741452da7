import { useTranslations } from "next-intl";
import { type FormEvent, startTransition, useRef } from "react";
import type { Values } from "#components/arguments/citing-form";
import type { Sending } from "#components/sources/source-form-ask";
import { VersionChanges } from "#components/sources/version-changes";
import { VersionCitations } from "#components/sources/version-citations";
import { Button } from "#components/ui/button";
import { Draft } from "#components/ui/draft";
import { Notice } from "#components/ui/notice";
import type { Previewed } from "#lib/sources/correcting";

interface Props {
  form: Sending;
  values: Values;
  draft: string;
}

/** What a corrected text would change, and what would become of each citation; then it is stored, or mended further. */
export function CorrectFormSeen({ form: { state, send, busy }, values, draft }: Props) {
  const t = useTranslations("forms.correct");
  const element = useRef<HTMLFormElement>(null);
  const { changes, citations } = JSON.parse(values.preview ?? "{}") as Pick<Previewed, "changes" | "citations">;
  const number = Number(values.after) + 1;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const words = new FormData(event.currentTarget, submitter);
    if (!busy) startTransition(() => send(words));
  }

  return (
    <form ref={element} action={send} onSubmit={submit} noValidate aria-label={t("form")}>
      {/* What was written before is in this text: it takes its place. */}
      <Draft form={element} name={draft} answer={state} round={1} onRestore={() => {}} />
      {["slug", "after"].map((name) => (
        <input key={name} type="hidden" name={name} value={values[name]} readOnly />
      ))}
      {/* An input would lose its line breaks. */}
      <textarea hidden name="text" value={values.text} readOnly />
      <div id="seen" tabIndex={-1}>
        <Notice kind="hint" icon="info" title={t("seen")}>
          <p>{t("seenMeans", { number })}</p>
        </Notice>
      </div>
      <h2 className="section-title mt-10" id="citations">
        {t("citations")}
      </h2>
      {citations.length > 0 ? <VersionCitations citations={citations} would /> : <p>{t("uncited")}</p>}
      <h2 className="section-title mt-10">{t("changes")}</h2>
      <VersionChanges changes={changes} />
      <p className="button-row mt-8">
        <Button kind="solid" busy={busy} name="do" value="store">
          {t("store", { number })}
        </Button>
        <Button name="do" value="mend">
          {t("mend")}
        </Button>
      </p>
    </form>
  );
}
