"use client";

import { useTranslations } from "next-intl";
import { CitationFields, type SourceChoice } from "#components/arguments/citation-field";
import { useCitingForm } from "#components/arguments/citing-form";
import { CitingFormTop } from "#components/arguments/citing-form-top";
import { Button } from "#components/ui/button";
import { TextArea } from "#components/ui/field";
import type { FormState } from "#lib/form";

interface Props {
  /** By which buttons outside the form belong to it. */
  id: string;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
  given: Record<string, string>;
  sources: SourceChoice[];
  draft: string;
}

const FIELDS = ["question", "thesis", "topic", "background"] as const;

/** A question being asked, and the words that raise it. */
export function ThreadForm({ id, act, given, sources, draft }: Props) {
  const t = useTranslations("forms");
  const { state, values, busy, rounds, restore, bind, form } = useCitingForm({ act, values: given, max: 1 });

  return (
    <form className="form" id={id} {...bind} noValidate aria-label={t("open.title")}>
      {/* What Enter presses. */}
      <button type="submit" hidden />
      <CitingFormTop
        state={state}
        title={t("open.refused")}
        form={form}
        name={draft}
        round={rounds.mended}
        onRestore={restore}
      />
      <div className="form" key={rounds.restored}>
        {FIELDS.map((name) => (
          <TextArea
            key={name}
            name={name}
            label={t(`open.${name}`)}
            hint={t(`open.${name}Hint`)}
            error={state.fields[name]}
            face={name === "question" ? "claim" : "read"}
            rows={name === "background" ? 3 : name === "question" ? 2 : 1}
            required={name === "question"}
            defaultValue={values[name]}
          />
        ))}
        <CitationFields key={rounds.mended} values={values} state={state} sources={sources} max={1} />
      </div>
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("open.submit")}
        </Button>
      </p>
    </form>
  );
}
