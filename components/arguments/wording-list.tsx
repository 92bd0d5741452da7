import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { Day } from "#components/ui/day";
import { Difference } from "#components/ui/difference";
import { Empty } from "#components/ui/empty";
import type { WordingView } from "#lib/arguments/queries/wordings";
import type { FormState } from "#lib/form";

type Act = (previous: FormState, form: FormData) => Promise<FormState>;

interface Props {
  claim: string;
  wordings: WordingView[];
  /** Whether the viewer wrote the claim. */
  own: boolean;
  /** null where the viewer may answer none. */
  acts: { take: Act; decline: Act } | null;
}

/** The wordings that were offered, each against the claim as it is, with what became of it. */
export function WordingList({ claim, wordings, own, acts }: Props) {
  const t = useTranslations("forms.wording");
  if (wordings.length === 0) return own ? <Empty>{t("none")}</Empty> : null;
  return (
    <section className="max-w-[46rem] mb-8" aria-labelledby="offered">
      <h2 className="section-title" id="offered">
        <span>{t("offered")}</span>
        <span>{wordings.length}</span>
      </h2>
      <ul className="rows">
        {wordings.map((one) => (
          <li key={one.id}>
            <Wording wording={one} claim={claim} acts={acts} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Wording({ wording, claim, acts }: { wording: WordingView; claim: string; acts: Props["acts"] }) {
  const t = useTranslations("forms.wording");
  const { id, claim: words, note, by, at, answer } = wording;
  return (
    <>
      <p className="claim">{answer ? words : <Difference before={claim} after={words} />}</p>
      {note && <p className="read mt-1">“{note}”</p>}
      <p className="meta mt-1 dots">
        <span>
          <b>
            <bdi>{by.name}</bdi>
          </b>
          , <Day at={at} />
        </span>
        <span>
          {answer ? t.rich(answer.taken ? "taken" : "declined", { at: () => <Day at={answer.at} /> }) : t("waits")}
        </span>
      </p>
      {answer?.word && <p className="read mt-1">“{answer.word}”</p>}
      {!answer && acts && (
        <div className="wording-acts mt-3">
          <AccountForm act={acts.take} hidden={{ wording: id }} submit={t("take")} />
          <AccountForm
            act={acts.decline}
            hidden={{ wording: id }}
            fields={[{ name: "answer", label: t("answer") }]}
            kind="outline"
            submit={t("decline")}
          />
        </div>
      )}
    </>
  );
}
