import { createElement, Fragment } from "react";
import type { Segment } from "#lib/search/segments";

/** Words with those set apart that were looked for: heavier and underlined, since yellow is for cited words alone. */
export function Marked({ words }: { words: readonly Segment[] }) {
  // biome-ignore lint/correctness/useJsxKeyInIterable: as children of their own they need no keys
  const pieces = words.map(({ text, hit }) => (hit ? <mark className="hit">{text}</mark> : text));
  return createElement(Fragment, null, ...pieces);
}
