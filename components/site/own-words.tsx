import { createElement, Fragment, type ReactNode } from "react";
import type { PlainBlock } from "#lib/text/plain-page";

/** Parts side by side: spread, because they never change places and so need no keys. */
const sideBySide = (parts: ReactNode[]) => createElement(Fragment, null, ...parts);

const item = (text: string): ReactNode => <li>{text}</li>;

function block(part: PlainBlock): ReactNode {
  if (part.kind === "heading") return <h2 className="section-title mt-8">{part.text}</h2>;
  if (part.kind === "paragraph") return <p>{part.text}</p>;
  return <ul>{sideBySide(part.items.map(item))}</ul>;
}

/** What whoever runs the forum says in their own words. */
export function OwnWords({ words }: { words: PlainBlock[] }) {
  return <div className="prose max-w-2xl">{sideBySide(words.map(block))}</div>;
}
