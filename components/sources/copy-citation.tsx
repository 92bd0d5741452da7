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
  const [said, setSaid] = useState("");
  const mayCopy = useSyncExternalStore(
    never,
    () => navigator.clipboard !== undefined,
    () => false,
  );
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(words.copied),
      () => setSaid(words.failed),
    );
  return (
    <details className="menu" onToggle={() => setSaid("")}>
      <summary className="quiet">{words.title}</summary>
      <div className="px-3">
        <ul className="grid gap-3">
          {lines.map(({ style, text }) => (
            <li key={style}>
              <p className="label flex items-baseline justify-between gap-3">
                {style}
                {mayCopy && (
                  <button type="button" className="quiet" onClick={() => copy(text)}>
                    {words.copy} <span className="sr-only">{style}</span>
                  </button>
                )}
              </p>
              <p className="wrap-anywhere select-all">{text}</p>
            </li>
          ))}
        </ul>
        <p className="meta" aria-live="polite">
          {said}
        </p>
      </div>
    </details>
  );
}
