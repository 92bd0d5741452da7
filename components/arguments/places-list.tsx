import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StanceLine } from "#components/arguments/card-head";
import { Rail } from "#components/ui/rail";
import type { LinkView } from "#lib/arguments/view";
import { paths } from "#lib/paths";

/** What a link answers; null for the question. */
interface Answered {
  id: string;
  number: number;
  claim: string | null;
}

interface Props {
  thread: { slug: string; question: string };
  places: { link: LinkView; answered: Answered | null }[];
  /** What can be done with a place. */
  acts?: (link: LinkView) => ReactNode;
}

/** Where an argument stands: what it answers there, and how. */
export function PlaceList({ thread, places, acts }: Props) {
  return (
    <ol className="places">
      {places.map(({ link, answered }) => (
        <Rail as="li" key={link.id} stance={link.stance}>
          <p className="meta">
            <StanceLine link={link} /> {answered && <span className="ref">#{answered.number}</span>}
          </p>
          <AnsweredClaim thread={thread} answered={answered} />
          {acts?.(link)}
        </Rail>
      ))}
    </ol>
  );
}

/** The claim that is answered, or the question. */
export function AnsweredClaim({ thread, answered }: { thread: Props["thread"]; answered: Answered | null }) {
  const t = useTranslations("arguments");
  if (answered === null) {
    return (
      <p className="claim">
        <a href={paths.thread(thread.slug)}>{thread.question}</a>
      </p>
    );
  }
  return (
    <p className="claim">
      <a href={paths.argument(answered.id)}>{answered.claim ?? t("title", { number: answered.number })}</a>
    </p>
  );
}
