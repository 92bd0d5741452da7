"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY, type FormState } from "#lib/form";

interface Props {
  slug: string;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** Posts at once whatever stands on words that are here. */
export function PostAllForm({ slug, act }: Props) {
  const t = useTranslations("forms.postAll");
  const [state, send, busy] = useActionState(act, EMPTY);
  return (
    <form action={send} className="post-all mb-6">
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <input type="hidden" name="slug" value={slug} />
      <p className="mb-2">{t("what")}</p>
      <Button busy={busy}>{t("submit")}</Button>
    </form>
  );
}
