import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/ui/icon";

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
