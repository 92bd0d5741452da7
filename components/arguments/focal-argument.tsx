import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StanceLine, StateTags } from "#components/arguments/card-head";
import { PersonName } from "#components/arguments/person-name";
import { Quotation } from "#components/arguments/quotation";
import { TombstoneLine } from "#components/arguments/tombstone";
import { DocumentText } from "#components/editor/document";
import { FollowLink } from "#components/notices/follow-link";
import { Button } from "#components/ui/button";
import { Day } from "#components/ui/day";
import { Sign, stanceClass } from "#components/ui/sign";
import { waysToAnswer } from "#lib/arguments/answers";
import type { ArgumentView, RatedLinkView } from "#lib/arguments/view";
import { anchors, paths } from "#lib/paths";
import type { CitationView } from "#lib/sources/view";

interface Props {
  thread: { slug: string; locked: boolean; owned?: true };
  argument: ArgumentView;
  link: RatedLinkView;
  /** The number of what it answers, unless that is the question. */
  parent?: number;
  dropped: boolean;
  /** In how many places it stands. */
  places: number;
  /** What was made of it by weighing, beside what is known of it. */
  weighing: ReactNode;
}

/** One argument, large, with everything known of it and the ways to answer it. */
export function FocalArgument({ thread, argument, link, parent, dropped, places, weighing }: Props) {
  const t = useTranslations("arguments");
  const { number, claim, body, citations } = argument;
  return (
    <article className="focal" id={anchors.argument(number)} data-argument={argument.id} aria-labelledby="focal-claim">
      <div>
        <p className="argument-head">
          <span>
            <StanceLine link={link} />
            {parent !== undefined && <span className="target"> {t("ofNumber", { number: parent })}</span>}
          </span>
          <StateTags argument={argument} dropped={dropped} />
        </p>
        <h1 className="claim" id="focal-claim">
          {claim ?? t("title", { number })}
        </h1>
        <TombstoneLine argument={argument} />
        {(argument.tombstone?.into ?? argument.tombstone?.parts) && (
          <p className="meta mt-1">
            <a href={paths.history(argument.id)}>{t("takenIn.history")}</a>
          </p>
        )}
        {citations.length > 0 && (
          <div className="quotations">
            {citations.map((citation) => (
              <Quotation key={citation.id} citation={citation} full />
            ))}
          </div>
        )}
        {body && <DocumentText document={body} />}
        {claim !== null && !thread.locked && <Ways slug={thread.slug} argument={argument} link={link} />}
      </div>
      <Facts thread={thread} argument={argument} places={places} weighing={weighing} />
    </article>
  );
}

/** Support; and beside it, joined, everything that can be opposed. */
function Ways({ slug, argument, link }: { slug: string; argument: ArgumentView; link: RatedLinkView }) {
  const t = useTranslations("arguments");
  const ways = waysToAnswer(argument, link);
  return (
    <div className="button-row mt-6">
      {ways
        .filter(({ stance }) => stance === "PRO")
        .map(({ key, stance, query }) => (
          <Button key={key} kind={stanceClass(stance)} href={paths.argue(slug, query)}>
            <Sign stance={stance} />
            {t(`ways.${key}`, { passage: 0 })}
          </Button>
        ))}
      <span className="joined">
        {ways
          .filter(({ stance }) => stance === "CON")
          .map(({ key, stance, passage = 0, query }, place) => (
            <Button key={`${key}${passage}`} kind={stanceClass(stance)} href={paths.argue(slug, query)}>
              {place === 0 && <Sign stance={stance} />}
              {place === 0 ? t(`ways.${key}`, { passage }) : t(`orIts.${key}`, { passage })}
            </Button>
          ))}
      </span>
    </div>
  );
}

/** Whether words changed and nobody has said whether the new ones carry it. */
const waits = ({ state, confirmed }: CitationView) => state !== "VERBATIM" && !confirmed;

interface Known {
  thread: Props["thread"];
  argument: ArgumentView;
  places: number;
  weighing: ReactNode;
}

function Facts({ thread: { slug, owned }, argument, places, weighing }: Known) {
  const t = useTranslations("arguments");
  const { id, number, author, postedAt, revision, marks, claim, citations } = argument;
  return (
    <aside aria-label={t("about")}>
      <dl className="facts">
        <dt>{t("by")}</dt>
        <dd>
          <PersonName person={author} />, <Day at={postedAt} />
        </dd>
        <dt>{t("number")}</dt>
        <dd>#{number}</dd>
        {places > 1 && (
          <>
            <dt>{t("standsIn")}</dt>
            <dd>
              <a href={paths.places(id)}>{t("placesCount", { count: places })}</a>
            </dd>
          </>
        )}
        {revision > 1 && (
          <>
            <dt>{t("revision")}</dt>
            <dd>
              {revision}, <a href={paths.history(id)}>{t("whatChanged")}</a>
            </dd>
          </>
        )}
      </dl>
      {marks.map(({ at, by, kind, note, mended }) => (
        <div className="mark-note" key={`${at}${by.handle}`}>
          <p>
            <b>{t("markedBy", { name: by.name })}</b>, <Day at={at} />: {t(`marks.${kind as "UNCLEAR"}`)}
            {mended && <>. {t("mended")}</>}
          </p>
          {note && <p className="mt-1">{note}</p>}
        </div>
      ))}
      {claim !== null && weighing}
      <ul className="meta mt-6">
        <li>
          <FollowLink
            slug={slug}
            href={paths.follow(id)}
            argument={id}
            words={{ offer: t("follow"), watching: t("watching"), kept: t("kept") }}
          />
        </li>
        {claim !== null && (
          <>
            <li>
              <a href={paths.mark(id)}>{t("mark")}</a>
            </li>
            <li>
              <a href={paths.challenge(id)}>{t("challenge")}</a>
            </li>
            <li>
              <a href={paths.wordings(id)}>{t("wording")}</a>
            </li>
            <li>
              <a href={paths.flag(id)}>{t("flag")}</a>
            </li>
          </>
        )}
      </ul>
      {claim !== null && (
        <div className="meta mt-2">
          <p>{t("yours")}</p>
          <ul>
            <li>
              <a href={paths.edit(id)}>{t("revise")}</a>
            </li>
            <li>
              <a href={paths.use(id)}>{t("use")}</a>
            </li>
            <li>
              <a href={paths.places(id)}>{t("places")}</a>
            </li>
            <li>
              <a href={paths.split(id)}>{t("split")}</a>
            </li>
            <li>
              <a href={paths.withdraw(id)}>{t("withdraw")}</a>
            </li>
            {citations.some(waits) && (
              <li>
                <a href={paths.moved(id)}>{t("sayMoved")}</a>
              </li>
            )}
            {owned && (
              <li>
                <a href={paths.redact(id)}>{t("redact")}</a>
              </li>
            )}
          </ul>
        </div>
      )}
    </aside>
  );
}
