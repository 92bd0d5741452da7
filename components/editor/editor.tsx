"use client";

import { EditorContent, type Editor as Tiptap, useEditor, useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { LinkField } from "#components/editor/link-field";
import { documentFromText } from "#lib/text/document";
import { EXTENSIONS } from "#lib/text/extensions";

interface Props {
  /** What it begins with: a document as JSON, or else plain text. */
  document: string;
  text: string;
  /** Whether somebody was writing already when it came. */
  focused: boolean;
  /** Ids of its label and its hint. */
  labelledBy: string;
  describedBy: string;
}

function contentOf(document: string, text: string) {
  try {
    return document ? JSON.parse(document) : documentFromText(text);
  } catch {
    // Longer than an elaboration may be: it comes in as one paragraph, and the form says so when it is sent.
    return { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
  }
}

/** The elaboration with its marks: bold, italic, lists, quotations, links. What it holds is sent as JSON. */
export function Editor({ document, text, focused, labelledBy, describedBy }: Props) {
  const [content] = useState(() => contentOf(document, text));
  const [json, setJson] = useState(() => JSON.stringify(content));
  const editor = useEditor({
    extensions: EXTENSIONS,
    content,
    immediatelyRender: false,
    // Its sheet would be written into the page, which our policy forbids: it stands in editor.css.
    injectCSS: false,
    autofocus: focused && "end",
    editorProps: {
      attributes: {
        id: "field-body",
        class: "editor prose input read",
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": labelledBy,
        "aria-describedby": describedBy,
      },
    },
    onUpdate: ({ editor: changed }) => setJson(JSON.stringify(changed.getJSON())),
  });
  return (
    <>
      {editor && <Tools editor={editor} />}
      <EditorContent editor={editor} />
      <input type="hidden" name="document" value={json} />
    </>
  );
}

const TOOLS = {
  bold: (editor: Tiptap) => editor.chain().focus().toggleBold().run(),
  italic: (editor: Tiptap) => editor.chain().focus().toggleItalic().run(),
  bulletList: (editor: Tiptap) => editor.chain().focus().toggleBulletList().run(),
  orderedList: (editor: Tiptap) => editor.chain().focus().toggleOrderedList().run(),
  blockquote: (editor: Tiptap) => editor.chain().focus().toggleBlockquote().run(),
};
const NAMES = Object.keys(TOOLS) as (keyof typeof TOOLS)[];

function stay(event: MouseEvent) {
  if (event.target instanceof HTMLButtonElement) event.preventDefault();
}

function Tools({ editor }: { editor: Tiptap }) {
  const t = useTranslations("forms.elaboration");
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => Object.fromEntries([...NAMES, "link"].map((name) => [name, now.isActive(name)])),
  });
  const [linking, setLinking] = useState(false);
  return (
    // Pressed with the mouse, a tool leaves the cursor where it is.
    <div className="editor-tools" role="toolbar" aria-label={t("tools")} onMouseDown={stay}>
      {NAMES.map((name) => (
        <button key={name} type="button" aria-pressed={active[name]} onClick={() => TOOLS[name](editor)}>
          {t(name)}
        </button>
      ))}
      <button type="button" aria-pressed={active.link} aria-expanded={linking} onClick={() => setLinking(!linking)}>
        {t("link")}
      </button>
      {linking && <LinkField editor={editor} onDone={() => setLinking(false)} />}
    </div>
  );
}
