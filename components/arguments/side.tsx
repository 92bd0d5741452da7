import type { ReactNode } from "react";
import { Sign, stanceClass } from "#components/ui/sign";
import type { Stance } from "#lib/arguments/view";

interface Props {
  id: string;
  stance: Stance;
  title: ReactNode;
  /** How many stand here, or on this side, small beside the title. */
  count: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

/** One of two columns, opened by its stance's line. */
export function Side({ id, stance, title, count, action, children }: Props) {
  return (
    <section className={`side ${stanceClass(stance)}`} id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>
          <Sign stance={stance} />
          {title} <small>{count}</small>
        </h2>
        {action}
      </header>
      {children}
    </section>
  );
}
