"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";

/**
 * A region in which 0 to 4 press the scale's buttons, s skips and u takes the last rating back. It has the focus when it
 * comes, and outside it the keys mean what they always do. A field to write in keeps its letters.
 */
export function ByKeys({ label, children }: { label: string; children: ReactNode }) {
  const region = useRef<HTMLElement>(null);
  useEffect(() => region.current?.focus({ preventScroll: true }), []);
  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const { key } = event;
    const target = /^[0-4]$/.test(key)
      ? region.current?.querySelector<HTMLElement>(`button[name="impact"][value="${key}"]`)
      : key === "s"
        ? region.current?.querySelector<HTMLElement>("[data-key=s]")
        : key === "u"
          ? document.querySelector<HTMLElement>(".toast button")
          : null;
    if (!target) return;
    event.preventDefault();
    target.click();
  }
  return (
    <section ref={region} tabIndex={-1} aria-label={label} className="by-keys" onKeyDown={press}>
      {children}
    </section>
  );
}
