"use client";

import { useTranslations } from "next-intl";
import { type ComponentType, useEffect, useRef, useState } from "react";
import type { Editor } from "#components/editor/editor";
import { Icon } from "#components/ui/icon";

interface Props {
  /** Plain text, and the document whose text it is, as JSON. */
  text: string;
  document: string;
  error?: string;
}

interface Loaded {
  Editor: ComponentType<React.ComponentProps<typeof Editor>>;
  text: string;
  focused: boolean;
}

/** The elaboration: plain text, until the editor has come, which takes over what was written meanwhile. */
export function ElaborationField({ text, document, error }: Props) {
  const t = useTranslations("forms.elaboration");
  const area = useRef<HTMLTextAreaElement>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let left = false;
    import("#components/editor/editor").then(
      ({ Editor }) => {
        const written = area.current;
        if (left) return;
        setLoaded({ Editor, text: written?.value ?? "", focused: window.document.activeElement === written });
      },
      // Where the editor does not come, the plain field does.
      () => {},
    );
    return () => {
      left = true;
    };
  }, []);
  const untouched = loaded?.text === text;
  return (
    <div className="field">
      <label className="label" id="label-body" htmlFor={loaded ? undefined : "field-body"}>
        {t("label")} <span className="meta">{t("optional")}</span>
      </label>
      {loaded ? (
        <loaded.Editor
          document={untouched ? document : ""}
          text={loaded.text}
          focused={loaded.focused}
          labelledBy="label-body"
          describedBy="hint-body"
        />
      ) : (
        <>
          <textarea
            className="input read"
            id="field-body"
            name="body"
            rows={6}
            ref={area}
            defaultValue={text}
            aria-describedby="hint-body"
            aria-invalid={error ? true : undefined}
          />
          <input type="hidden" name="document" value={document} />
        </>
      )}
      {error && (
        <p className="field-error" id="error-body">
          <Icon name="octagon-x" />
          <span>{error}</span>
        </p>
      )}
      <p className="hint" id="hint-body">
        {loaded ? t("marks") : t("plain")}
      </p>
    </div>
  );
}
