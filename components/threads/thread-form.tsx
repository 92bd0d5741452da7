"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CitationFields, type SourceChoice } from "#components/arguments/citation-field";
import { isAnswered, useCitingForm } from "#components/arguments/citing-form";
import { CitingFormTop } from "#components/arguments/citing-form-top";
import { OwnerField } from "#components/threads/owner-field";
import { Button } from "#components/ui/button";
import { TextArea } from "#components/ui/field";
import type { FormState } from "#lib/form";

interface Props {
  /** By which buttons outside the form belong to it. */
  id: string;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
  given: Record<string, string>;
  sources: SourceChoice[];
  /** Those that the writer teaches. */
  classes: readonly { slug: string; name: string }[];
  /** What stands here while nothing can be written; a form that was sent before comes back with its words all the same. */
  instead?: ReactNode;
  draft: string;
}

const FIELDS = ["question", "thesis", "topic", "background"] as const;

/** A question being asked, and the words that raise it. */
export function ThreadForm({ id, act, given, sources, classes, instead, draft }: Props) {
  const t = useTranslations("forms");
  const { state, answer, values, busy, rounds, restore, bind, form } = useCitingForm({ act, values: given, max: 1 });

  if (instead && !isAnswered(answer)) return instead;
  return (
    <form className="form" id={id} {...bind} noValidate aria-label={t("open.title")}>
      {/* What Enter presses. */}
      <button type="submit" hidden />
      <CitingFormTop
        state={state}
        answer={answer}
        title={t("open.refused")}
        form={form}
        name={draft}
        round={rounds.mended}
        onRestore={restore}
      />
      <div className="form" key={rounds.restored}>
        <OwnerField classes={classes} chosen={values.class} />
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
