"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { Act } from "#components/moderation/decide-form";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY } from "#lib/form";
import type { OpenCase } from "#lib/moderation/queries/case";

interface Props {
  challenge: OpenCase["challenges"][number];
  review: string;
  sifted: Record<string, string | undefined>;
  act: Act;
}

/** A doubt about the evidence, with what its author answered, and the ruling. */
export function RuleForm({ challenge, review, sifted, act }: Props) {
  const t = useTranslations("forms.rule");
  const kinds = useTranslations("forms.doubt.kinds");
  const [state, send, busy] = useActionState(act, EMPTY);
  const { id, kind, note, by, answer, own } = challenge;
  return (
    <form className="judge" action={send} noValidate aria-label={t("form", { kind: kinds(`${kind}.label`) })}>
      <h3 className="section-title">{t("form", { kind: kinds(`${kind}.label`) })}</h3>
      <p className="read">“{note}”</p>
      <p className="meta">{by}</p>
      <p className="read mt-2">{answer ? t("answered", { answer }) : t("unanswered")}</p>
      {own ? (
        <p className="meta">{t("own")}</p>
      ) : (
        <>
          <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
          <input type="hidden" name="challenge" value={id} />
          <input type="hidden" name="review" value={review} />
          {Object.entries(sifted).map(
            ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
          )}
          <TextField name="ruling" label={t("ruling")} error={state.fields.ruling} defaultValue={state.values.ruling} />
          <p className="button-row">
            <Button name="upheld" value="yes" busy={busy}>
              {t("uphold")}
            </Button>
            <Button name="upheld" value="no">
              {t("dismiss")}
            </Button>
          </p>
        </>
      )}
    </form>
  );
}
