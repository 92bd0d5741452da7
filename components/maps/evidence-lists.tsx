import { useTranslations } from "next-intl";
import { SideLink } from "#components/maps/evidence-figures";
import { Day } from "#components/ui/day";
import { StanceLabel } from "#components/ui/sign";
import { Tag } from "#components/ui/tag";
import type { BySide, Evidence } from "#lib/maps/evidence";
import { paths } from "#lib/paths";
import { hasPage } from "#lib/users/handles";

/** Arguments on which a mark stands: somebody doubts what they make of their words. */
export function Challenged({
  slug,
  challenged: { shown, total },
}: {
  slug: string;
  challenged: Evidence["challenged"];
}) {
  const t = useTranslations("evidence");
  const words = useTranslations("arguments");
  if (total === 0) return null;
  return (
    <section aria-labelledby="challenged">
      <h2 className="section-title" id="challenged">
        <span>{t("challenged")}</span>
        <span>
          <a href={paths.search({ thread: slug, marked: "yes" })}>{total}</a>
        </span>
      </h2>
      <ol className="rows challenges">
        {shown.map(({ kind, by, at, argument }) => (
          <li key={argument.id}>
            <p className="claim claim-small">
              <a href={paths.argument(argument.id)}>{argument.claim}</a>
            </p>
            <Tag icon="scale">{words("marked", { kind: words(`marks.${kind as "UNCLEAR"}`), mended: "no" })}</Tag>
            <p className="meta">
              #{argument.number} · {t.rich("markedBy", { name: by.name, at: () => <Day at={at} /> })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface DroppedProps {
  slug: string;
  dropped: Evidence["dropped"];
  unanswered: BySide;
}

/** What nobody answered at all, and what the other side passed over while it went on. */
export function Dropped({ slug, dropped: { shown, total }, unanswered }: DroppedProps) {
  const t = useTranslations("evidence");
  const stances = useTranslations("arguments");
  const open = unanswered.PRO + unanswered.CON;
  return (
    <section aria-labelledby="unanswered">
      <h2 className="section-title" id="unanswered">
        <span>{t("unanswered")}</span>
        <span>{open === 0 ? open : <a href={paths.search({ thread: slug, answered: "no" })}>{open}</a>}</span>
      </h2>
      <p className="by-side">
        <SideLink side="PRO" count={unanswered.PRO} asked={{ thread: slug, answered: "no" }} />
        <SideLink side="CON" count={unanswered.CON} asked={{ thread: slug, answered: "no" }} />
      </p>
      <h3 className="label mt-4">
        {total === 0 ? (
          t("droppedNone")
        ) : (
          <a href={paths.search({ thread: slug, dropped: "yes" })}>{t("dropped", { count: total })}</a>
        )}
      </h3>
      <ol className="rows mt-3">
        {shown.map(({ id, number, claim, side, postedAt }) => (
          <li key={id}>
            <p className="claim claim-small">
              <a href={paths.argument(id)}>{claim}</a>
            </p>
            <p className="meta dots">
              <StanceLabel stance={side}>{stances(side)}</StanceLabel>
              <span>#{number}</span>
              <Day at={postedAt} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Who takes part, by how much they said; no judgement of anybody. */
export function People({ slug, people, of }: { slug: string; people: Evidence["people"]; of: number }) {
  const t = useTranslations("evidence");
  const most = people.shown[0]?.arguments ?? 1;
  const rest = of - people.shown.reduce((sum, { arguments: count }) => sum + count, 0);
  return (
    <section aria-labelledby="people">
      <h2 className="section-title" id="people">
        <span>{t("people")}</span>
        <span>{people.total}</span>
      </h2>
      <ul className="people">
        {people.shown.map(({ person, arguments: count }) => (
          <li key={person.handle}>
            {hasPage(person.handle) ? (
              <a href={paths.search({ thread: slug, author: person.handle })}>
                <bdi>{person.name}</bdi>
              </a>
            ) : (
              <bdi>{person.name}</bdi>
            )}
            <svg className="share" aria-hidden="true">
              <rect className="part" width={`${(count / most) * 100}%`} />
            </svg>
            <span className="number">{t("said", { count })}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className="meta mt-3">
          <a href={paths.search({ thread: slug, kind: "argument" })}>
            {t("moreSaid", { people: people.total - people.shown.length, count: rest })}
          </a>
        </p>
      )}
    </section>
  );
}
