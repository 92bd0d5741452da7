import { useTranslations } from "next-intl";
import { AnswerForm } from "#components/moderation/answer-form";
import { Day } from "#components/ui/day";
import { Tag } from "#components/ui/tag";
import type { FormState } from "#lib/form";
import type { ChallengeView } from "#lib/moderation/queries/challenges";

interface Props {
  challenges: ChallengeView[];
  answer: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** The doubts about an argument's evidence, each with what was answered and ruled. */
export function Challenges({ challenges, answer }: Props) {
  const t = useTranslations("forms.doubt.challenges");
  return (
    <section className="max-w-[46rem] mb-8" aria-labelledby="challenges">
      <h2 className="section-title" id="challenges">
        <span>{t("title")}</span>
        <span>{challenges.length}</span>
      </h2>
      {challenges.length === 0 && <p className="read">{t("none")}</p>}
      <ol className="rows">
        {challenges.map((challenge) => (
          <OneChallenge key={challenge.id} challenge={challenge} answer={answer} />
        ))}
      </ol>
    </section>
  );
}

function OneChallenge({ challenge, answer }: { challenge: ChallengeView; answer?: Props["answer"] }) {
  const t = useTranslations("forms.doubt.challenges");
  const kinds = useTranslations("forms.doubt.kinds");
  const { id, kind, note, by, at, words, amended, answer: answered, ruling, answerable } = challenge;
  return (
    <li>
      <p className="argument-head">
        <Tag kind={ruling ? undefined : "waiting"} icon="scale">
          {kinds(`${kind}.label`)}
          {!ruling && <>, {t("waits")}</>}
        </Tag>
      </p>
      <blockquote className="read">
        “<mark>{words}</mark>”
      </blockquote>
      <p className="read mt-2">{note}</p>
      <p className="meta dots">
        <span>
          <bdi>{by.name}</bdi>, <Day at={at} />
        </span>
        {amended && <span>{t("amended")}</span>}
      </p>
      {answered && (
        <div className="mark-note mt-3">
          <p className="meta">
            <b>{t("answered")}</b>, <Day at={answered.at} />
          </p>
          <p className="read">{answered.text}</p>
        </div>
      )}
      {ruling && (
        <div className="mark-note mt-3">
          <p className="meta">
            <b>{t(ruling.upheld ? "upheld" : "rejected")}</b>, <Day at={ruling.at} />
          </p>
          {ruling.text && <p className="read">{ruling.text}</p>}
        </div>
      )}
      {answerable && answer && <AnswerForm challenge={id} act={answer} />}
    </li>
  );
}
