"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { LevelFields } from "#components/classes/level-fields";
import { Button } from "#components/ui/button";
import { TextArea } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import type { Levels, Rubric } from "#lib/classes/assessment";
import { EMPTY, type FormState } from "#lib/form";

/** What the field for words is called in a teacher's form, and in a peer's. */
const WORDS = { grade: "feedback", peer: "words" } as const;

interface Props {
  kind: keyof typeof WORDS;
  named: Record<string, string>;
  rubric: Rubric;
  levels: Levels;
  words: string;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** A level for each criterion and words on the whole, by a teacher or a peer; figures stand beside it and decide nothing. */
export function JudgingForm({ kind, named, rubric, levels, words, act }: Props) {
  const t = useTranslations("forms");
  const [state, send, busy] = useActionState(act, EMPTY);
  const field = WORDS[kind];
  return (
    <form className="form" action={send} noValidate aria-label={t(`${kind}.form`)}>
      <FormRefusal state={state} title={t(`${kind}.refused`)} signIn={t(`${kind}.signIn`)} />
      {Object.entries(named).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <LevelFields rubric={rubric} levels={levels} values={state.values} />
      <TextArea
        name={field}
        label={t(kind === "grade" ? "grade.feedback" : "peer.words")}
        hint={t(kind === "grade" ? "grade.feedbackHint" : "peer.wordsHint")}
        error={state.fields[field]}
        defaultValue={state.values[field] ?? words}
        rows={6}
        face="read"
      />
      <p>
        <Button kind="solid" busy={busy}>
          {t(`${kind}.submit`)}
        </Button>
      </p>
    </form>
  );
}
