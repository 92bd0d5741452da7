import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { shortened } from "#components/sources/citation-link";
import { StanceLabel } from "#components/ui/sign";
import type { Stance } from "#lib/arguments/view";
import type { Begun, PassageUse } from "#lib/maps/evidence";
import { paths } from "#lib/paths";

interface Props {
  slug: string;
  passages: Begun<PassageUse>;
}

/** One argument, two or three, four or more: the three steps of the marker. */
const weightOf = (count: number) => (count > 3 ? 3 : count > 1 ? 2 : 1);
const countOf = ({ stances }: PassageUse) => stances.PRO + stances.CON;

/** The passages by their use; what is beyond the table stands in the search. */
export function PassageTable({ slug, passages: { shown, total } }: Props) {
  const t = useTranslations("evidence");
  return (
    <section aria-labelledby="passages">
      <h2 className="section-title" id="passages">
        <span>{t("byUse")}</span>
        <span>{total}</span>
      </h2>
      <table className="figures passages" aria-labelledby="passages">
        <thead>
          <tr>
            <th scope="col">{t("words")}</th>
            <th scope="col">{t("where")}</th>
            <th scope="col">{t("PRO")}</th>
            <th scope="col">{t("CON")}</th>
            <th scope="col">{t("usedBy")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((passage) => (
            <PassageRow key={passage.id} slug={slug} passage={passage} />
          ))}
        </tbody>
      </table>
      {total > shown.length && (
        <p className="mt-3">
          <a href={paths.search({ thread: slug, kind: "passage" })}>{t("allPassages", { count: total })}</a>
        </p>
      )}
    </section>
  );
}

function PassageRow({ slug, passage }: { slug: string; passage: PassageUse }) {
  const t = useTranslations("evidence");
  return (
    <tr>
      <th scope="row">
        <Words passage={passage} />
      </th>
      <td className="wide">
        <Where passage={passage} />
      </td>
      <td>
        <Count slug={slug} passage={passage} stance="PRO" />
      </td>
      <td>
        <Count slug={slug} passage={passage} stance="CON" />
      </td>
      <td data-label={t("usedBy")}>
        <Users slug={slug} passage={passage} />
      </td>
    </tr>
  );
}

/** Words on which arguments of both stances stand. */
export function ContestedPassages({ slug, passages: { shown, total } }: Props) {
  const t = useTranslations("evidence");
  return (
    <section aria-labelledby="contested">
      <h2 className="section-title" id="contested">
        <span>{t("contested")}</span>
        {total > 0 && (
          <span>
            <a href={paths.search({ thread: slug, kind: "passage", contested: "yes" })}>{total}</a>
          </span>
        )}
      </h2>
      {total === 0 && <p className="meta">{t("contestedNone")}</p>}
      <ol className="rows">
        {shown.map((passage) => (
          <li key={passage.id}>
            <p className="words">
              “<Words passage={passage} />” <Where passage={passage} />
            </p>
            <p className="meta dots">
              <Count slug={slug} passage={passage} stance="PRO" />
              <Count slug={slug} passage={passage} stance="CON" />
              <span>
                {t("usedBy")} <Users slug={slug} passage={passage} />
              </span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Words({ passage }: { passage: PassageUse }) {
  return <mark data-weight={weightOf(countOf(passage))}>{passage.quote}</mark>;
}

function Where({ passage: { source, paragraph, place } }: { passage: PassageUse }) {
  const t = useTranslations("evidence");
  return (
    <a className="citation-link" href={place ? paths.source(source.slug, place) : paths.versions(source.slug)}>
      <cite title={source.title}>{shortened(source.title)}</cite>
      <span className="whitespace-nowrap">
        {source.kind === "DIGEST" && `, ${t("digest")}`}, ¶{paragraph}
      </span>
    </a>
  );
}

function Count({ slug, passage, stance }: { slug: string; passage: PassageUse; stance: Stance }) {
  const t = useTranslations("evidence");
  const count = passage.stances[stance];
  if (count === 0) return <span className="meta">–</span>;
  return (
    <a href={paths.search({ thread: slug, passage: passage.id, stance: stance.toLowerCase() })}>
      <StanceLabel stance={stance}>
        {count} <span className="sr-only">{t(stance)}</span>
      </StanceLabel>
    </a>
  );
}

function Users({ slug, passage }: { slug: string; passage: PassageUse }) {
  const t = useTranslations("evidence");
  const more = countOf(passage) - passage.users.length;
  return (
    <>
      {passage.users.map(({ id, number }, place) => (
        <Fragment key={id}>
          {place > 0 && ", "}
          <a href={paths.argument(id)}>#{number}</a>
        </Fragment>
      ))}
      {more > 0 && (
        <>
          {" "}
          <a href={paths.search({ thread: slug, passage: passage.id })}>{t("moreUsers", { count: more })}</a>
        </>
      )}
    </>
  );
}
