"use client";

import { useEffect } from "react";
import { UNREAD } from "#components/site/viewer-menu";

/** Tells the header how much is unread on this page, which knows it better than the header's own question did. */
export function UnreadNow({ count }: { count: number }) {
  useEffect(() => {
    dispatchEvent(new CustomEvent(UNREAD, { detail: count }));
  }, [count]);
  return null;
}
