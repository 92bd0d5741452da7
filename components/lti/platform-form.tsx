"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { TextArea, TextField } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY, type FormState } from "#lib/form";

const ADDRESSES = ["loginUrl", "tokenUrl", "jwksUrl"] as const;

/** What a platform shows of itself, typed in here; said again of the same issuer and client it changes what was said. */
export function PlatformForm({ act }: { act: (previous: FormState, form: FormData) => Promise<FormState> }) {
  const t = useTranslations("forms.platform");
  const [state, send, busy] = useActionState(act, EMPTY);
  const field = (name: "name" | "issuer" | "clientId" | "deployments" | "origins" | (typeof ADDRESSES)[number]) => ({
    ...{ name, label: t(name), error: state.fields[name], defaultValue: state.values[name] },
    ...{ autoCapitalize: "none", spellCheck: false, autoComplete: "off" },
  });
  return (
    <form className="form" action={send} noValidate aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <TextField {...field("name")} hint={t("nameHint")} />
      <TextField {...field("issuer")} />
      <TextField {...field("clientId")} />
      <TextArea {...field("deployments")} hint={t("lines")} rows={2} />
      {ADDRESSES.map((name) => (
        <TextField key={name} {...field(name)} inputMode="url" />
      ))}
      <TextArea {...field("origins")} hint={t("originsHint")} rows={2} />
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("submit")}
        </Button>
      </p>
    </form>
  );
}
