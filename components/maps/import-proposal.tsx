import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { BringingNews, useBringing } from "#components/maps/bringing";
import { ImportClaims } from "#components/maps/import-claims";
import type { Sending } from "#components/sources/sending-form";
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
  const { format, question, thesis, posted, waiting, known, reasons, losses, claims, opened } = proposal;
  const counted = (of: Record<string, number | undefined>) =>
    Object.entries(of).filter((entry): entry is [string, number] => (entry[1] ?? 0) > 0);
  const why = counted(reasons);
  const lost = counted(losses).filter(([code]) => code !== "stance-unknown");
  const bringing = useBringing();
  const { refused, ended } = bringing;
  const busy = form.busy || bringing.news !== null;

  useEffect(() => {
    if (refused.refusal) document.getElementById("refusal")?.focus();
    else if (ended) document.getElementById("bring")?.focus();
  }, [refused, ended]);

  return (
    <form className="form max-w-[46rem]" action={form.send} onSubmit={bringing.send} noValidate aria-label={t("form")}>
      <FormRefusal state={refused.refusal ? refused : form.state} title={t("refused")} signIn={t("signIn")} />
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
        {opened && (
          <p className="mt-3">
            {t.rich("opened", { a: () => <a href={paths.thread(opened.slug)}>{opened.question}</a> })}
          </p>
        )}
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
        {posted + waiting > 0 || !(slug || opened) ? (
          <Button kind="solid" busy={busy} id="bring">
            {t(slug || opened ? "bring" : "openWith")}
          </Button>
        ) : (
          <p className="hint">{t("nothing")}</p>
        )}
        <a className="quiet" href={slug ? paths.importMap(slug) : paths.openMap}>
          {t("other")}
        </a>
        <BringingNews bringing={bringing} total={posted + waiting} before={t("notYet")} />
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
