import { useTranslations } from "next-intl";
import { StanceLine } from "#components/arguments/card-head";
import { PlaceFinder } from "#components/arguments/places-finder";
import { Quotation } from "#components/arguments/quotation";
import { TombstoneLine } from "#components/arguments/tombstone";
import type { Act } from "#components/moderation/decide-form";
import { MergeForm } from "#components/moderation/merge-form";
import { Day } from "#components/ui/day";
import { Rail } from "#components/ui/rail";
import type { ArgumentInThread } from "#lib/arguments/queries/arguments";
import type { Merging } from "#lib/moderation/queries/merging";
import { paths } from "#lib/paths";

/** Above a merge, or above taking one back. */
export function MergeHead({ argument, merged }: { argument: ArgumentInThread; merged: boolean }) {
  const t = useTranslations("forms.merge");
  const { number, author, postedAt, thread } = argument;
  return (
    <header className="mb-6">
      <p className="kicker">
        <a href={paths.thread(thread.slug)}>{thread.question}</a>
      </p>
      <h1 className="title">{t(merged ? "mergedTitle" : "title", { number })}</h1>
      {merged && (
        <>
          <p className="meta mt-1">
            <b>{author.name}</b>, <Day at={postedAt} />
          </p>
          <TombstoneLine argument={argument} />
        </>
      )}
    </header>
  );
}

/** Both before anything is sent: what goes, what stays, and what comes of it. */
export function MergingOf({ merging, act }: { merging: Merging; act: Act }) {
  const t = useTranslations("forms.merge");
  const { argument, chosen, asked, candidates } = merging;
  const { id, number } = argument;
  return (
    <div className="placing">
      <section aria-labelledby="goes">
        <h2 className="section-title" id="goes">
          {t("goes")}
        </h2>
        <One argument={argument} />
      </section>
      <section aria-labelledby="stays">
        <h2 className="section-title" id="stays">
          {t(chosen ? "stays" : "choose")}
        </h2>
        {chosen ? (
          <>
            <One argument={chosen.argument} />
            <p className="meta mt-2 dots">
              <a href={paths.merge(id)}>{t("another")}</a>
              <a href={paths.merge(chosen.argument.id, { into: id })}>{t("swap")}</a>
            </p>
            <MergeMeans number={number} chosen={chosen} />
            <MergeForm
              argument={{ id, number }}
              into={{ id: chosen.argument.id, number: chosen.argument.number }}
              act={act}
            />
          </>
        ) : (
          <>
            <p className="meta mb-3">{t("chooseMeans")}</p>
            <PlaceFinder
              path={paths.merge(id)}
              hidden={{}}
              label={t("find")}
              asked={asked}
              question={null}
              found={candidates.map((one) => ({ ...one, href: paths.merge(id, { into: one.id }) }))}
              number={number}
            />
          </>
        )}
      </section>
    </div>
  );
}

function MergeMeans({ number, chosen }: { number: number; chosen: NonNullable<Merging["chosen"]> }) {
  const t = useTranslations("forms.merge");
  const { argument, answers, places, ratings } = chosen;
  const values = { number, into: argument.number };
  return (
    <section className="mt-6 mb-4" aria-labelledby="means">
      <h3 className="section-title" id="means">
        {t("means")}
      </h3>
      <ul className="read grid gap-2">
        <li>{t("kept", values)}</li>
        <li>{t("answers", { ...values, count: answers })}</li>
        <li>{t("places", { ...values, count: places })}</li>
        <li>{t("ratings", { ...values, count: ratings })}</li>
        <li>{t("back")}</li>
      </ul>
    </section>
  );
}

function One({ argument }: { argument: ArgumentInThread }) {
  const { id, number, claim, author, postedAt, citations, links } = argument;
  const [link] = links;
  if (!link) return null;
  return (
    <Rail stance={link.stance}>
      <p className="meta">
        <StanceLine link={link} /> <span className="ref">#{number}</span>
      </p>
      <p className="claim">
        <a href={paths.argument(id)}>{claim}</a>
      </p>
      {citations.map((citation) => (
        <Quotation key={citation.id} citation={citation} />
      ))}
      <p className="meta mt-1">
        <b>{author.name}</b>, <Day at={postedAt} />
      </p>
    </Rail>
  );
}
