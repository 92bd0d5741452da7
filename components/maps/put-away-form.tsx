"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY, type FormState } from "#lib/form";

interface Props {
  slug: string;
  item: string;
  /** Whether claims of the tray answer it: they go with it. */
  answered: boolean;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** Puts a claim away that nobody wants to cite a passage for. */
export function PutAwayForm({ slug, item, answered, act }: Props) {
  const t = useTranslations("forms.putAway");
  const [state, send, busy] = useActionState(act, EMPTY);
  return (
    <form action={send}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="item" value={item} />
      <Button kind="quiet" busy={busy}>
        {t(answered ? "below" : "submit")}
      </Button>
    </form>
  );
}
