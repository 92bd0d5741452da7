"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { calledBetween, clockAt, type Done, type Timing, timeShown } from "#lib/classes/round";

export interface ClockProps {
  timing: Timing;
  done: readonly Done[];
  /** By the server, when this was rendered. */
  now: number;
  words: {
    running: string;
    stopped: string;
    overtime: string;
    over: string;
    prep: string;
    prepPro: string;
    prepCon: string;
    /** For who listens: what is left, by seconds. */
    called: Record<number, string>;
  };
  /** Beside each side's preparation. */
  pro: ReactNode;
  con: ReactNode;
}

/** Twice within the second that a change of second may be late by. */
const LOOK_MS = 250;

/** The time that is left, counted down in the browser from what the server said; the acts alone decide. */
export function RoundClock({ timing, done, now, words, pro, con }: ClockProps) {
  const [at, setAt] = useState(now);
  const [said, setSaid] = useState("");
  /** How far the server's clock is ahead: the most that any answer says, since answers are late and never early. */
  const ahead = useRef(Number.NEGATIVE_INFINITY);
  const before = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    ahead.current = Math.max(ahead.current, now - Date.now());
    const look = () => setAt(Date.now() + ahead.current);
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [now]);

  const { speech, running, leftMs, prepMs } = clockAt(timing, done, at);
  const left = running === "PRO" || running === "CON" ? prepMs[running] : leftMs;
  useEffect(() => {
    const passed = running === null ? null : calledBetween(before.current, left);
    before.current = running === null ? Number.NEGATIVE_INFINITY : left;
    if (passed !== null) setSaid(words.called[passed] ?? "");
  }, [running, left, words]);

  const isOver = speech >= timing.speeches.length;
  const states = { SPEECH: leftMs < 0 ? words.overtime : words.running, PRO: words.prepPro, CON: words.prepCon };
  return (
    <div className={`round-clock ${running === null ? "still" : ""} ${left <= -1000 ? "beyond" : ""}`}>
      <p className="round-state">{isOver ? words.over : running === null ? words.stopped : states[running]}</p>
      <p className="round-time" role="timer">
        {timeShown(left)}
      </p>
      <dl className="round-prep">
        <dt>{words.prep}</dt>
        <dd className={running === "PRO" ? "runs" : undefined}>
          {pro} <b>{timeShown(prepMs.PRO)}</b>
        </dd>
        <dd className={running === "CON" ? "runs" : undefined}>
          {con} <b>{timeShown(prepMs.CON)}</b>
        </dd>
      </dl>
      <p className="sr-only" aria-live="assertive">
        {said}
      </p>
    </div>
  );
}
