import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { Quotation } from "#components/arguments/quotation";
import { TakeSplitForm } from "#components/arguments/split-form";
import type { Splitting } from "#lib/arguments/queries/splitting";
import type { FormState } from "#lib/form";

type Act = (previous: FormState, form: FormData) => Promise<FormState>;

/** Parts that a moderator drew; their author takes them or does not. */
export function DrawnSplit({ splitting, acts }: { splitting: Splitting; acts: { take: Act; decline: Act } }) {
  const t = useTranslations("forms.split");
  const { argument, drawn, own, answers, verdict } = splitting;
  if (!drawn) return null;
  return (
    <section className="max-w-[46rem] mb-8 grid gap-4" aria-labelledby="drawn">
      <h2 className="section-title" id="drawn">
        <span>{t(own ? "drawn" : "waits")}</span>
        <span>{drawn.parts.length}</span>
      </h2>
      <ol className="rows">
        {drawn.parts.map(({ claim, cites }) => (
          <li key={claim}>
            <p className="claim">{claim}</p>
            {cites.map((place) => {
              const citation = argument.citations[place];
              return citation && <Quotation key={place} citation={citation} />;
            })}
          </li>
        ))}
      </ol>
      {own && verdict.ok && (
        <div className="grid gap-5">
          <TakeSplitForm split={drawn.id} parts={drawn.parts.length} answers={answers} act={acts.take} />
          <AccountForm
            act={acts.decline}
            hidden={{ split: drawn.id }}
            fields={[{ name: "answer", label: t("why") }]}
            kind="outline"
            submit={t("decline")}
          />
        </div>
      )}
    </section>
  );
}
