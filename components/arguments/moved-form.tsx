"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY, type FormState } from "#lib/form";

interface Props {
  citation: string;
  /** The version in which the words are looked at. */
  version: number;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** The author's yes to the words that took the place of those they cited. */
export function MovedForm({ citation, version, act }: Props) {
  const t = useTranslations("forms.moved");
  const [state, send, busy] = useActionState(act, EMPTY);
  return (
    <form action={send} aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <input type="hidden" name="citation" value={citation} />
      <input type="hidden" name="version" value={version} />
      <Button kind="solid" busy={busy}>
        {t("yes")}
      </Button>
    </form>
  );
}
