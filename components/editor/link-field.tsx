"use client";

import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef } from "react";
import { Button } from "#components/ui/button";
import { allowedLink } from "#lib/text/links";

/** Where the chosen words lead to. It stands within a form that must not be sent by it. */
export function LinkField({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = useTranslations("forms.elaboration");
  const field = useRef<HTMLInputElement>(null);

  function setLink() {
    const typed = field.current?.value.trim() ?? "";
    const href = allowedLink(/^[a-z]+:/i.test(typed) ? typed : `https://${typed}`);
    const chain = editor.chain().focus().extendMarkRange("link");
    if (typed === "") chain.unsetLink().run();
    else if (href === null) return field.current?.setCustomValidity(t("badLink"));
    else if (editor.state.selection.empty && !editor.isActive("link")) {
      chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
    } else chain.setLink({ href }).run();
    onDone();
  }

  function press(event: KeyboardEvent) {
    if (event.key === "Escape") {
      editor.commands.focus();
      onDone();
    }
    if (event.key !== "Enter") return;
    event.preventDefault();
    setLink();
    field.current?.reportValidity();
  }

  return (
    <div className="editor-link">
      <label className="label" htmlFor="editor-link">
        {t("address")}
      </label>
      <input
        id="editor-link"
        className="input"
        type="text"
        inputMode="url"
        ref={field}
        defaultValue={editor.getAttributes("link").href ?? ""}
        onInput={(event) => event.currentTarget.setCustomValidity("")}
        onKeyDown={press}
      />
      <Button
        type="button"
        small
        onClick={() => {
          setLink();
          field.current?.reportValidity();
        }}
      >
        {t("setLink")}
      </Button>
    </div>
  );
}
