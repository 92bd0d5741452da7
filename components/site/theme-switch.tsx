"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Goes over to the other theme. What the system has is not stored, so that it is followed again. */
function switchTheme() {
  const systemIsDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const { dataset } = document.documentElement;
  const isDark = dataset.theme === undefined ? systemIsDark : dataset.theme === "dark";
  if (isDark === systemIsDark) {
    dataset.theme = isDark ? "light" : "dark";
    localStorage.setItem("theme", dataset.theme);
  } else {
    delete dataset.theme;
    localStorage.removeItem("theme");
  }
}

/** Without script the system's theme applies and there is no button, only its room. */
export function ThemeSwitch({ label, children }: { label: string; children: React.ReactNode }) {
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!alive) return <span className="icon-button" />;
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={switchTheme}>
      {children}
    </button>
  );
}
