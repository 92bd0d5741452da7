"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormRefusal } from "#components/ui/form-refusal";
import { Scale } from "#components/weighing/scale";
import { EMPTY, type FormState } from "#lib/form";

export type Act = (previous: FormState, form: FormData) => Promise<FormState>;

interface Props {
  link: string;
  from: "page" | "through";
  /** What it answers, in a few words. */
  legend: string;
  own: number | null;
  rate: Act;
}

const IMPACTS = [0, 1, 2, 3, 4] as const;

/** How much an argument weighs, said by one press. */
export function RateForm({ link, from, legend, own, rate }: Props) {
  const t = useTranslations("forms.weighing");
  const [state, send, busy] = useActionState(rate, EMPTY);
  return (
    <form action={send} className="rate-form" aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <input type="hidden" name="link" value={link} />
      <input type="hidden" name="from" value={from} />
      <fieldset>
        <legend className="label mb-2">{legend}</legend>
        <Scale steps={IMPACTS.map((impact) => t(`steps.${impact}`))} own={own} busy={busy} worded />
      </fieldset>
    </form>
  );
}
