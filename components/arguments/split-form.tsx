"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { SelectField, TextArea } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { Icon } from "#components/ui/icon";
import { EMPTY, type FormState } from "#lib/form";
import { paths } from "#lib/paths";

type Act = (previous: FormState, form: FormData) => Promise<FormState>;

interface Answer {
  link: string;
  number: number;
  claim: string | null;
}

interface Props {
  argument: { id: string; claim: string };
  /** The words of its passages, in their order. */
  passages: string[];
  answers: Answer[];
  /** Whether the viewer wrote it; others draw the parts for the author. */
  own: boolean;
  /** Whether other parts are offered, which come first. */
  folded: boolean;
  act: Act;
}

/** More are seldom needed, and an empty one is left out. */
const ROWS = 3;

const listed = (values: FormState["values"], name: string) =>
  Object.entries(values).flatMap(([key, value]) => (key.startsWith(`${name}.`) ? value : []));

/** Parts of an argument: a claim each, and the passages that it keeps. */
export function SplitForm({ argument, passages, answers, own, folded, act }: Props) {
  const t = useTranslations("forms.split");
  const [state, send, busy] = useActionState(act, EMPTY);
  const sent = state !== EMPTY;
  const ticked = new Set(listed(state.values, "cites"));
  const form = (
    <form className="form max-w-[46rem]" action={send} noValidate aria-label={t("form")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <p className="read">{t(own ? "what" : "whatOffer")}</p>
      <input type="hidden" name="argument" value={argument.id} />
      {Array.from({ length: ROWS }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
        <fieldset className="grid gap-3" key={row}>
          <legend className="section-title w-full">{t("part", { number: row + 1 })}</legend>
          <TextArea
            id={`claim.${row}`}
            name="claim"
            label={t("claim")}
            hint={row === 0 ? t("claimHint") : undefined}
            error={state.fields[`claim.${row}`]}
            face="claim"
            rows={2}
            defaultValue={state.values[`claim.${row}`] ?? (row === 0 && !sent ? argument.claim : "")}
          />
          <div>
            <p className="label">{t("cites")}</p>
            {passages.map((words, place) => {
              const value = `${row}:${place}`;
              return (
                <label className="passage-tick" key={value}>
                  <input
                    type="checkbox"
                    name="cites"
                    value={value}
                    defaultChecked={sent ? ticked.has(value) : row === 0}
                  />{" "}
                  <span className="read">
                    <mark>{words}</mark>
                  </span>
                </label>
              );
            })}
          </div>
        </fieldset>
      ))}
      {own && <AnswerFields answers={answers} parts={ROWS} values={state.values} />}
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t(own ? "submit" : "offer")}
        </Button>
        <Button href={paths.argument(argument.id)}>{t("leave")}</Button>
      </p>
    </form>
  );
  if (!folded) return form;
  return (
    <details className="near-words max-w-[46rem]" open={sent}>
      <summary className="section-title">
        {t("otherwise")}
        <Icon name="chevron-down" />
      </summary>
      {form}
    </details>
  );
}

function AnswerFields({ answers, parts, values }: { answers: Answer[]; parts: number; values: FormState["values"] }) {
  const t = useTranslations("forms.split");
  if (answers.length === 0) return null;
  return (
    <fieldset className="grid gap-3">
      <legend className="section-title w-full">{t("answers")}</legend>
      {answers.map(({ link, number, claim }, i) => (
        <div key={link}>
          <input type="hidden" name="link" value={link} />
          <SelectField
            id={`part.${i}`}
            name="part"
            label={t("answer", { number, claim: claim ?? "…" })}
            defaultValue={values[`part.${i}`] ?? ""}
          >
            <option value="">{t("auto")}</option>
            {Array.from({ length: parts }, (_, part) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
              <option key={part} value={`${part}`}>
                {t("part", { number: part + 1 })}
              </option>
            ))}
          </SelectField>
        </div>
      ))}
    </fieldset>
  );
}

/** Taking parts that a moderator drew. */
export function TakeSplitForm({
  split,
  parts,
  answers,
  act,
}: {
  split: string;
  parts: number;
  answers: Answer[];
  act: Act;
}) {
  const t = useTranslations("forms.split");
  const [state, send, busy] = useActionState(act, EMPTY);
  return (
    <form className="form" action={send} noValidate aria-label={t("take")}>
      <FormRefusal state={state} title={t("refused")} signIn={t("signIn")} />
      <input type="hidden" name="split" value={split} />
      <AnswerFields answers={answers} parts={parts} values={state.values} />
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("take")}
        </Button>
      </p>
    </form>
  );
}

/** Taking a split back. */
export function RejoinForm({ argument, act }: { argument: string; act: Act }) {
  const t = useTranslations("forms.split");
  const [state, send, busy] = useActionState(act, EMPTY);
  return (
    <form className="form max-w-[46rem]" action={send} noValidate aria-label={t("rejoin")}>
      <FormRefusal state={state} title={t("rejoinRefused")} signIn={t("signIn")} />
      <p className="read">{t("rejoinMeans")}</p>
      <input type="hidden" name="argument" value={argument} />
      <p className="button-row">
        <Button kind="solid" busy={busy}>
          {t("rejoin")}
        </Button>
      </p>
    </form>
  );
}
