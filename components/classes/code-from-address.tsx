"use client";

import { useEffect } from "react";

/** Under which name this tab remembers what its address said, while somebody signs in. */
const KEPT = "grounds:code";

interface Props {
  /** The field that it fills. */
  field: string;
}

/**
 * Writes what stands after the sign of the address into a field, and takes it out of the address: there it would stay in
 * the browser's history. Without script it is typed.
 */
export function CodeFromAddress({ field }: Props) {
  useEffect(() => {
    const key = `${KEPT}:${field}`;
    const said = decodeURIComponent(location.hash.slice(1).replace(/%(?![0-9a-f]{2})/gi, ""));
    const fits = /^[\w-]{4,40}$/.test(said);
    if (fits) {
      sessionStorage.setItem(key, said);
      history.replaceState(history.state, "", location.pathname + location.search);
    }
    const code = fits ? said : sessionStorage.getItem(key);
    const input = document.querySelector<HTMLInputElement>(`input[name="${field}"]`);
    if (code && input && input.value === "") input.value = code;
  }, [field]);
  return null;
}
