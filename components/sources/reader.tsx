import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { ContestedList } from "#components/sources/contested-list";
import { MarginNotes } from "#components/sources/margin-notes";
import { KEYS_HELP, ReaderKey } from "#components/sources/reader-key";
import { SelectionRegion } from "#components/sources/selection-region";
import { anchors } from "#lib/paths";
import type { CslItem } from "#lib/sources/csl";
import { QUOTE_MAX, QUOTE_MIN } from "#lib/sources/quotation";
import { type CitedStretch, type Segment, segmentsOf } from "#lib/sources/reader";
import type { Paragraph } from "#lib/text/canonical";

interface Stretch {
  start: number;
  end: number;
}

interface Props {
  source: { slug: string; title: string; work: CslItem; threads: { slug: string; question: string }[] };
  /** All of them, or where the rights allow no more, the sentences that are cited. */
  paragraphs: Paragraph[];
  marks: CitedStretch[];
  /** The stretch that the address names. */
  named: Stretch | null;
  /** Of a version that is not the newest: it is read, and nobody argues from its words any more. */
  old: boolean;
}

/** A source to be read: its text with the cited words marked, arguments in the margin, passages contested first. */
export function Reader({ source: { slug, title, work, threads }, paragraphs, marks, named, old }: Props) {
  const words = useSelectionWords();
  const numbers = new Set<number>();
  const text = paragraphs.map((paragraph) => {
    const again = numbers.has(paragraph.number);
    numbers.add(paragraph.number);
    return <NumberedParagraph key={paragraph.start} paragraph={paragraph} marks={marks} named={named} again={again} />;
  });
  return (
    <div className="reader">
      <div className="beside">
        {marks.length > 0 && <ContestedList marks={marks} />}
        <ReaderKey marked={marks.length > 0} keys={!old} />
      </div>
      {old ? (
        <article className="article" aria-label={title}>
          {text}
        </article>
      ) : (
        <SelectionRegion
          title={title}
          source={{ slug, work, threads: threads.map(({ slug, question }) => ({ slug, question })) }}
          words={words}
          help={KEYS_HELP}
        >
          {text}
        </SelectionRegion>
      )}
    </div>
  );
}

/** What the bar says in the browser, which holds no words of its own; the values in braces come there. */
function useSelectionWords() {
  const t = useTranslations("sources.selection");
  const citation = useTranslations("bibliography.copy");
  const waysOf = (stance: "PRO" | "CON") => ({
    CLAIM: t(`answer.${stance}.CLAIM`),
    RELEVANCE: t(`answer.${stance}.RELEVANCE`),
    EVIDENCE: t(`answer.${stance}.EVIDENCE`),
  });
  return {
    label: t("label"),
    argue: t("argue"),
    link: t("link"),
    linkCopied: t("linkCopied"),
    where: t.raw("where"),
    cited: t("cited"),
    uncited: t("uncited"),
    short: t("short", { min: QUOTE_MIN }),
    long: t("long", { max: QUOTE_MAX }),
    keys: { argue: t("keys.argue"), cite: t("keys.cite"), letGo: t("keys.letGo") },
    citation: {
      title: citation("title"),
      copy: citation("copy"),
      copied: citation("copied"),
      failed: citation("failed"),
      mla: citation("mla"),
      apa: citation("apa"),
      chicago: citation("chicago"),
      card: citation("card"),
    },
    threads: t("threads"),
    newThread: t("newThread"),
    pro: t("pro"),
    con: t("con"),
    answer: {
      open: t("answer.open"),
      find: t("answer.find"),
      back: t("answer.back"),
      onWords: t("answer.onWords"),
      noneOnWords: t("answer.noneOnWords"),
      none: t("answer.none"),
      alsoWords: t("answer.alsoWords"),
      ways: { PRO: waysOf("PRO"), CON: waysOf("CON") },
    },
  };
}

interface ParagraphProps {
  paragraph: Paragraph;
  marks: CitedStretch[];
  named: Stretch | null;
  /** A further excerpt from a paragraph whose number has been given. */
  again: boolean;
}

function NumberedParagraph({ paragraph, marks, named, again }: ParagraphProps) {
  const t = useTranslations("sources");
  const { number, start, end } = paragraph;
  const id = anchors.paragraph(number);
  return (
    <div className="paragraph" id={again ? undefined : id}>
      <a href={`#${id}`} aria-label={t("paragraph", { number })}>
        {number}
      </a>
      <p data-start={start} data-number={number}>
        {segmentsOf(paragraph, marks, named).map((segment) => (
          <Words key={segment.start} segment={segment} lead={segment.start === named?.start} />
        ))}
      </p>
      <MarginNotes
        start={start}
        number={number}
        marks={marks.filter((mark) => mark.start >= start && mark.start < end)}
      />
    </div>
  );
}

/**
 * Each passage that begins here can be linked to: one on the mark itself, more of them just before it. `lead`: the
 * first words of a named stretch, to which the browser goes by itself, without script as well.
 */
function Words({ segment: { text, weight, contested, named, opens }, lead }: { segment: Segment; lead: boolean }) {
  const target = named && lead ? { autoFocus: true, tabIndex: -1 } : {};
  if (weight === 0 && !named) return text;
  if (weight === 0) {
    return (
      <span className="selected stretch" {...target}>
        {text}
      </span>
    );
  }
  const [first, ...others] = opens.map(({ start, end }) => anchors.stretch({ from: start, to: end }));
  return (
    <Fragment>
      {others.map((id) => (
        <span key={id} className="stretch" id={id} />
      ))}
      <mark
        className={named ? "stretch named" : "stretch"}
        id={first}
        data-weight={weight}
        data-contested={contested || undefined}
        {...target}
      >
        {text}
      </mark>
    </Fragment>
  );
}
