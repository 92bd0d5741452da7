"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { TextArea, TextField } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY, type FormState } from "#lib/form";

interface Props {
  act: (previous: FormState, form: FormData) => Promise<FormState>;
  /** A thread whose own rules these are. */
  thread: string | undefined;
  /** The version that these begin from. */
  after: number;
  reasons: { code: string; sentence: string; example: string | null }[];
}

/** Rows for rules that are new; more are there after publishing these. */
const NEW_ROWS = 3;

/** A whole version of the policy, row by row; an emptied row goes. */
export function PublishForm({ act, thread, after, reasons }: Props) {
  const t = useTranslations("forms.policy");
  const [state, send, busy] = useActionState(act, EMPTY);
  const empty = { code: "", sentence: "", example: "" };
  const rows = [...reasons, ...Array.from({ length: NEW_ROWS }, () => empty)];
  return (
    <form className="form max-w-[46rem]" action={send} noValidate aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      {thread && <input type="hidden" name="thread" value={thread} />}
      <input type="hidden" name="after" value={state.values.after ?? after} />
      {rows.map((reason, i) => {
        const given = (name: "code" | "sentence" | "example") => ({
          id: `field-${name}.${i}`,
          name,
          label: t(name),
          error: state.fields[`${name}.${i}`],
          defaultValue: state.values[`${name}.${i}`] ?? reason[name] ?? "",
        });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <fieldset className="grid gap-4" key={i}>
            <legend className="section-title w-full">{t("rule", { number: i + 1 })}</legend>
            <TextField
              {...given("code")}
              autoCapitalize="none"
              spellCheck={false}
              hint={i === 0 ? t("codeHint") : undefined}
            />
            <TextArea {...given("sentence")} face="claim" rows={1} />
            <TextArea {...given("example")} rows={2} />
          </fieldset>
        );
      })}
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("submit")}
        </Button>
      </p>
    </form>
  );
}
