import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { ContestedList } from "#components/sources/contested-list";
import { MarginNotes } from "#components/sources/margin-notes";
import { anchors } from "#lib/paths";
import { type CitedStretch, type Segment, segmentsOf } from "#lib/sources/reader";
import type { Paragraph } from "#lib/text/canonical";

interface Props {
  title: string;
  /** All of them, or where the rights allow no more, the sentences that are cited. */
  paragraphs: Paragraph[];
  marks: CitedStretch[];
}

/** A source to be read: its text with the cited words marked, arguments in the margin, passages contested first. */
export function Reader({ title, paragraphs, marks }: Props) {
  const numbers = new Set<number>();
  return (
    <div className={marks.length > 0 ? "reader" : ""}>
      {marks.length > 0 && <ContestedList marks={marks} />}
      <article className="article" aria-label={title}>
        {paragraphs.map((paragraph) => {
          const again = numbers.has(paragraph.number);
          numbers.add(paragraph.number);
          return <NumberedParagraph key={paragraph.start} paragraph={paragraph} marks={marks} again={again} />;
        })}
      </article>
    </div>
  );
}

/** `again`: a further excerpt from a paragraph whose number has been given. */
function NumberedParagraph({
  paragraph,
  marks,
  again,
}: {
  paragraph: Paragraph;
  marks: CitedStretch[];
  again: boolean;
}) {
  const t = useTranslations("sources");
  const { number, start, end } = paragraph;
  const id = anchors.paragraph(number);
  const here = marks.filter((mark) => mark.start >= start && mark.start < end);
  return (
    <div className="paragraph" id={again ? undefined : id}>
      <a href={`#${id}`} aria-label={t("paragraph", { number })}>
        {number}
      </a>
      <p>
        {segmentsOf(paragraph, marks).map((segment) => (
          <Words key={segment.start} segment={segment} />
        ))}
      </p>
      <MarginNotes paragraph={number} marks={here} />
    </div>
  );
}

/** Each passage that begins here can be linked to: one on the mark itself, more of them just before it. */
function Words({ segment: { text, weight, opens } }: { segment: Segment }) {
  if (weight === 0) return text;
  const [first, ...others] = opens.map(({ start, end }) => anchors.stretch({ from: start, to: end }));
  return (
    <Fragment>
      {others.map((id) => (
        <span key={id} className="stretch" id={id} />
      ))}
      <mark className="stretch" id={first} data-weight={weight}>
        {text}
      </mark>
    </Fragment>
  );
}
