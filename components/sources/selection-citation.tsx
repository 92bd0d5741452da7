"use client";

import { useEffect, useRef, useState } from "react";
import { CopyCitation } from "#components/sources/copy-citation";
import type { CslItem } from "#lib/sources/csl";
import type { Selected } from "#lib/sources/selection";

const STYLES = ["mla", "apa", "chicago", "card"] as const;

export type CitationWords = Record<(typeof STYLES)[number] | "title" | "copy" | "copied" | "failed", string>;

interface Props {
  chosen: Selected;
  work: CslItem;
  /** Where the chosen words stand on this site. */
  address: string;
  words: CitationWords;
  /** How often they were asked for by key: each time they open. */
  citing: number;
}

/** The chosen words with a reference to their source, in each style; the styles are loaded when words are chosen. */
export function SelectionCitation({ chosen: { words: quote, paragraph }, work, address, words, citing }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState<{ style: string; text: string }[]>([]);
  useEffect(() => {
    let wanted = true;
    const url = new URL(address, location.href).href;
    const accessedOn = new Date().toISOString().slice(0, 10);
    import("#lib/sources/styles/styles").then(({ citationLine }) => {
      const line = (style: (typeof STYLES)[number]) => citationLine(style, work, { quote, paragraph, url, accessedOn });
      if (wanted) setLines(STYLES.map((style) => ({ style: words[style], text: line(style) })));
    });
    return () => {
      wanted = false;
    };
  }, [quote, paragraph, work, address, words]);
  useEffect(() => {
    const menu = place.current?.querySelector("details");
    if (citing === 0 || lines.length === 0 || !menu) return;
    menu.open = true;
    menu.querySelector("button")?.focus();
  }, [citing, lines]);
  if (lines.length === 0) return null;
  return (
    <div ref={place}>
      <CopyCitation lines={lines} words={words} />
    </div>
  );
}
