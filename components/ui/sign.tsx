import type { ReactNode } from "react";
import type { Stance } from "#lib/arguments/view";

/** The class by which a sheet gives a part its stance. */
export function stanceClass(stance: Stance): "pro" | "con" {
  return stance === "PRO" ? "pro" : "con";
}

/** Pro is a filled disc with a plus, Con an open ring with a minus; decoration beside a word. */
export function Sign({ stance }: { stance: Stance }) {
  return stance === "PRO" ? (
    <svg className="sign" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="7" fill="currentColor" />
      <path className="plus" d="M7 3.6v6.8M3.6 7h6.8" strokeWidth="1.7" strokeLinecap="round" />
    </svg>
  ) : (
    <svg className="sign" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M4 7h6" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
    </svg>
  );
}

/** A stance said in words, with its sign: "Pro", "4 Con", "Support". */
export function StanceLabel({ stance, children }: { stance: Stance; children: ReactNode }) {
  return (
    <span className={`stance ${stanceClass(stance)}`}>
      <Sign stance={stance} />
      {children}
    </span>
  );
}
