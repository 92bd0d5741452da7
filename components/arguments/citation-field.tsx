"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { CitationCheck } from "#components/arguments/citation-field-check";
import { CitationMend, type Trouble } from "#components/arguments/citation-field-mend";
import { keyOf, useComposing } from "#components/arguments/nearby-composing";
import { Button } from "#components/ui/button";
import { SelectField, TextArea } from "#components/ui/field";
import { Icon } from "#components/ui/icon";
import type { FormState } from "#lib/form";
import type { Checked } from "#lib/sources/check";
import {
  acts,
  type CitationFields as Citation,
  citationField,
  citationsIn,
  writtenAt,
} from "#lib/sources/citation-fields";

export interface SourceChoice {
  slug: string;
  title: string;
}

interface Props {
  values: Record<string, string>;
  state: FormState;
  sources: SourceChoice[];
  max: number;
}

/** The passages on which an argument stands: one at least, each chosen or pasted from a text. */
export function CitationFields({ values, state, sources, max }: Props) {
  const t = useTranslations("forms.passages");
  const citations = citationsIn(values);
  const trouble = troubleOf(state);
  return (
    <fieldset>
      <legend className="label mb-2">
        {t(max === 1 ? "one" : "label")}{" "}
        {max > 1 && <span className="meta">{t("count", { count: citations.length, max })}</span>}
      </legend>
      {state.fields.citations && (
        <p className="field-error" id="field-citations">
          <Icon name="octagon-x" />
          <span>{state.fields.citations}</span>
        </p>
      )}
      {citations.map((citation, at) => (
        <CitationField
          // biome-ignore lint/suspicious/noArrayIndexKey: a passage is known by its place in the form, until it is another
          key={`${at} ${citation.place}`}
          at={at}
          citation={citation}
          sources={sources}
          error={state.fields[citationField(at, "quote")]}
          trouble={trouble?.at === at ? trouble : null}
          alone={citations.length === 1}
        />
      ))}
      {citations.length < max && (
        <p className="mt-3">
          <Button small name="do" value={acts.add()}>
            <Icon name="plus" />
            {t("add")}
          </Button>
        </p>
      )}
    </fieldset>
  );
}

/** Which passage a verb refused; it counts those alone that say something. */
export function troubleOf({ refusal, values }: FormState): Trouble | null {
  if (!refusal || typeof refusal.details.citation !== "number") return null;
  const at = writtenAt(values)[refusal.details.citation];
  return at === undefined ? null : { ...refusal.details, at, sentence: refusal.sentence };
}

const toTexts = (words: ReactNode) => <a href="#texts-title">{words}</a>;

interface FieldProps {
  at: number;
  citation: Citation;
  sources: SourceChoice[];
  error?: string;
  trouble: Trouble | null;
  alone: boolean;
}

function CitationField({ at, citation, sources, error, trouble, alone }: FieldProps) {
  const t = useTranslations("forms.passages");
  const source = citation.source || sources[0]?.slug;
  const given = { ...citation, source: source ?? "" };
  const [written, setWritten] = useState(given);
  const touched = keyOf(at, written) !== keyOf(at, given);
  const word = useSaid(keyOf(at, written));
  const said = written.quote.trim() === "" ? undefined : word;
  const refused = trouble && !touched ? trouble : said && !said.ok ? { ...said, at } : null;
  const stands = !refused && said?.ok ? said : null;
  const fault = said || refused ? undefined : error;
  const wrong = refused !== null || fault !== undefined;
  const name = citationField(at, "quote");
  return (
    <div className={wrong ? "cite wrong" : "cite"}>
      <Icon name={wrong ? "octagon-x" : stands || (citation.place && !touched) ? "check" : "message-square-quote"} />
      <div className="form">
        <TextArea
          name={name}
          label={t("words", { position: at + 1 })}
          hint={at === 0 && <span>{t.rich("hint", { a: toTexts })}</span>}
          error={fault}
          face="read"
          rows={3}
          defaultValue={citation.quote}
          onInput={({ currentTarget: { value } }) => setWritten({ ...written, quote: value })}
          aria-invalid={wrong || undefined}
          aria-describedby={[`check-${at}`, fault && `error-${name}`, at === 0 && `hint-${name}`]
            .filter(Boolean)
            .join(" ")}
        />
        <CitationCheck at={at} refused={refused} stands={stands} />
        <SelectField
          key={source}
          name={citationField(at, "source")}
          label={t("source", { position: at + 1 })}
          defaultValue={source}
          onInput={({ currentTarget: { value } }) => setWritten({ ...written, source: value })}
        >
          {sources.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </SelectField>
        <input type="hidden" name={citationField(at, "place")} value={citation.place} />
        {refused && <CitationMend trouble={refused} quote={written.quote} />}
      </div>
      {!alone && (
        <Button kind="quiet" name="do" value={acts.remove(at)}>
          {t("remove")}
          <span className="sr-only"> {t("passage", { position: at + 1 })}</span>
        </Button>
      )}
    </div>
  );
}

/** What the server says of these words. A refusal stays until there is another word on them, a tick goes at once. */
function useSaid(key: string): Checked | undefined {
  const now = useComposing().checked.get(key);
  const [last, setLast] = useState(now);
  if (now && now !== last) setLast(now);
  return now ?? (last?.ok ? undefined : last);
}
