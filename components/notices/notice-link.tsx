"use client";

import type { ReactNode } from "react";
import { paths } from "#lib/paths";

interface Props {
  href: string;
  /** With the kind, the notice's name; null where it was read before. */
  unread: { kind: string; subject: string } | null;
  children: ReactNode;
}

/** The way to what one is told of. Who takes it has read the notice: that is told on the way out, in whatever tab it opens. */
export function NoticeLink({ href, unread, children }: Props) {
  const tell = () => {
    if (!unread) return;
    fetch(paths.api.readNotice(), {
      method: "POST",
      keepalive: true,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(unread),
      // It stays unread, and its button is there.
    }).catch(() => {});
  };
  return (
    <a href={href} onClick={tell} onAuxClick={tell}>
      {children}
    </a>
  );
}
