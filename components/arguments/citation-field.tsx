"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { CitationMend, type Trouble } from "#components/arguments/citation-field-mend";
import { Button } from "#components/ui/button";
import { SelectField, TextArea } from "#components/ui/field";
import { Icon } from "#components/ui/icon";
import type { FormState } from "#lib/form";
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

function CitationField({ at, citation: { source, quote, place }, sources, error, trouble, alone }: FieldProps) {
  const t = useTranslations("forms.passages");
  const [touched, setTouched] = useState(false);
  const wrong = trouble !== null || error !== undefined;
  return (
    <div className={wrong ? "cite wrong" : "cite"}>
      <Icon name={wrong ? "octagon-x" : place && !touched ? "check" : "message-square-quote"} />
      <div className="form">
        <TextArea
          name={citationField(at, "quote")}
          label={t("words", { position: at + 1 })}
          hint={at === 0 && <span>{t.rich("hint", { a: toTexts })}</span>}
          error={trouble?.sentence ?? error}
          face="read"
          rows={3}
          defaultValue={quote}
          onInput={() => setTouched(true)}
        />
        <SelectField
          key={source}
          name={citationField(at, "source")}
          label={t("source", { position: at + 1 })}
          defaultValue={source || sources[0]?.slug}
        >
          {sources.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </SelectField>
        <input type="hidden" name={citationField(at, "place")} value={place} />
        {trouble && <CitationMend trouble={trouble} quote={quote} />}
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
