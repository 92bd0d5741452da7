"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
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

/** Around the form that signs somebody out: whoever comes to this browser next shall find nobody's words. */
export function ForgettingDrafts({ children }: { children: ReactNode }) {
  const forget = () => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  };
  return <div onSubmit={forget}>{children}</div>;
}

function wordsOf(form: HTMLFormElement): Kept {
  const entries = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !OWN.test(name));
  return Object.fromEntries(entries) as Kept;
}

/** As long as the page that follows may take to come. */
const LOOKS = 50;
const LOOK_MS = 200;

/** Does it once the browser has gone on from a path without leaving the document; a fault stays where it is. */
function whenElsewhere(path: string, act: () => void, looks = LOOKS): void {
  if (location.pathname !== path) act();
  else if (looks > 0) setTimeout(() => whenElsewhere(path, act, looks - 1), LOOK_MS);
}

interface Props {
  form: RefObject<HTMLFormElement | null>;
  /** Unlike that of any other form or person. */
  name: string;
  /** What the server said last; another one means that the form came back. */
  answer: unknown;
  /** Counts what buttons changed in it. */
  round: number;
  onRestore: (kept: Kept) => void;
}

/**
 * Keeps in this browser what is being written, until the server has acknowledged it, and offers it back. An acknowledged form goes
 * away while it is on its way, and another page follows; whatever else leads away is a plain link, which ends this
 * document and its scripts without a word.
 */
export function Draft({ form, name, answer, round, onRestore }: Props) {
  const t = useTranslations("forms.draft");
  const [found, setFound] = useState<Kept | null>(null);
  const onItsWay = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: that there is another answer is what counts
  useEffect(() => {
    onItsWay.current = false;
  }, [answer]);

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
      onItsWay.current = true;
    };
    const { pathname } = location;
    element.addEventListener("input", keep);
    element.addEventListener("submit", keepNow);
    return () => {
      clearTimeout(timer);
      element.removeEventListener("input", keep);
      element.removeEventListener("submit", keepNow);
      if (onItsWay.current) whenElsewhere(pathname, () => write(name, null));
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
