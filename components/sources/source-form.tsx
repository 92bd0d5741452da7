"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isAnswered, useCitingForm } from "#components/arguments/citing-form";
import { Button } from "#components/ui/button";
import { Choice } from "#components/ui/choice";
import { Draft } from "#components/ui/draft";
import { TextArea, TextField } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import type { FormState } from "#lib/form";

interface Props {
  act: (previous: FormState, form: FormData) => Promise<FormState>;
  /** What stands here while nothing can be written; a form that was sent before comes back with its words all the same. */
  instead?: ReactNode;
  draft: string;
}

const CLAIMED = [
  { name: "outlet", type: "text" },
  { name: "byline", type: "text" },
  { name: "publishedOn", type: "date" },
  { name: "url", type: "url" },
] as const;

/** A text that is pasted, what it claims about itself, and who may read the whole of it. */
export function SourceForm({ act, instead, draft }: Props) {
  const t = useTranslations("forms.bring");
  const { state, answer, values, busy, rounds, restore, bind, form } = useCitingForm({ act, values: {}, max: 0 });
  const rights = (["OPEN", "EXCERPTS"] as const).map((value) => ({ value, label: t(`rights.${value}`) }));
  if (instead && !isAnswered(answer)) return instead;
  return (
    <form className="form max-w-[46rem]" {...bind} noValidate aria-label={t("title")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <Draft form={form} name={draft} answer={answer} round={rounds.mended} onRestore={restore} />
      <div className="form" key={rounds.restored}>
        <TextField name="title" label={t("headline")} error={state.fields.title} required defaultValue={values.title} />
        <TextArea
          name="text"
          label={t("text")}
          hint={t("textHint")}
          error={state.fields.text}
          face="read"
          rows={14}
          required
          defaultValue={values.text}
        />
        <Choice name="rights" legend={t("rights.legend")} options={rights} chosen={values.rights ?? "OPEN"} />
        <p className="hint">{t("claimed")}</p>
        {CLAIMED.map(({ name, type }) => (
          <TextField
            key={name}
            name={name}
            type={type}
            label={t(name)}
            error={state.fields[name]}
            defaultValue={values[name]}
          />
        ))}
      </div>
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("submit")}
        </Button>
      </p>
    </form>
  );
}
