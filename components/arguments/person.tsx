import { useTranslations } from "next-intl";
import { TombstoneLine } from "#components/arguments/tombstone";
import { CitationState } from "#components/sources/citation-state";
import { Day } from "#components/ui/day";
import { Empty } from "#components/ui/empty";
import { Rail } from "#components/ui/rail";
import { StanceLabel } from "#components/ui/sign";
import { Tag } from "#components/ui/tag";
import type { Fate, PersonView } from "#lib/arguments/person";
import { paths } from "#lib/paths";

/** A person as everybody sees them: what they argued, and what became of it. `judged`: by a reader who may judge them. */
export function PersonOf({ person, judged }: { person: PersonView; judged: boolean }) {
  const t = useTranslations("person");
  const sanctions = useTranslations("sanctions.give");
  const { handle, name, about, role, since, counts, fates } = person;
  const shown = (["posted", "answered", "withdrawn", "removed"] as const).filter(
    (count) => count === "posted" || counts[count] > 0,
  );
  return (
    <div className="max-w-2xl">
      <h1 className="title">
        <bdi>{name}</bdi>
      </h1>
      <p className="meta dots mt-2">
        <span>{handle}</span>
        <span>{t(`roles.${role}`)}</span>
        <span>{t.rich("since", { at: () => <Day at={since} /> })}</span>
        {judged && (
          <span>
            <a href={paths.sanction(handle)}>{sanctions("link")}</a>
          </span>
        )}
      </p>
      {about && <p className="read mt-4">{about}</p>}
      <p className="meta mt-4">
        <a href={paths.blockPerson(handle)} rel="nofollow">
          {t("block")}
        </a>
      </p>
      <section className="mt-8" aria-labelledby="arguments">
        <h2 className="section-title" id="arguments">
          <span>{t("arguments")}</span>
          <span className="dots">
            {shown.map((count) => (
              <span key={count}>{t(`counts.${count}`, { count: counts[count] })}</span>
            ))}
          </span>
        </h2>
        {fates.length === 0 && <Empty>{t("none")}</Empty>}
        <ol className="rows">
          {fates.map((fate) => (
            <li key={fate.id}>
              <OneFate fate={fate} author={{ handle, name }} />
            </li>
          ))}
        </ol>
        {counts.posted > fates.length && (
          <p className="meta mt-4">
            {t("latest", { count: fates.length, all: counts.posted })}{" "}
            <a href={paths.search({ author: handle })}>{t("all")}</a>
          </p>
        )}
      </section>
    </div>
  );
}

function OneFate({ fate, author }: { fate: Fate; author: { handle: string; name: string } }) {
  const t = useTranslations("person");
  const stances = useTranslations("arguments");
  const { id, number, postedAt, state, claim, stance, thread, answers, dropped, words, tombstone } = fate;
  const { PRO: pro, CON: con } = answers;
  return (
    <Rail stance={stance} state={state === "VISIBLE" ? undefined : "gone"}>
      <p className="meta">
        <StanceLabel stance={stance}>{stances(stance)}</StanceLabel> {t("in", { number })}{" "}
        <a href={paths.thread(thread.slug)}>{thread.question}</a>, <Day at={postedAt} />
      </p>
      {claim !== null && (
        <p className="claim claim-small mt-1">
          <a href={paths.argument(id)}>{claim}</a>
        </p>
      )}
      <TombstoneLine argument={{ number, state, author, tombstone }} />
      <p className="meta mt-1 flex flex-wrap gap-x-3">
        {dropped && <Tag kind="dropped">{t("dropped")}</Tag>}
        <CitationState citation={{ state: words }} />
        {(claim !== null || pro + con > 0) && (
          <a href={paths.argument(id)}>{pro + con === 0 ? t("unanswered") : t("answers", { pro, con })}</a>
        )}
      </p>
    </Rail>
  );
}
