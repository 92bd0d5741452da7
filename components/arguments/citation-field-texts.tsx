"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button";
import { Icon } from "#components/ui/icon";
import { paths } from "#lib/paths";
import { acts } from "#lib/sources/citation-fields";
import { type Paragraph, paragraphsOf } from "#lib/text/canonical";
import { codePointLength } from "#lib/text/code-points";

export interface Text {
  slug: string;
  title: string;
  /** Whether these are the cited sentences alone. */
  excerpts: boolean;
  paragraphs: Paragraph[];
}

interface Props {
  /** The form that takes the words. */
  form: string;
  texts: Text[];
  /** The text that is open at first. */
  open?: string;
  /** What else there is to read. */
  others: { slug: string; title: string }[];
}

/** The texts to argue from, beside the form: each paragraph's words are taken by a button, or those that are selected. */
export function Texts({ form, texts, open, others }: Props) {
  const t = useTranslations("forms.texts");
  const [fetched, setFetched] = useState<Text[]>([]);
  const shown = [...texts, ...fetched];
  return (
    <section aria-labelledby="texts-title">
      <h2 className="section-title" id="texts-title">
        {t("title")}
      </h2>
      <p className="meta mb-3">{t("how")}</p>
      {shown.map((text) => (
        <details key={text.slug} className="text-to-cite" open={text.slug === open || fetched.includes(text)}>
          <summary className="quiet">
            <Icon name="chevron-down" />
            {text.title}
          </summary>
          {text.excerpts && <p className="meta">{t("excerpts")}</p>}
          <ol>
            {text.paragraphs.map((paragraph) => (
              <ParagraphToCite key={paragraph.start} form={form} slug={text.slug} paragraph={paragraph} />
            ))}
          </ol>
        </details>
      ))}
      <OtherTexts
        others={others.filter(({ slug }) => !shown.some((text) => text.slug === slug))}
        onRead={(text) => setFetched([...fetched, text])}
      />
    </section>
  );
}

function ParagraphToCite({ form, slug, paragraph }: { form: string; slug: string; paragraph: Paragraph }) {
  const t = useTranslations("forms.texts");
  const { number, start, text } = paragraph;
  const id = `words-${slug}-${start}`;
  const chosen = useSelected(id);
  const from = chosen === null ? start : start + codePointLength(text.slice(0, chosen.from));
  const words = chosen === null ? text : text.slice(chosen.from, chosen.to);
  return (
    <li>
      <span className="meta">¶{number}</span>
      <p id={id}>{text}</p>
      <Button
        form={form}
        small
        kind={chosen ? "solid" : "outline"}
        name="do"
        value={acts.take(slug, from, words)}
        // Pressed, it must not let go of the selection.
        onMouseDown={(event) => event.preventDefault()}
      >
        {t(chosen ? "takeSelected" : "take")}
        <span className="sr-only"> ¶{number}</span>
      </Button>
    </li>
  );
}

/** The stretch of an element's one text that is selected, without the space at its ends; null where none is. */
function useSelected(id: string): { from: number; to: number } | null {
  const [selected, setSelected] = useState<{ from: number; to: number } | null>(null);
  useEffect(() => {
    const look = () => {
      const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined;
      const node = document.getElementById(id)?.firstChild;
      if (!range || !node || range.collapsed || !range.intersectsNode(node)) return setSelected(null);
      const text = node.textContent ?? "";
      const from = range.startContainer === node ? range.startOffset : 0;
      const to = range.endContainer === node ? range.endOffset : text.length;
      const words = text.slice(from, to);
      const lead = words.length - words.trimStart().length;
      setSelected(words.trim() === "" ? null : { from: from + lead, to: from + lead + words.trim().length });
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [id]);
  return selected;
}

/** Further texts, fetched when they are wanted; without script they are links. */
function OtherTexts({ others, onRead }: { others: Props["others"]; onRead: (text: Text) => void }) {
  const t = useTranslations("forms.texts");
  if (others.length === 0) return null;
  async function read(slug: string, title: string) {
    const answer = await fetch(paths.api.source(slug));
    const source: { versions: { text?: string }[] } = await answer.json();
    const text = source.versions[0]?.text;
    if (text === undefined) location.assign(paths.source(slug));
    else onRead({ slug, title, excerpts: false, paragraphs: paragraphsOf(text) });
  }
  return (
    <>
      <h3 className="label mt-4">{t("others")}</h3>
      <ul className="rows">
        {others.map(({ slug, title }) => (
          <li key={slug}>
            <a
              href={paths.source(slug)}
              target="_blank"
              onClick={(event) => {
                event.preventDefault();
                read(slug, title).catch(() => window.open(paths.source(slug), "_blank"));
              }}
              rel="noopener"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
