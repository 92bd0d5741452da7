import type { ReactNode } from "react";
import { stanceClass } from "#components/ui/sign";
import type { Stance } from "#lib/arguments/view";

interface Props {
  /** How this stands to what is above it. */
  stance: Stance;
  /** Withdrawn or removed, or still waiting for a review. */
  state?: "gone" | "waiting";
  /** Nobody opposed it: ink instead of the stance. */
  dropped?: boolean;
  as?: "li" | "div";
  /** The id of the link that this is. */
  link?: string;
  children: ReactNode;
}

/** The line at the left of an answer: solid for Pro, double for Con, dotted where nothing stands any more. */
export function Rail({ stance, state, dropped, as: Element = "div", link, children }: Props) {
  return (
    <Element
      className={`rail ${stanceClass(stance)}${state === undefined ? "" : ` ${state}`}${dropped ? " dropped" : ""}`}
      data-link={link}
    >
      {children}
    </Element>
  );
}
