"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { SelectField, TextField } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY, type FormState } from "#lib/form";
import { paths } from "#lib/paths";
import { FIRST_POSTS, MODES, type ModeNow, SLOW_SECONDS } from "#lib/threads/mode";

interface Props {
  slug: string;
  letsIn: ModeNow;
  /** ISO 8601. */
  now: string;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** How many characters of an ISO 8601 moment a field for date and time takes. */
const MINUTES = 16;

/** How one posts in a thread from now on, and what follows by itself. */
export function ModeForm({ slug, letsIn, now, act }: Props) {
  const t = useTranslations("forms.mode");
  const names = useTranslations("modes.names");
  const [state, send, busy] = useActionState(act, EMPTY);
  const { next } = letsIn;
  const values: Record<string, string> = {
    mode: letsIn.mode,
    slowSeconds: `${letsIn.slowSeconds}`,
    firstPosts: `${letsIn.firstPosts}`,
    nextMode: next?.mode ?? "",
    nextAt: next?.at.slice(0, MINUTES) ?? "",
    ...state.values,
  };
  return (
    <form className="form" action={send} noValidate aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <input type="hidden" name="slug" value={slug} />
      <fieldset className="options" key={values.mode}>
        <legend className="label mb-2">{t("now")}</legend>
        {MODES.map((mode) => (
          <label key={mode}>
            <input type="radio" name="mode" value={mode} defaultChecked={mode === values.mode} />
            <span>
              <b>{names(mode)}</b>
              <span className="block text-ink-2">{t(`means.${mode}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextField
        name="slowSeconds"
        label={t("slowSeconds")}
        error={state.fields.slowSeconds}
        type="number"
        inputMode="numeric"
        {...SLOW_SECONDS}
        defaultValue={values.slowSeconds}
      />
      <TextField
        name="firstPosts"
        label={t("firstPosts")}
        error={state.fields.firstPosts}
        type="number"
        inputMode="numeric"
        {...FIRST_POSTS}
        defaultValue={values.firstPosts}
      />
      <fieldset className="grid gap-4">
        <legend className="label mb-2">{t("next")}</legend>
        <SelectField
          key={values.nextMode}
          name="nextMode"
          label={t("nextMode")}
          error={state.fields.nextMode}
          defaultValue={values.nextMode}
        >
          <option value="">{t("nothing")}</option>
          {MODES.map((mode) => (
            <option key={mode} value={mode}>
              {names(mode)}
            </option>
          ))}
        </SelectField>
        <TextField
          name="nextAt"
          label={t("nextAt")}
          hint={t("nextAtHint", { now: now.slice(0, MINUTES).replace("T", " ") })}
          error={state.fields.nextAt}
          type="datetime-local"
          defaultValue={values.nextAt}
        />
      </fieldset>
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("submit")}
        </Button>
        <Button href={paths.thread(slug)}>{t("leave")}</Button>
      </p>
    </form>
  );
}
