"use client";

import { type KeyboardEvent, type Ref, useImperativeHandle, useState } from "react";
import { SelectionCitation } from "#components/sources/selection-citation";
import type { Chosen } from "#components/sources/selection-places";
import { SelectionThreads } from "#components/sources/selection-threads";
import { SELECTION_BAR } from "#components/sources/selection-watch";
import { filled, type SelectionWords, type SourceAtHand } from "#components/sources/selection-words";
import { Icon } from "#components/ui/icon";
import { paths } from "#lib/paths";

/** What keys ask of the bar. */
export interface BarKeys {
  argue(): void;
  cite(): void;
}

interface Props {
  ref: Ref<BarKeys>;
  chosen: Chosen;
  source: SourceAtHand;
  words: SelectionWords;
}

/** What can be done with the chosen words. It takes no focus until it is asked to, and stands after their paragraph. */
export function SelectionBar({ ref, chosen, source, words }: Props) {
  const [arguing, setArguing] = useState(false);
  /** How often citations were asked for by key. */
  const [citing, setCiting] = useState(0);
  useImperativeHandle(ref, () => ({ argue: () => setArguing(true), cite: () => setCiting((times) => times + 1) }), []);
  const address = paths.stretch(source.slug, chosen);
  const flaw = chosen.flaw && words[chosen.flaw];
  return (
    <div className={SELECTION_BAR}>
      <div className="floating">
        <div role="toolbar" className="selection-tools" aria-label={words.label} onKeyDown={alongTools} tabIndex={-1}>
          {!flaw && (
            <button type="button" aria-expanded={arguing} onClick={() => setArguing(!arguing)}>
              <Icon name="message-square-quote" />
              {words.argue}
            </button>
          )}
          <SelectionCitation {...{ chosen, address, citing }} work={source.work} words={words.citation} />
          <CopyLink address={address} words={words} />
        </div>
        {arguing && !flaw && <SelectionThreads {...{ chosen, source, words }} />}
        <p className="say">
          {flaw ?? `${filled(words.where, chosen)} ${chosen.cited ? words.cited : words.uncited}`}{" "}
          {!flaw && (
            <span>
              <kbd>A</kbd> {words.keys.argue}{" "}
            </span>
          )}
          <span>
            <kbd>C</kbd> {words.keys.cite}{" "}
          </span>
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
  const tools = [...event.currentTarget.querySelectorAll<HTMLElement>(":scope > button, summary")];
  const at = tools.indexOf(event.target as HTMLElement);
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
    <>
      <button type="button" onClick={copy}>
        <Icon name={copied ? "check" : "link"} />
        {copied ? words.linkCopied : words.link}
      </button>
      <span className="sr-only" role="status">
        {copied && words.linkCopied}
      </span>
    </>
  );
}
