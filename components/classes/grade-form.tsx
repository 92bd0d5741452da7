"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { LevelFields } from "#components/classes/level-fields";
import { Button } from "#components/ui/button";
import { TextArea } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import type { Levels, Rubric } from "#lib/classes/assessment";
import { EMPTY, type FormState } from "#lib/form";

type Act = (previous: FormState, form: FormData) => Promise<FormState>;

interface Props {
  named: { class: string; assignment: string; handle: string };
  rubric: Rubric;
  levels: Levels;
  feedback: string;
  act: Act;
}

const hiddenFields = (named: Record<string, string>) =>
  Object.entries(named).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);

/** A level for each criterion and a word on the whole; figures stand beside it and decide nothing. */
export function GradeForm({ named, rubric, levels, feedback, act }: Props) {
  const t = useTranslations("forms.grade");
  const [state, send, busy] = useActionState(act, EMPTY);
  return (
    <form className="form" action={send} noValidate aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      {hiddenFields(named)}
      <LevelFields rubric={rubric} levels={levels} values={state.values} />
      <TextArea
        name="feedback"
        label={t("feedback")}
        hint={t("feedbackHint")}
        error={state.fields.feedback}
        defaultValue={state.values.feedback ?? feedback}
        rows={5}
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

/** A word on one argument. */
export function NoteForm({ named, note, act }: { named: Record<string, string>; note: string; act: Act }) {
  const t = useTranslations("forms.grade");
  const [state, send, busy] = useActionState(act, EMPTY);
  const id = `note-${named.argument}`;
  return (
    <form className="grid gap-2 mt-3" action={send} noValidate>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      {hiddenFields(named)}
      <label className="label" htmlFor={id}>
        {t("note")}
      </label>
      <textarea className="input" id={id} name="note" rows={2} defaultValue={state.values.note ?? note} />
      <p>
        <Button small busy={busy}>
          {t("keepNote")}
        </Button>
      </p>
    </form>
  );
}
