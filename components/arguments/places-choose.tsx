import { useTranslations } from "next-intl";
import { PlaceFinder } from "#components/arguments/places-finder";
import { PlaceForm } from "#components/arguments/places-form";
import { AnsweredClaim, PlaceList } from "#components/arguments/places-list";
import { WordsOfForms } from "#components/site/words-of-forms";
import type { Choosing } from "#lib/arguments/placing";
import { QUESTION } from "#lib/arguments/placing-form";
import type { FormState } from "#lib/form";
import { paths } from "#lib/paths";

interface Props {
  choosing: Choosing;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** Both places before anything is sent: where an argument stands, and what it is to answer there too, or instead. */
export function ChoosePlace({ choosing, act }: Props) {
  const t = useTranslations("places");
  const { argument, places, leaving, chosen } = choosing;
  const kind = leaving ? "move" : "use";
  return (
    <div className="placing">
      <section aria-labelledby="now">
        <h2 className="section-title" id="now">
          {t(leaving ? "leaves" : "stands")}
        </h2>
        <PlaceList thread={argument.thread} places={leaving ? [leaving] : places} />
        {leaving && <p className="meta mt-3">{t("takesAlong")}</p>}
      </section>
      <section aria-labelledby="then">
        <h2 className="section-title" id="then">
          {t(`then.${kind}`)}
        </h2>
        {chosen ? (
          <>
            {chosen.argument && <p className="ref">#{chosen.argument.number}</p>}
            <AnsweredClaim thread={argument.thread} answered={chosen.argument} />
            <p className="meta mt-1 mb-4">
              <a href={leaving ? paths.move(argument.id, { link: leaving.link.id }) : paths.use(argument.id)}>
                {t("another")}
              </a>
            </p>
            <WordsOfForms>
              <PlaceForm
                kind={kind}
                act={act}
                given={givenFor(choosing)}
                hidden={leaving ? ["argument", "link", "parent"] : ["argument", "parent"]}
                answered={chosen.answered}
                leave={paths.argument(argument.id)}
              />
            </WordsOfForms>
          </>
        ) : (
          <Finder choosing={choosing} />
        )}
      </section>
    </div>
  );
}

/** A move keeps the stance unless somebody chooses another. */
function givenFor({ argument, leaving, chosen }: Choosing): Record<string, string> {
  const fields = { argument: argument.id, parent: chosen?.argument?.id ?? "" };
  if (!leaving) return fields;
  const { id, stance, concession } = leaving.link;
  return { ...fields, link: id, stance, ...(concession ? { concession: "on" } : {}) };
}

function Finder({ choosing: { argument, leaving, asked, candidates, question } }: { choosing: Choosing }) {
  const link = leaving?.link.id;
  const to = (parent: string) =>
    link ? paths.move(argument.id, { link, parent }) : paths.use(argument.id, { parent });
  return (
    <PlaceFinder
      path={link ? paths.move(argument.id, {}) : paths.use(argument.id)}
      hidden={link ? { link } : {}}
      asked={asked}
      question={question && !asked ? { claim: argument.thread.question, href: to(QUESTION) } : null}
      found={candidates.map((one) => ({ ...one, href: to(one.id) }))}
      number={argument.number}
    />
  );
}
