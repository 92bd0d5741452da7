"use client";

import { useEffect, useRef, useState } from "react";
import { SelectionAnswer } from "#components/sources/selection-answer";
import { type SelectionWords, type SourceAtHand, STANCES } from "#components/sources/selection-words";
import { Icon } from "#components/ui/icon";
import { StanceLabel } from "#components/ui/sign";
import { paths } from "#lib/paths";
import type { Selected } from "#lib/sources/selection";

interface Props {
  chosen: Selected;
  source: SourceAtHand;
  words: SelectionWords;
}

/** The threads that this text is argued in: each with its two sides and with its arguments to answer, and the way to a new one. */
export function SelectionThreads({ chosen, source, words }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [answering, setAnswering] = useState<string | null>(null);
  /** Where the focus goes when the list comes back. */
  const left = useRef<string | null>(null);
  useEffect(() => {
    if (answering !== null) return;
    const back = left.current === null ? "a" : `[data-thread="${left.current}"]`;
    list.current?.querySelector<HTMLElement>(back)?.focus();
  }, [answering]);
  const thread = source.threads.find(({ slug }) => slug === answering);
  if (thread) {
    const onBack = () => {
      left.current = answering;
      setAnswering(null);
    };
    return <SelectionAnswer {...{ chosen, source, thread, words, onBack }} />;
  }
  const place = { source: source.slug, from: `${chosen.from}`, to: `${chosen.to}` };
  return (
    <ul ref={list} className="threads" aria-label={words.threads}>
      {source.threads.map(({ slug, question }) => (
        <li key={slug}>
          <span className="asked">{question}</span>
          <span className="button-row">
            {STANCES.map((stance) => (
              <a key={stance} className="button small" href={paths.argue(slug, { stance, ...place })}>
                <StanceLabel stance={stance}>{stance === "PRO" ? words.pro : words.con}</StanceLabel>
                <span className="sr-only">: {question}</span>
              </a>
            ))}
            <button type="button" className="button small" data-thread={slug} onClick={() => setAnswering(slug)}>
              {words.answer.open}
              <span className="sr-only">: {question}</span>
            </button>
          </span>
        </li>
      ))}
      <li>
        <a className="quiet" href={paths.openThread(place)}>
          <Icon name="plus" />
          {words.newThread}
        </a>
      </li>
    </ul>
  );
}
