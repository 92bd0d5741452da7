"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect } from "react";
import { Button } from "#components/ui/button";
import { SelectField, TextField } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { Notice } from "#components/ui/notice";
import { EMPTY, type FormState } from "#lib/form";
import type { OpenCase } from "#lib/moderation/queries/case";
import { ACTS } from "#lib/moderation/schema";

export type Act = (previous: FormState, form: FormData) => Promise<FormState>;

interface Props {
  open: Pick<
    OpenCase,
    "id" | "edition" | "cause" | "reasons" | "decided" | "asked" | "claimedBy" | "own" | "argument" | "near"
  >;
  sifted: Record<string, string | undefined>;
  act: Act;
  claim: Act;
}

const KEY = { APPROVE: "a", HIDE: "h", REMOVE: "x", CHANGES: "b", MERGE: "m" } as const;

/** Approve, hide, remove or send back, each by one key; those that take away name a reason, a merge names the other. */
export function DecideForm({ open, sifted, act, claim }: Props) {
  const t = useTranslations("forms.decide");
  const [state, send, busy] = useActionState(act, EMPTY);
  const { id, edition, cause, reasons, decided, asked, claimedBy, own, argument, near } = open;
  const closed = decided !== null || own;
  useClaim(id, claim, closed || claimedBy !== null);
  if (decided)
    return <Notice kind="hint" icon="gavel" title={t("decided", { ...decided, code: decided.code ?? "" })} />;
  if (own) return <Notice kind="hint" icon="lock" title={t("own")} />;
  const fit = near.length > 0 ? ACTS : ACTS.filter((one) => one !== "MERGE");
  const acts: readonly (typeof ACTS)[number][] = cause === "APPEAL" ? ["APPROVE", "REMOVE"] : fit;
  return (
    <form className="judge" action={send} noValidate aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      {asked && <p className="meta">{t("asked")}</p>}
      <input type="hidden" name="review" value={id} />
      <input type="hidden" name="edition" value={edition} />
      <input type="hidden" name="number" value={argument.number} />
      {Object.entries(sifted).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {cause !== "APPEAL" && (
        <SelectField
          name="code"
          label={t("reason")}
          error={state.fields.code}
          defaultValue={state.values.code ?? ""}
          data-key="r"
        >
          <option value="">{t("reasonNeeded")}</option>
          {reasons.map(({ code, sentence }, i) => (
            <option key={code} value={code}>
              {i < 9 ? `${i + 1}  ${code}: ${sentence}` : `${code}: ${sentence}`}
            </option>
          ))}
        </SelectField>
      )}
      {acts.includes("MERGE") && (
        <SelectField
          name="into"
          label={t("into")}
          error={state.fields.into}
          defaultValue={state.values.into ?? ""}
          data-key="i"
        >
          <option value="">{t("intoNeeded")}</option>
          {near.map(({ id: other, number, claim }) => (
            <option key={other} value={other}>
              {`#${number}  ${claim}`}
            </option>
          ))}
        </SelectField>
      )}
      <TextField
        name="note"
        label={t("note")}
        hint={t("noteHint")}
        error={state.fields.note}
        defaultValue={state.values.note}
      />
      <p className="button-row">
        {acts.map((one) => (
          <Button
            key={one}
            name="act"
            value={one}
            kind={one === "APPROVE" ? "solid" : "outline"}
            busy={busy && one === "APPROVE"}
            data-key={KEY[one]}
          >
            {t(cause === "APPEAL" ? `hear.${one as "APPROVE"}` : `acts.${one}`)} <kbd>{KEY[one].toUpperCase()}</kbd>
          </Button>
        ))}
      </p>
      <p className="meta">{claimedBy ? t("claimed", { name: claimedBy }) : t("free")}</p>
    </form>
  );
}

/** Says to the others that one has it open; without script deciding alone says so. */
function useClaim(review: string, claim: Act, closed: boolean) {
  useEffect(() => {
    if (closed) return;
    const form = new FormData();
    form.set("review", review);
    // Whoever is faster decides; a claim that fails is no harm.
    claim(EMPTY, form).catch(() => {});
  }, [review, claim, closed]);
}
