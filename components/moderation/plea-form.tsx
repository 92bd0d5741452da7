"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { TextArea, TextField } from "#components/ui/field";
import { Notice } from "#components/ui/notice";
import { EMPTY, type FormState } from "#lib/form";

interface Props {
  /** The sanction; without it whoever appeals says who they are. */
  sanction?: string;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** What somebody has against being silenced or suspended. */
export function PleaForm({ sanction, act }: Props) {
  const t = useTranslations("sanctions.own");
  const [{ refusal, fields, values }, send, busy] = useActionState(act, EMPTY);
  return (
    <form className="form mt-4" action={send} noValidate aria-label={t("submit")}>
      {refusal && <Notice kind="refused" title={refusal.sentence} />}
      {sanction === undefined ? (
        <>
          <TextField
            name="handle"
            label={t("handle")}
            error={fields.handle}
            defaultValue={values.handle}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
          <TextField
            name="password"
            label={t("password")}
            error={fields.password}
            type="password"
            autoComplete="current-password"
          />
        </>
      ) : (
        <input type="hidden" name="sanction" value={sanction} />
      )}
      <TextArea
        name="plea"
        label={t("plea")}
        hint={t("pleaHint")}
        error={fields.plea}
        rows={4}
        defaultValue={values.plea}
      />
      <div>
        <Button kind="solid" busy={busy}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
