"use client";

import { useEffect } from "react";

const WRITING = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";

/** The key `/` leads to the search: to the page's own field where it has one, else to the header's. */
export function SearchKey() {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const plain = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
      if (!plain || (event.target instanceof Element && event.target.closest(WRITING))) return;
      const fields = [...document.querySelectorAll<HTMLInputElement>("input[type=search][name=q]")];
      const field = fields.findLast((one) => one.checkVisibility());
      if (!field) return;
      event.preventDefault();
      field.focus();
      field.select();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return null;
}
