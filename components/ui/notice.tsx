import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon";
import type { IconName } from "#components/ui/sprite";

interface Props {
  kind?: "plain" | "hint" | "refused";
  icon?: IconName;
  /** What happened, in a sentence. */
  title?: ReactNode;
  /** That nothing was lost, and what to do; one paragraph each. */
  children?: ReactNode;
}

/** Something said back. A refusal is announced at once and has the heaviest rule. */
export function Notice({ kind = "plain", icon, title, children }: Props) {
  const sign = icon ?? (kind === "refused" ? "octagon-x" : undefined);
  return (
    <div className={`notice ${kind}`} role={kind === "refused" ? "alert" : undefined}>
      {sign && <Icon name={sign} />}
      <div>
        {title && (
          <p>
            <b>{title}</b>
          </p>
        )}
        {children}
      </div>
    </div>
  );
}
