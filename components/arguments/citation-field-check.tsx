"use client";

import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon";
import { paths } from "#lib/paths";
import type { Checked } from "#lib/sources/check";

interface Props {
  /** The passage's place in the form. */
  at: number;
  refused: { sentence: string } | null;
  stands: Extract<Checked, { ok: true }> | null;
}

/** Whether the words may stand: said aloud, too, when it changes. */
export function CitationCheck({ at, refused, stands }: Props) {
  const t = useTranslations("forms.passages");
  return (
    <div id={`check-${at}`} aria-live="polite">
      {refused && (
        <p className="field-error">
          <Icon name="octagon-x" />
          <span>{refused.sentence}</span>
        </p>
      )}
      {stands && (
        <p className="meta">
          {t(stands.normalised ? "normalised" : "verbatim")}{" "}
          {stands.paragraphs.map((number) => (
            <a key={number} href={paths.paragraph(stands.source, number)} target="_blank" rel="noopener">
              ¶{number}
            </a>
          ))}
        </p>
      )}
    </div>
  );
}
