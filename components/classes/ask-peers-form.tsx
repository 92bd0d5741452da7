"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { EACH_MAX } from "#lib/classes/peer-schema";
import { EMPTY, type FormState } from "#lib/form";

interface Props {
  named: { class: string; assignment: string };
  /** What stands in the fields at first. */
  first: { each: string; dueAt: string };
  again: boolean;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** Asking pupils to judge each other: how many each, and by when. */
export function AskPeersForm({ named, first, again, act }: Props) {
  const t = useTranslations("forms.peer.ask");
  const [state, send, busy] = useActionState(act, EMPTY);
  const field = (name: "each" | "dueAt") => ({
    ...{ name, label: t(name), hint: t(`${name}Hint`), error: state.fields[name] },
    defaultValue: state.values[name] ?? first[name],
  });
  return (
    <form className="form" action={send} noValidate aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      {Object.entries(named).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="round-fields">
        <TextField {...field("each")} type="number" inputMode="numeric" min={1} max={EACH_MAX} />
        <TextField {...field("dueAt")} type="datetime-local" />
      </div>
      <p>
        <Button kind={again ? "outline" : "solid"} busy={busy}>
          {t(again ? "again" : "submit")}
        </Button>
      </p>
    </form>
  );
}
