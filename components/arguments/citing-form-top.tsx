"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { troubleOf } from "#components/arguments/citation-field";
import { Draft } from "#components/ui/draft";
import { FormRefusal } from "#components/ui/form-refusal";
import { Notice } from "#components/ui/notice";
import type { FormState } from "#lib/form";
import { citationField } from "#lib/sources/citation-fields";

interface Props extends ComponentProps<typeof Draft> {
  state: FormState;
  /** That it was not done. */
  title: string;
}

/** Above a form in which words are cited: why it was refused and where, what a button changed, a draft to bring back. */
export function CitingFormTop({ state, title, ...draft }: Props) {
  const t = useTranslations("forms");
  const trouble = troubleOf(state);
  const goTo = trouble && {
    field: citationField(trouble.at, "quote"),
    words: t("passages.goTo", { position: trouble.at + 1 }),
  };
  return (
    <>
      <FormRefusal state={state} title={title} signIn={t("signIn")} goTo={goTo ?? undefined} />
      {state.values.at && (
        <Notice kind="hint">
          <a href={`#field-${state.values.at}`}>{t("passages.changed")}</a>
        </Notice>
      )}
      <Draft {...draft} />
    </>
  );
}
