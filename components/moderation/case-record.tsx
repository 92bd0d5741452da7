import { useTranslations } from "next-intl";
import { Day } from "#components/ui/day";
import { StanceLabel } from "#components/ui/sign";
import type { OpenCase } from "#lib/moderation/queries/case";
import { paths } from "#lib/paths";

const JUDGING = ["a", "h", "x", "b", "r"] as const;
const MERGING = ["m", "i"] as const;
const HEARING = ["grant", "stand"] as const;
const MENDING = ["s", "v"] as const;
const ALWAYS = ["u", "jk", "f", "p", "c", "t", "g", "z"] as const;

/** The keys that do something here: of what is decided or somebody else's, of an appeal, and of all else. */
function keysOf({ cause, decided, own, near }: OpenCase) {
  const hearing = cause === "APPEAL";
  const judging = hearing ? HEARING : near.length > 0 ? [...JUDGING, ...MERGING] : JUDGING;
  return [...(decided || own ? [] : judging), ...(hearing ? [] : MENDING), ...ALWAYS];
}

const CAP: Partial<Record<string, string>> = { grant: "A", stand: "X", jk: "J K" };

/** Beside a case: its author's record, what says nearly the same, and the keys. */
export function CaseRecord({ open }: { open: OpenCase }) {
  const { id: review, cause, argument, record, near } = open;
  const t = useTranslations("moderation.queue");
  const stances = useTranslations("arguments");
  return (
    <aside className="grid gap-6 content-start">
      <section aria-labelledby="record">
        <h2 className="section-title" id="record">
          <span>{argument.author.name}</span>
          <a href={paths.person(argument.author.handle)}>{t("record.open")}</a>
        </h2>
        <dl className="facts">
          <dt>{t("record.since")}</dt>
          <dd>
            <Day at={record.since} />
          </dd>
          <dt>{t("record.posted")}</dt>
          <dd>{t("record.postedCount", { posted: record.posted, withdrawn: record.withdrawn })}</dd>
          <dt>{t("record.decisions")}</dt>
          <dd>{t("record.decisionCount", { approved: record.approved, refused: record.refused })}</dd>
          <dt>{t("record.reports")}</dt>
          <dd>{t("record.reportCount", { reported: record.reported, upheld: record.upheld })}</dd>
        </dl>
        <ul className="mt-2 grid gap-1">
          {cause !== "APPEAL" && (
            <>
              <Elsewhere href={paths.split(argument.id)} letter="s" words={t("split")} />
              <Elsewhere href={paths.places(argument.id)} letter="v" words={t("move")} />
            </>
          )}
          <Elsewhere href={paths.sanction(argument.author.handle, review)} letter="u" words={t("silence")} />
        </ul>
      </section>
      <section aria-labelledby="near">
        <h2 className="section-title" id="near">
          <span>{t("near")}</span>
          <span>{near.length}</span>
        </h2>
        <ol className="rows">
          {near.map(({ id, number, claim, stance, saying, words }) => (
            <li key={id}>
              <p className="meta dots">
                <StanceLabel stance={stance}>{stances(stance)}</StanceLabel>
                <span>#{number}</span>
                <span>{t(saying ? (words ? "nearBoth" : "nearSays") : "nearWords")}</span>
                {cause !== "APPEAL" && <a href={paths.merge(argument.id, { into: id })}>{t("nearMerge")}</a>}
              </p>
              <p className="claim claim-small">
                <a href={paths.argument(id)}>{claim}</a>
              </p>
            </li>
          ))}
        </ol>
      </section>
      <section className="key-help" aria-labelledby="keys">
        <h2 className="section-title" id="keys">
          {t("keys.title")}
        </h2>
        <dl className="facts">
          {keysOf(open).map((key) => (
            <div key={key} className="contents">
              <dt>
                <kbd>{CAP[key] ?? key.toUpperCase()}</kbd>
              </dt>
              <dd>{t(`keys.${key}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </aside>
  );
}

/** What is done on a page of its own, by its key. */
function Elsewhere({ href, letter, words }: { href: string; letter: string; words: string }) {
  return (
    <li>
      <a href={href} data-key={letter}>
        {words}
      </a>{" "}
      <kbd>{letter.toUpperCase()}</kbd>
    </li>
  );
}
