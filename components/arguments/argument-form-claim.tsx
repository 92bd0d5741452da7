"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextArea } from "#components/ui/field";
import { codePointLength } from "#lib/text/code-points";

/** The claim, on its ruled line, with how much of it there may be. */
export function ClaimField({ value, max, error }: { value: string; max: number; error?: string }) {
  const t = useTranslations("forms.claim");
  const [text, setText] = useState(value);
  const length = codePointLength(text.normalize().trim());
  return (
    <TextArea
      name="claim"
      label={t("label")}
      hint={
        <>
          <span>{t("hint")}</span>
          <span>{length > max ? t("over", { over: length - max }) : t("count", { length, max })}</span>
        </>
      }
      error={error}
      face="claim"
      rows={2}
      required
      defaultValue={value}
      onInput={(event) => setText(event.currentTarget.value)}
    />
  );
}
