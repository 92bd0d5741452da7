"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { Difference } from "#components/ui/difference";
import { paths } from "#lib/paths";
import { acts, spansOf } from "#lib/sources/citation-fields";
import type { Nearest } from "#lib/sources/nearest";
import type { Candidate } from "#lib/sources/quotation";

/** What the server found out about words that may not stand; `at` is their passage's place in the form. */
export interface Trouble {
  at: number;
  sentence: string;
  span?: number;
  source?: string;
  nearest?: Nearest | null;
  candidates?: Candidate[];
}

/** The ways out: the nearest words there are, or the places where the words stand. */
export function CitationMend({ trouble, quote }: { trouble: Trouble; quote: string }) {
  const t = useTranslations("forms.passages");
  const { at, span = 0, source = "", nearest, candidates } = trouble;
  const words = spansOf(quote)[span] ?? "";
  if (nearest) {
    return (
      <div>
        <p className="meta">
          {t("nearest")} <a href={paths.paragraph(source, nearest.paragraph)}>¶{nearest.paragraph}</a>
        </p>
        <p className="read mt-2">
          <Difference before={words} after={nearest.words} />
        </p>
        <p className="button-row mt-3">
          <Button small name="do" value={acts.use(at, span, nearest.start, nearest.words)}>
            {t("use")}
          </Button>
        </p>
      </div>
    );
  }
  if (nearest === null) return <p className="meta">{t("nothingNear")}</p>;
  if (!candidates) return null;
  return (
    <ol className="rows">
      {candidates.map(({ start, paragraph, before, after }) => (
        <li key={start}>
          <p className="read">
            <span className="meta">¶{paragraph}</span> <span className="context">{before}</span>
            <mark>{words}</mark>
            <span className="context">{after}</span>
          </p>
          <p className="mt-2">
            <Button small name="do" value={acts.use(at, span, start, words)}>
              {t("here", { paragraph })}
            </Button>
          </p>
        </li>
      ))}
    </ol>
  );
}
