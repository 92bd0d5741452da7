"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Chosen } from "#components/sources/selection-places";
import { SELECTION_BAR } from "#components/sources/selection-watch";
import { Icon } from "#components/ui/icon";
import { StanceLabel } from "#components/ui/sign";
import type { Stance } from "#lib/arguments/view";
import { paths } from "#lib/paths";

/** The words of the bar; of what stands in braces the values come in the browser. */
export interface SelectionWords {
  label: string;
  argue: string;
  link: string;
  linkCopied: string;
  where: string;
  cited: string;
  uncited: string;
  short: string;
  long: string;
  keys: { argue: string; letGo: string };
  threads: string;
  newThread: string;
  pro: string;
  con: string;
}

const STANCES: Stance[] = ["PRO", "CON"];

/** A sentence with its values: "{length} characters" → "60 characters". */
export function filled(sentence: string, { length, paragraph }: Pick<Chosen, "length" | "paragraph">): string {
  return sentence.replace("{length}", `${length}`).replace("{number}", `${paragraph}`);
}

interface Props {
  chosen: Chosen;
  slug: string;
  threads: { slug: string; question: string }[];
  words: SelectionWords;
  /** Whether the threads are shown. */
  arguing: boolean;
  onArgue: (arguing: boolean) => void;
}

/** What can be done with the chosen words. It takes no focus until it is asked to, and stands after their paragraph. */
export function SelectionBar({ chosen, slug, threads, words, arguing, onArgue }: Props) {
  const flaw = chosen.flaw && words[chosen.flaw];
  return (
    <div className={SELECTION_BAR}>
      <div className="floating">
        <div role="toolbar" aria-label={words.label} onKeyDown={alongTools} tabIndex={-1}>
          {!flaw && (
            <button type="button" aria-expanded={arguing} onClick={() => onArgue(!arguing)}>
              <Icon name="message-square-quote" />
              {words.argue}
            </button>
          )}
          <CopyLink key={`${chosen.from} ${chosen.to}`} address={paths.stretch(slug, chosen)} words={words} />
        </div>
        {arguing && !flaw && <Threads {...{ chosen, slug, threads, words }} />}
        <p className="say">
          {flaw ?? `${filled(words.where, chosen)} ${chosen.cited ? words.cited : words.uncited}`}{" "}
          {!flaw && (
            <span>
              <kbd>A</kbd> {words.keys.argue}{" "}
            </span>
          )}
          <span>
            <kbd>Esc</kbd> {words.keys.letGo}
          </span>
        </p>
      </div>
    </div>
  );
}

/** Left and right go from tool to tool. */
function alongTools(event: KeyboardEvent<HTMLElement>) {
  const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  const tools = [...event.currentTarget.querySelectorAll("button")];
  const at = tools.indexOf(event.target as HTMLButtonElement);
  if (by === 0 || at < 0) return;
  tools[(at + by + tools.length) % tools.length]?.focus();
  event.preventDefault();
}

/** Where a browser gives no clipboard to the page, it goes to the address that was to be copied. */
function CopyLink({ address, words }: { address: string; words: SelectionWords }) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    try {
      await navigator.clipboard.writeText(new URL(address, location.href).href);
      setCopied(true);
    } catch {
      location.assign(address);
    }
  }
  return (
    <button type="button" onClick={copy}>
      <Icon name={copied ? "check" : "link"} />
      <span role="status">{copied ? words.linkCopied : words.link}</span>
    </button>
  );
}

/** The threads that this text is argued in, each with its two sides, and the way to a new one. */
function Threads({ chosen, slug, threads, words }: Pick<Props, "chosen" | "slug" | "threads" | "words">) {
  const first = useRef<HTMLUListElement>(null);
  useEffect(() => first.current?.querySelector("a")?.focus(), []);
  const place = { source: slug, from: `${chosen.from}`, to: `${chosen.to}` };
  return (
    <ul ref={first} className="threads" aria-label={words.threads}>
      {threads.map((thread) => (
        <li key={thread.slug}>
          <span className="question">{thread.question}</span>
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
