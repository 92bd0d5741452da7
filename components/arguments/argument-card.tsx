import { useTranslations } from "next-intl";
import { StanceLine, StateTags } from "#components/arguments/card-head";
import { Quotation } from "#components/arguments/quotation";
import { TombstoneLine } from "#components/arguments/tombstone";
import { Day } from "#components/ui/day";
import { Icon } from "#components/ui/icon";
import { ImpactMean } from "#components/weighing/impact-mean";
import type { Item } from "#lib/arguments/screens";
import { anchors, paths } from "#lib/paths";

interface Props {
  thread: { slug: string; locked: boolean };
  item: Item;
  /** How deep under its column, from 1; for its heading. */
  depth: number;
}

/** An argument where it stands. An answer to the question is set larger and quotes whole sentences. */
export function ArgumentCard({ thread, item, depth }: Props) {
  const t = useTranslations("arguments");
  const { argument, link, dropped } = item;
  const { id, number, author, postedAt, claim, elaborated, citations } = argument;
  // h1 is the question and h2 the column; h6 is the last there is.
  const Heading = `h${Math.min(depth + 2, 6)}` as "h3";
  const heading = `claim-${number}`;
  if (claim === null) {
    return (
      <article className="argument" id={anchors.argument(number)} data-argument={id} aria-labelledby={heading}>
        <TombstoneLine argument={argument} as={Heading} id={heading} />
        <Below item={item} />
      </article>
    );
  }
  const top = link.parent === null;
  const tagged = dropped || argument.marks.length > 0 || argument.revisedAfterAnswers;
  return (
    <article className="argument" id={anchors.argument(number)} data-argument={id} aria-labelledby={heading}>
      {(!top || tagged) && (
        <p className="argument-head">
          {!top && <StanceLine link={link} />}
          <StateTags argument={argument} dropped={dropped} />
        </p>
      )}
      <Heading className={`claim ${top ? "claim-top" : ""}`} id={heading}>
        <a href={paths.argument(id)}>{claim}</a>
      </Heading>
      {citations.map((citation) => (
        <Quotation key={citation.id} citation={citation} full={top} />
      ))}
      <div className="argument-foot">
        <a className="ref" href={`#${anchors.argument(number)}`} aria-label={t("linkTo", { number })}>
          {`#${number}`}
        </a>
        <span className="by">
          <b>{author.name}</b>, <Day at={postedAt} />
        </span>
        <ImpactMean ratings={link.ratings} />
        {elaborated && (
          <a className="quiet" href={paths.argument(id)} aria-label={t("elaborationOf", { number })}>
            {t("elaboration")}
          </a>
        )}
        {!thread.locked && (
          <a className="quiet" href={paths.argue(thread.slug, { parent: id })} aria-label={t("answerTo", { number })}>
            <Icon name="corner-down-right" />
            {t("answer")}
          </a>
        )}
        <Below item={item} />
      </div>
    </article>
  );
}

/** How many answers stand below; with script it opens and closes them, without it leads to them. */
function Below({ item: { argument, below, answers } }: { item: Item }) {
  const t = useTranslations("arguments");
  if (answers?.shown.length === 0) return null;
  return (
    <a
      className={answers ? "quiet below" : "quiet below shut"}
      href={paths.argument(argument.id)}
      aria-label={t("answersTo", { count: below, number: argument.number })}
    >
      <Icon name="chevron-down" />
      {t("answers", { count: below })}
    </a>
  );
}
