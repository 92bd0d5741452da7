"use client";

import { useEffect, useRef } from "react";
import type { SelectionWords, SourceAtHand } from "#components/sources/selection-words";
import { Icon } from "#components/ui/icon";
import { StanceLabel } from "#components/ui/sign";
import type { Stance } from "#lib/arguments/view";
import { paths } from "#lib/paths";
import type { Selected } from "#lib/sources/selection";

const STANCES: Stance[] = ["PRO", "CON"];

interface Props {
  chosen: Selected;
  source: SourceAtHand;
  words: SelectionWords;
}

/** The threads that this text is argued in, each with its two sides, and the way to a new one. */
export function SelectionThreads({ chosen, source, words }: Props) {
  const first = useRef<HTMLUListElement>(null);
  useEffect(() => first.current?.querySelector("a")?.focus(), []);
  const place = { source: source.slug, from: `${chosen.from}`, to: `${chosen.to}` };
  return (
    <ul ref={first} className="threads" aria-label={words.threads}>
      {source.threads.map((thread) => (
        <li key={thread.slug}>
          <span className="asked">{thread.question}</span>
          <span className="button-row">
            {STANCES.map((stance) => (
              <a key={stance} className="button small" href={paths.argue(thread.slug, { stance, ...place })}>
                <StanceLabel stance={stance}>{stance === "PRO" ? words.pro : words.con}</StanceLabel>
                <span className="sr-only">: {thread.question}</span>
              </a>
            ))}
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
