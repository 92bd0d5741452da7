"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { Act } from "#components/moderation/decide-form";
import { Button } from "#components/ui/button";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY } from "#lib/form";
import type { Case } from "#lib/moderation/queries/case";

interface Props {
  reasons: Case["reasons"];
  sifted: Record<string, string | undefined>;
  act: Act;
}

/** The same decision about all that are ticked in the list. */
export function BulkForm({ reasons, sifted, act }: Props) {
  const t = useTranslations("forms.bulk");
  const [state, send, busy] = useActionState(act, EMPTY);
  return (
    <div className="bulk">
      <p>
        <button className="quiet needs-script" type="button" data-key="t" onClick={tickAll}>
          {t("all")} <kbd>T</kbd>
        </button>
      </p>
      <details>
        <summary className="quiet" data-key="g">
          {t("open")} <kbd>G</kbd>
        </summary>
        <form id="bulk" action={send} noValidate aria-label={t("open")}>
          <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
          {Object.entries(sifted).map(
            ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
          )}
          <label className="label" htmlFor="bulk-code">
            {t("reason")}
          </label>
          <select className="input" id="bulk-code" name="code" defaultValue={state.values.code ?? ""}>
            <option value="">{t("reasonNeeded")}</option>
            {reasons.map(({ code }) => (
              <option key={code} value={code}>
                {code}
              </option>
            ))}
          </select>
          <p className="button-row mt-3">
            <Button small name="act" value="APPROVE" busy={busy}>
              {t("approve")}
            </Button>
            <Button small name="act" value="REMOVE">
              {t("remove")}
            </Button>
          </p>
        </form>
      </details>
    </div>
  );
}

/** Ticks all that wait, or none where all are ticked. */
function tickAll(): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>("input[form=bulk]")];
  const all = boxes.every(({ checked }) => checked);
  for (const box of boxes) box.checked = !all;
}
