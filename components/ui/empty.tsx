import type { ReactNode } from "react";

/** Nothing here yet: one sentence that says what to do, and at most one small button. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div>
      <p className="read">{children}</p>
      {action && <p className="mt-3">{action}</p>}
    </div>
  );
}
