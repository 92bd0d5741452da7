import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { paths } from "#lib/paths";
import type { Proposal } from "#lib/sources/questions";

interface Props {
  slug: string;
  /** `paragraph`: the number of the one in which the passage stands. */
  proposals: (Proposal & { paragraph: number })[];
}

/** Questions that a text raises, each with the words that raise it and a way to open a thread on it. */
export function QuestionList({ slug, proposals }: Props) {
  const t = useTranslations("questions");
  return (
    <ol className="rows">
      {proposals.map(({ topic, question, why, passage, paragraph }) => {
        const stretch = { from: passage.start, to: passage.end };
        const place = { source: slug, from: `${stretch.from}`, to: `${stretch.to}` };
        return (
          <li key={stretch.from}>
            <p className="claim">{question}</p>
            <p className="meta dots mt-1">
              <span>{t(`why.${why}`)}</span>
              {topic && <span>{t(`topics.${topic}`)}</span>}
            </p>
            <figure className="quotation">
              <blockquote>{passage.quote}</blockquote>{" "}
              <figcaption>
                <a href={paths.stretch(slug, stretch)}>{t("place", { paragraph })}</a>
              </figcaption>
            </figure>
            <p className="mt-2">
              <Button small href={paths.openThread({ ...place, question, topic: topic ?? undefined })}>
                {t("open")}
                <span className="sr-only">: {question}</span>
              </Button>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
