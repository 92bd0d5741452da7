import { createElement, Fragment, type ReactNode } from "react";
import type { Block, Document, Inline, Mark } from "#lib/text/document";

/** Parts side by side: spread, because they never change places and so need no keys. */
const sideBySide = (parts: ReactNode[]) => createElement(Fragment, null, ...parts);

function marked(inside: ReactNode, mark: Mark): ReactNode {
  if (mark.type === "bold") return <strong>{inside}</strong>;
  if (mark.type === "italic") return <em>{inside}</em>;
  return (
    <a href={mark.attrs.href} rel="nofollow ugc noopener">
      {inside}
    </a>
  );
}

function inlineText(inline: Inline): ReactNode {
  return inline.type === "hardBreak" ? <br /> : (inline.marks ?? []).reduceRight(marked, inline.text as ReactNode);
}

function blockText(block: Block): ReactNode {
  switch (block.type) {
    case "paragraph":
      return <p>{sideBySide((block.content ?? []).map(inlineText))}</p>;
    case "blockquote":
      return <blockquote>{blocksText(block.content)}</blockquote>;
    case "bulletList":
      return <ul>{sideBySide(block.content.map(itemText))}</ul>;
    case "orderedList":
      return <ol start={block.attrs?.start}>{sideBySide(block.content.map(itemText))}</ol>;
  }
}

const itemText = (item: { content: Block[] }) => <li>{blocksText(item.content)}</li>;
const blocksText = (blocks: Block[]) => sideBySide(blocks.map(blockText));

/** An elaboration as it is read. */
export function DocumentText({ document }: { document: Document }) {
  return <div className="prose">{blocksText(document.content)}</div>;
}
