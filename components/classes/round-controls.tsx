"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect } from "react";
import { Button } from "#components/ui/button";
import { FormRefusal } from "#components/ui/form-refusal";
import type { Clock } from "#lib/classes/round";
import { EMPTY, type FormState } from "#lib/form";

interface Props {
  room: string;
  round: string;
  /** As it stood when the page was made. */
  clock: Pick<Clock, "speech" | "running">;
  speeches: number;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

const KEYS: Record<string, string> = { " ": "turn", ArrowRight: "next", ArrowLeft: "back" };
const TAKEN = "input, textarea, select, button, a, summary, [contenteditable]:not([contenteditable='false'])";

/** Runs a round's clock, by buttons and by keys. */
export function RoundControls({ room, round, clock: { speech, running }, speeches, act }: Props) {
  const t = useTranslations("forms.round");
  const [state, send, busy] = useActionState(act, EMPTY);
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
      const key = KEYS[event.key];
      const at = event.target;
      // Space presses the button that has the focus; arrows move on from it all the same.
      const taken = event.key === " " ? TAKEN : "input, textarea, select";
      if (!key || (at instanceof Element && at.closest(taken))) return;
      event.preventDefault();
      document.querySelector<HTMLButtonElement>(`.round-controls [data-key=${key}]:enabled`)?.click();
    }
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  const isOver = speech >= speeches;
  const prep = (["PREP_PRO", "PREP_CON"] as const).map((name) => {
    const runs = running === (name === "PREP_PRO" ? "PRO" : "CON");
    return (
      <Button key={name} name="act" value={runs ? "PAUSE" : name} disabled={isOver}>
        {t(runs ? `end.${name}` : name)}
      </Button>
    );
  });
  return (
    <form className="round-controls" action={send} aria-label={t("controls")} aria-busy={busy || undefined}>
      <FormRefusal state={state} title={t("notMoved")} signIn={t("signIn")} />
      <input type="hidden" name="class" value={room} />
      <input type="hidden" name="round" value={round} />
      <input type="hidden" name="speech" value={speech} />
      <p className="button-row">
        <Button name="act" value="BACK" data-key="back" disabled={speech === 0}>
          {t("BACK")}
        </Button>
        <Button
          kind="solid"
          name="act"
          value={running === "SPEECH" ? "PAUSE" : "START"}
          data-key="turn"
          disabled={isOver}
        >
          {t(running === "SPEECH" ? "PAUSE" : "START")}
        </Button>
        <Button name="act" value="NEXT" data-key="next" disabled={isOver}>
          {t(speech === speeches - 1 ? "END" : "NEXT")}
        </Button>
      </p>
      <p className="button-row">{prep}</p>
      <p className="meta">{t("keys")}</p>
    </form>
  );
}
