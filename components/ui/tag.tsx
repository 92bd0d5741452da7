import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon";
import type { IconName } from "#components/ui/sprite";

interface Props {
  /** `dropped` is ink reversed: it wants an answer. */
  kind?: "new" | "dropped" | "waiting";
  icon?: IconName;
  children: ReactNode;
}

/** A state with a consequence, in words. */
export function Tag({ kind, icon, children }: Props) {
  return (
    <span className={`tag ${kind ?? ""}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
