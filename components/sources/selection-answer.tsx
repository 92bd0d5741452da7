"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type SelectionWords, type SourceAtHand, STANCES } from "#components/sources/selection-words";
import { Icon } from "#components/ui/icon";
import { StanceLabel } from "#components/ui/sign";
import type { Answerable } from "#lib/arguments/answerable";
import type { Target } from "#lib/arguments/view";
import { paths } from "#lib/paths";
import type { Selected } from "#lib/sources/selection";

const TARGETS: Target[] = ["CLAIM", "RELEVANCE", "EVIDENCE"];
/** Typing goes on within this time; a longer one is felt as waiting. */
const PAUSE_MS = 250;

interface Props {
  chosen: Selected;
  source: SourceAtHand;
  thread: SourceAtHand["threads"][number];
  words: SelectionWords;
  onBack: () => void;
}

/** The arguments of a thread that the chosen words may answer, those on the same words first, and what to say of each. */
export function SelectionAnswer({ chosen, source, thread, words, onBack }: Props) {
  const place = { source: source.slug, from: `${chosen.from}`, to: `${chosen.to}` };
  const { field, q, setQ, found } = useAnswerable(thread.slug, place);
  // Escape goes one step back; on the bar itself it lets go of the words.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onBack();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of what is in it
    <div className="threads answering" onKeyDown={onKeyDown}>
      <button type="button" className="quiet" onClick={onBack}>
        <Icon name="undo-2" />
        {words.answer.back}
      </button>
      <p className="asked">{thread.question}</p>
      <label className="label mt-2" htmlFor="answerable">
        {words.answer.find}
      </label>
      <input
        ref={field}
        id="answerable"
        className="input"
        autoComplete="off"
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      <p className="meta mt-2" role="status">
        {found &&
          (found.length > 0
            ? !q.trim() && words.answer.onWords
            : q.trim()
              ? words.answer.none
              : words.answer.noneOnWords)}
      </p>
      <ul className="answerable">
        {found?.map((argument) => (
          <li key={argument.id}>
            <details
              name="answerable"
              onToggle={({ currentTarget }) => currentTarget.open && comeIntoSight(currentTarget)}
            >
              <summary>
                <StanceLabel stance={argument.stance}>#{argument.number}</StanceLabel>{" "}
                <span className="asked">{argument.claim}</span>{" "}
                {argument.standing && q.trim() && <span className="meta">{words.answer.alsoWords}</span>}
              </summary>
              {STANCES.map((stance) => (
                <p key={stance} className="button-row">
                  <StanceLabel stance={stance}>{stance === "PRO" ? words.pro : words.con}</StanceLabel>
                  {TARGETS.map((target) => (
                    <a
                      key={target}
                      className="button small"
                      href={paths.argue(thread.slug, { parent: argument.id, stance, target, ...place })}
                    >
                      {words.answer.ways[stance][target]}
                      <span className="sr-only">: #{argument.number}</span>
                    </a>
                  ))}
                </p>
              ))}
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What opens below the edge of the list would not be seen to open. */
const comeIntoSight = (element: Element) => element.scrollIntoView({ block: "nearest" });

/** Asks when somebody pauses; what was found for other words is shown until there is an answer. */
function useAnswerable(thread: string, { source, from, to }: Record<"source" | "from" | "to", string>) {
  const field = useRef<HTMLInputElement>(null);
  const [q, setQ] = useState("");
  const [found, setFound] = useState<Answerable[] | null>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const request = new AbortController();
    const ask = async () => {
      const address = paths.api.answerable({ thread, source, from, to, q });
      const response = await fetch(address, { signal: request.signal });
      if (response.ok) setFound((await response.json()).items);
    };
    // Without an answer nothing is shown, and the thread itself leads to its arguments.
    const timer = setTimeout(() => ask().catch(() => undefined), q ? PAUSE_MS : 0);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [thread, source, from, to, q]);
  return { field, q, setQ, found };
}
