import { useTranslations } from "next-intl";
import type { Values } from "#components/arguments/citing-form";
import { type Sending, SendingForm } from "#components/sources/sending-form";
import { SourceFormAside } from "#components/sources/source-form-aside";
import { OwnerField } from "#components/threads/owner-field";
import { Button } from "#components/ui/button";
import { Choice } from "#components/ui/choice";
import { TextArea, TextField } from "#components/ui/field";
import { Notice } from "#components/ui/notice";
import { paths } from "#lib/paths";
import { WARNINGS } from "#lib/sources/extraction/warning";

interface Props {
  form: Sending;
  /** What is proposed, or what was sent. */
  values: Values;
  draft: string;
  classes: readonly { slug: string; name: string }[];
}

const CLAIMED = [
  { name: "outlet", type: "text" },
  { name: "byline", type: "text" },
  { name: "publishedOn", type: "date" },
  { name: "url", type: "url" },
] as const;
/** What goes through the form unread by whoever fills it in. */
const CARRIED = ["aside", "receipt", "warnings", "from"] as const;

/** What shall be kept of a text, what it claims about itself, and who may read the whole of it. */
export function SourceFormKeep({ form, values, draft, classes }: Props) {
  const t = useTranslations("forms.bring");
  const { state, busy } = form;
  const { fields, refusal } = state;
  const rights = (["OPEN", "EXCERPTS"] as const).map((value) => ({ value, label: t(`rights.${value}`) }));
  const known = values.known || (refusal?.code === "source-exists" && String(refusal.details.source));
  return (
    <SendingForm form={form} label={t("title")} refused={t("refused")} signIn={t("signIn")} draft={draft}>
      <div id="proposal" tabIndex={-1}>
        <Notice icon="info" title={values.from ? t("proposedFrom", { from: values.from }) : t("proposed")}>
          <p>{t("lookThrough")}</p>
          {WARNINGS.filter((warning) => values.warnings?.split(" ").includes(warning)).map((warning) => (
            <p key={warning}>{t(`warnings.${warning}`)}</p>
          ))}
          {known && <p>{t.rich("known", { a: (words) => <a href={paths.source(known)}>{words}</a> })}</p>}
        </Notice>
      </div>
      {CARRIED.map((name) => (
        <input key={name} type="hidden" name={name} defaultValue={values[name]} />
      ))}
      <TextField name="title" label={t("headline")} error={fields.title} required defaultValue={values.title} />
      <TextArea
        name="text"
        label={t("text")}
        hint={t(values.receipt ? "textHintRead" : "textHint")}
        error={fields.text}
        face="read"
        rows={18}
        required
        defaultValue={values.text}
      />
      <SourceFormAside values={values} />
      <OwnerField classes={classes} chosen={values.class} />
      <Choice name="rights" legend={t("rights.legend")} options={rights} chosen={values.rights ?? "OPEN"} />
      <p className="hint">{t("claimed")}</p>
      {CLAIMED.map(({ name, type }) => (
        <TextField
          key={name}
          name={name}
          type={type}
          label={t(name)}
          error={fields[name]}
          defaultValue={values[name]}
        />
      ))}
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("submit")}
        </Button>
        {/* After the other, which is the one that the Enter key means. */}
        {known && (
          <Button busy={busy} name="again" value={known}>
            {t("noteAgain", { host: URL.parse(values.url ?? "")?.hostname ?? "none" })}
          </Button>
        )}
        <Button kind="quiet" href={paths.bringSource()}>
          {t("again")}
        </Button>
      </p>
    </SendingForm>
  );
}
