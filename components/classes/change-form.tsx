"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { RoundFields, TaskFields } from "#components/classes/plan-fields";
import { Button } from "#components/ui/button";
import { FormRefusal } from "#components/ui/form-refusal";
import type { Kept } from "#lib/classes/assignment-kept";
import { EMPTY, type FormState } from "#lib/form";
import { paths } from "#lib/paths";

interface Props {
  room: string;
  assignment: string;
  /** What stands in the fields at first: what holds. */
  first: Record<string, string>;
  /** What stays of its first and of its second round; `undefined` where there is none. */
  kept: [Kept, Kept?];
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** Changing what a class is set to do: what is asked, and by when. */
export function ChangeForm({ room, assignment, first, kept, act }: Props) {
  const t = useTranslations("forms.assign");
  const [state, send, busy] = useActionState(act, EMPTY);
  const values = Object.keys(state.values).length > 0 ? state.values : first;
  const field = (name: string) => ({ name, error: state.fields[name], defaultValue: values[name] });
  const [, second] = kept;
  return (
    <form className="form" action={send} noValidate aria-label={t("change.form")}>
      <FormRefusal state={state} title={t("change.refused")} signIn={t("signIn")} />
      <input type="hidden" name="class" value={room} />
      <input type="hidden" name="assignment" value={assignment} />
      <TaskFields field={field} />
      <fieldset className="grid gap-4">
        <legend className="label mb-2">{t("round1")}</legend>
        {kept[0] && <p className="meta">{t(`change.kept.${kept[0]}`)}</p>}
        <RoundFields n={1} field={field} kept={kept[0]} />
      </fieldset>
      <fieldset className="grid gap-4">
        <legend className="label mb-2">{t("round2")}</legend>
        {second ? (
          <>
            <p className="meta">{t(`change.kept.${second}`)}</p>
            <input type="hidden" name="switches" value="yes" />
          </>
        ) : (
          <label className="flex gap-2 items-baseline" key={values.switches}>
            <input type="checkbox" name="switches" value="yes" defaultChecked={values.switches !== undefined} />
            <span>
              {t("switches.label")}
              <span className="block hint">{t("switches.hint")}</span>
            </span>
          </label>
        )}
        <RoundFields n={2} field={field} kept={second} />
      </fieldset>
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("change.submit")}
        </Button>
        <Button href={paths.assignment(room, assignment)}>{t("leave")}</Button>
      </p>
    </form>
  );
}
