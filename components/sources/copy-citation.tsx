"use client";

import { useState, useSyncExternalStore } from "react";

interface Props {
  /** What can be copied, each under the name of its style. */
  lines: { style: string; text: string }[];
  words: { title: string; copy: string; copied: string; failed: string };
}

const never = () => () => {};

/** A citation to take along in one style or another; where a page may not write to the clipboard, as text to select. */
export function CopyCitation({ lines, words }: Props) {
  const [answer, setAnswer] = useState({ style: "", said: "" });
  const mayCopy = useSyncExternalStore(
    never,
    () => navigator.clipboard !== undefined,
    () => false,
  );
  const copy = (style: string, text: string) =>
    navigator.clipboard.writeText(text).then(
      () => setAnswer({ style, said: words.copied }),
      () => setAnswer({ style, said: words.failed }),
    );
  return (
    <details className="menu" onToggle={() => setAnswer({ style: "", said: "" })}>
      <summary className="quiet">{words.title}</summary>
      <ul className="grid gap-3 px-3 py-2">
        {lines.map(({ style, text }) => (
          <li key={style}>
            <div className="flex items-baseline gap-3">
              <p className="label">{style}</p>
              <p className="meta ml-auto" aria-live="polite">
                {answer.style === style && answer.said}
              </p>
              {mayCopy && (
                <button type="button" className="quiet" onClick={() => copy(style, text)}>
                  {words.copy} <span className="sr-only">{style}</span>
                </button>
              )}
            </div>
            <p className={`wrap-anywhere select-all ${mayCopy ? "line-clamp-3" : ""}`}>{text}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
