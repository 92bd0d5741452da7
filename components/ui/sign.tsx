import type { ReactNode } from "react";
import type { Stance } from "#lib/arguments/view";

/** The class by which a sheet gives a part its stance. */
export function stanceClass(stance: Stance): "pro" | "con" {
  return stance === "PRO" ? "pro" : "con";
}

/** Pro is a filled disc with a plus, Con an open ring with a minus; decoration beside a word. */
export function Sign({ stance }: { stance: Stance }) {
  return (
    <svg className="sign" aria-hidden="true">
      <use href={`#sign-${stanceClass(stance)}`} />
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
