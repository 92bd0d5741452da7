"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { LevelFields } from "#components/classes/level-fields";
import { Button } from "#components/ui/button";
import { TextArea } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import type { Levels, Rubric } from "#lib/classes/assessment";
import { EMPTY, type FormState } from "#lib/form";

interface Props {
  named: { class: string; assignment: string; feedback: string };
  rubric: Rubric;
  levels: Levels;
  words: string;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** What one thinks of a peer's work, by the rubric and in words. */
export function PeerForm({ named, rubric, levels, words, act }: Props) {
  const t = useTranslations("forms.peer");
  const [state, send, busy] = useActionState(act, EMPTY);
  return (
    <form className="form" action={send} noValidate aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      {Object.entries(named).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <LevelFields rubric={rubric} levels={levels} values={state.values} />
      <TextArea
        name="words"
        label={t("words")}
        hint={t("wordsHint")}
        error={state.fields.words}
        defaultValue={state.values.words ?? words}
        rows={6}
        face="read"
      />
      <p>
        <Button kind="solid" busy={busy}>
          {t("submit")}
        </Button>
      </p>
    </form>
  );
}
