import { useTranslations } from "next-intl";
import type { Values } from "#components/arguments/citing-form";
import { type Sending, SendingForm } from "#components/sources/sending-form";
import { VersionChanges } from "#components/sources/version-changes";
import { VersionCitations } from "#components/sources/version-citations";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import type { Previewed } from "#lib/sources/correcting";

interface Props {
  form: Sending;
  values: Values;
  draft: string;
}

/** What a corrected text would change, and what would become of each citation; then it is stored, or mended further. */
export function CorrectFormSeen({ form, values, draft }: Props) {
  const t = useTranslations("forms.correct");
  const { changes, citations } = JSON.parse(values.preview ?? "{}") as Pick<Previewed, "changes" | "citations">;
  const number = Number(values.after) + 1;

  return (
    <SendingForm form={form} label={t("form")} refused={t("refused")} signIn={t("signIn")} draft={draft} wide>
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
        <Button kind="solid" busy={form.busy} name="do" value="store">
          {t("store", { number })}
        </Button>
        <Button name="do" value="mend">
          {t("mend")}
        </Button>
      </p>
    </SendingForm>
  );
}
