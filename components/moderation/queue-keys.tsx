"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

interface Props {
  /** The cases after and before the one that is open. */
  next: string | undefined;
  previous: string | undefined;
  /** Said when a key has done something. */
  words: string;
}

/**
 * Decides by keys: a letter presses what carries it, a digit chooses a reason. While one writes, letters are letters;
 * Escape goes back to the case.
 */
export function QueueKeys({ next, previous, words }: Props) {
  const router = useRouter();
  const [said, setSaid] = useState("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: whose neighbours change, is another one
  useEffect(() => {
    const list = document.querySelector(".queue-list");
    const here = list?.querySelector<HTMLElement>("[aria-current]");
    // The list scrolls by itself: of two hundred the open one stays in sight, and the page where it is.
    if (list && here) list.scrollTop = here.offsetTop - list.clientHeight / 2;
  }, [next, previous]);
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const at = event.target as HTMLElement;
      if (event.key === "Escape") return at.blur();
      if (at.matches("input:not([type=checkbox]), textarea, select")) return;
      const key = event.key.toLowerCase();
      const way = key === "j" ? next : key === "k" ? previous : undefined;
      if (way) return router.push(way);
      const reason = document.querySelector<HTMLSelectElement>("select[data-key=r]");
      if (/^[1-9]$/.test(key) && reason?.options[Number(key)]) reason.selectedIndex = Number(key);
      else {
        const carrier = /^[a-z]$/.test(key) ? document.querySelector<HTMLElement>(`[data-key=${key}]`) : null;
        if (!carrier) return;
        if (carrier instanceof HTMLSelectElement) carrier.focus();
        // Within the queue no page is loaded anew, so that the next key is not lost.
        else if (carrier instanceof HTMLAnchorElement && carrier.pathname === location.pathname)
          router.push(carrier.href);
        else carrier.click();
        // What opened by a key is gone on with by keys.
        carrier.parentElement?.querySelector<HTMLElement>("details[open] select")?.focus();
      }
      event.preventDefault();
      setSaid(words);
    }
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [next, previous, router, words]);
  return (
    <p className="sr-only" aria-live="polite">
      {said}
    </p>
  );
}
