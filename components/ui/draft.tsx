"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";

type Kept = Record<string, string>;

const PREFIX = "draft:";
/** Often enough that little is lost when a machine stops, seldom enough that nobody waits for the disk. */
const PAUSE_MS = 400;
/** What a form needs for itself is no draft. */
const OWN = /^\$ACTION|^(?:do|submissionKey)$/;

function read(name: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? "null");
  } catch {
    return null;
  }
}

function write(name: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(PREFIX + name, JSON.stringify(kept));
    else localStorage.removeItem(PREFIX + name);
  } catch {
    // Storage is full or switched off: the form still holds the words.
  }
}

/** Whoever comes to this browser next shall find nobody's words. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

function wordsOf(form: HTMLFormElement): Kept {
  const entries = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !OWN.test(name));
  return Object.fromEntries(entries) as Kept;
}

interface Props {
  form: RefObject<HTMLFormElement | null>;
  /** Unlike that of any other form or person. */
  name: string;
  /** Whether the form is on its way. */
  busy: boolean;
  /** Counts what buttons changed in it. */
  round: number;
  onRestore: (kept: Kept) => void;
}

/**
 * Keeps in this browser what is being written, until the server has acknowledged it, and offers it back. Only an
 * acknowledged form goes away while it is on its way: everything else on the page is a plain link.
 */
export function Draft({ form, name, busy, round, onRestore }: Props) {
  const t = useTranslations("forms.draft");
  const [found, setFound] = useState<Kept | null>(null);
  const onItsWay = useRef(false);

  useEffect(() => {
    // It came back, with what the server made of it.
    if (onItsWay.current && !busy && form.current) write(name, wordsOf(form.current));
    onItsWay.current = busy;
  }, [busy, form, name]);

  useEffect(() => {
    if (round > 0 && form.current) write(name, wordsOf(form.current));
  }, [round, form, name]);

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const given = wordsOf(element);
    const kept = read(name);
    const differs = kept && Object.entries(kept).some(([field, value]) => value.trim() !== (given[field] ?? "").trim());
    if (differs) setFound(kept);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      timer = setTimeout(() => write(name, wordsOf(element)), PAUSE_MS);
    };
    const keepNow = () => {
      clearTimeout(timer);
      write(name, wordsOf(element));
    };
    element.addEventListener("input", keep);
    element.addEventListener("submit", keepNow);
    return () => {
      clearTimeout(timer);
      element.removeEventListener("input", keep);
      element.removeEventListener("submit", keepNow);
      if (onItsWay.current) write(name, null);
    };
  }, [form, name]);

  if (!found) return null;
  return (
    <Notice kind="hint" icon="undo-2" title={t("found")}>
      <p>{t("lost")}</p>
      <p className="button-row">
        <Button
          type="button"
          small
          onClick={() => {
            onRestore(found);
            setFound(null);
          }}
        >
          {t("restore")}
        </Button>
        <Button
          type="button"
          kind="quiet"
          onClick={() => {
            write(name, null);
            setFound(null);
          }}
        >
          {t("forget")}
        </Button>
      </p>
    </Notice>
  );
}
