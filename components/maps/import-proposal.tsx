import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ImportClaims } from "#components/maps/import-claims";
import { type Sending, sendBy } from "#components/sources/sending-form";
import { Button } from "#components/ui/button";
import { FormRefusal } from "#components/ui/form-refusal";
import type { ShownProposal } from "#lib/maps/form";
import { paths } from "#lib/paths";

interface Props {
  /** null: a thread would be opened. */
  slug: string | null;
  form: Sending;
  /** The file on its way, and what would come of it. */
  values: Record<string, string>;
}

/** What would come of a file: how much, what waits and why, what is lost, claim by claim. */
export function ImportProposal({ slug, form, values }: Props) {
  const t = useTranslations("forms.import");
  const proposal: ShownProposal = JSON.parse(values.proposal ?? "{}");
  const { format, question, thesis, posted, waiting, known, reasons, losses, claims } = proposal;
  const counted = (of: Record<string, number | undefined>) =>
    Object.entries(of).filter((entry): entry is [string, number] => (entry[1] ?? 0) > 0);
  const why = counted(reasons);
  const lost = counted(losses).filter(([code]) => code !== "stance-unknown");
  const { state, busy } = form;
  return (
    <form className="form max-w-[46rem]" action={form.send} onSubmit={sendBy(form)} noValidate aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <section aria-labelledby="proposal" className="read">
        <h2 className="section-title" id="proposal" tabIndex={-1}>
          {t("heading")}
        </h2>
        <p className="mt-3">
          <b>
            {t("posted", { count: posted })}; {t("waiting", { count: waiting })}; {t("known", { count: known })}.
          </b>
        </p>
        <p className="mt-3">{t("readAs", { format: t(`formats.${format}`), name: values.name || "none" })}</p>
        {question && <p>{t("asks", { question })}</p>}
        {thesis && <p>{t("argues", { thesis })}</p>}
        {slug && <Elsewhere proposal={proposal} />}
        {why.length > 0 && (
          <>
            <h3 className="label mt-4">{t("why")}</h3>
            <ul className="plain-list">
              {why.map(([code, count]) => (
                <li key={code}>{t(`reasons.${code}` as "reasons.no-words", { count })}</li>
              ))}
            </ul>
          </>
        )}
        <h3 className="label mt-4">{t("lost")}</h3>
        <ul className="plain-list">
          {lost.map(([code, count]) => (
            <li key={code}>{t(`losses.${code}` as "losses.wordless", { count })}</li>
          ))}
          <li>{t("authors")}</li>
        </ul>
      </section>
      <ImportClaims claims={claims} total={posted + waiting + known} />
      {slug && <input type="hidden" name="slug" value={slug} />}
      {["name", "carried"].map((name) => (
        <input key={name} type="hidden" name={name} value={values[name] ?? ""} />
      ))}
      <div className="button-row">
        {!slug || posted + waiting > 0 ? (
          <Button kind="solid" busy={busy}>
            {t(slug ? "bring" : "openWith")}
          </Button>
        ) : (
          <p className="hint">{t("nothing")}</p>
        )}
        <a className="quiet" href={slug ? paths.importMap(slug) : paths.openMap}>
          {t("other")}
        </a>
        <p className="hint" role="status">
          {busy ? t("bringing") : t("notYet")}
        </p>
      </div>
    </form>
  );
}

/** Where else the claims could be argued: in a thread of their own. */
function Elsewhere({ proposal: { format, question, thesis } }: { proposal: ShownProposal }) {
  const t = useTranslations("forms.import");
  const href = format === "json" ? paths.openMap : paths.openThread({ question: question ?? thesis ?? undefined });
  const a = (words: ReactNode) => <a href={href}>{words}</a>;
  return <p className="meta mt-3">{t.rich(format === "json" ? "openAll" : "open", { a })}</p>;
}
