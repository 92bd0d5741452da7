import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AnswerMenu } from "#components/arguments/answer-menu";
import { StanceLine, StateTags } from "#components/arguments/card-head";
import { Quotation } from "#components/arguments/quotation";
import { TombstoneLine } from "#components/arguments/tombstone";
import { DocumentText } from "#components/editor/document";
import { Day } from "#components/ui/day";
import { Icon } from "#components/ui/icon";
import type { ArgumentView, LinkView } from "#lib/arguments/view";
import { anchors, paths } from "#lib/paths";

interface Props {
  thread: { slug: string; locked: boolean };
  argument: ArgumentView;
  link: LinkView;
  /** How deep under its column, from 1; for its heading. */
  depth: number;
  dropped: boolean;
  /** Its answers, and how many there are below it in all. */
  answers?: { count: number; list: ReactNode };
}

/** An argument where it stands. An answer to the question is set larger and quotes whole sentences. */
export function ArgumentCard({ thread, argument, link, depth, dropped, answers }: Props) {
  const t = useTranslations("arguments");
  const { id, number, author, postedAt, claim, body, citations } = argument;
  if (claim === null) {
    return (
      <article className="argument" id={anchors.argument(number)}>
        <TombstoneLine argument={argument} />
        {answers?.list}
      </article>
    );
  }
  const top = link.parent === null;
  // h1 is the question and h2 the column; h6 is the last there is.
  const Heading = `h${Math.min(depth + 2, 6)}` as "h3";
  const tagged = dropped || argument.marks.length > 0 || argument.revisedAfterAnswers;
  return (
    <article className="argument" id={anchors.argument(number)} aria-labelledby={`claim-${number}`}>
      {(!top || tagged) && (
        <p className="argument-head">
          {!top && <StanceLine link={link} />}
          <StateTags argument={argument} dropped={dropped} />
        </p>
      )}
      <Heading className={`claim ${top ? "claim-top" : ""}`} id={`claim-${number}`}>
        <a href={paths.argument(id)}>{claim}</a>
      </Heading>
      {citations.map((citation) => (
        <Quotation key={citation.id} citation={citation} full={top} />
      ))}
      <div className="argument-foot">
        <a className="ref" href={`#${anchors.argument(number)}`} aria-label={t("linkTo", { number })}>
          #{number}
        </a>
        <span className="by">
          <b>{author.name}</b>, <Day at={postedAt} />
        </span>
        {body && (
          <details className="fold">
            <summary className="quiet">
              <Icon name="chevron-down" />
              {t("elaboration")}
              <span className="sr-only"> #{number}</span>
            </summary>
            <DocumentText document={body} />
          </details>
        )}
        {!thread.locked && <AnswerMenu slug={thread.slug} argument={argument} link={link} />}
        {answers && (
          <details className="fold" open>
            <summary className="quiet">
              <Icon name="chevron-down" />
              {t("answers", { count: answers.count })}
              <span className="sr-only"> #{number}</span>
            </summary>
            {answers.list}
          </details>
        )}
      </div>
    </article>
  );
}
