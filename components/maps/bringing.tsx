import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button";
import { EMPTY, type FormState } from "#lib/form";
import { receive } from "#lib/maps/receiving";
import { paths } from "#lib/paths";

/** How far an import is: null before it can be told; 1: it is being stored. */
interface News {
  part: number | null;
}

export interface Bringing {
  news: News | null;
  /** How the last try ended, where nothing came of it. */
  ended: "cancelled" | "failed" | null;
  refused: FormState;
  send: (event: FormEvent<HTMLFormElement>) => void;
  cancel: () => void;
}

/** Sends an import's form by script and hears how far it is; without script its action does the same in silence. */
export function useBringing(): Bringing {
  const [news, setNews] = useState<News | null>(null);
  const [ended, setEnded] = useState<Bringing["ended"]>(null);
  const [refused, setRefused] = useState<FormState>(EMPTY);
  const asked = useRef<AbortController>(null);

  async function bring(form: HTMLFormElement): Promise<void> {
    const cancel = new AbortController();
    asked.current = cancel;
    setEnded(null);
    setRefused(EMPTY);
    setNews({ part: null });
    const body = JSON.stringify(Object.fromEntries([...new FormData(form)].filter(([name]) => FIELDS.has(name))));
    const headers = { "content-type": "application/json" };
    try {
      const told = (part: number | null) => setNews({ part });
      const answer = await receive(paths.importing, { method: "POST", body, headers, signal: cancel.signal }, told);
      if (answer.made) return location.assign(await answer.made.text());
      const { refused: sentence = "", code = "" } = answer;
      setRefused({ ...EMPTY, refusal: { sentence, code, details: {} } });
    } catch {
      setEnded(cancel.signal.aborted ? "cancelled" : "failed");
    }
    setNews(null);
  }

  return {
    ...{ news, ended, refused },
    send: (event) => {
      event.preventDefault();
      if (!news) void bring(event.currentTarget);
    },
    cancel: () => {
      if (news && news.part !== 1) asked.current?.abort();
    },
  };
}

/** React's own fields of a form are no part of what was looked at. */
const FIELDS = new Set(["slug", "name", "carried"]);

interface Props {
  bringing: Bringing;
  /** How many claims there are to come. */
  total: number;
  /** What is said while nothing happens. */
  before: string;
}

/** How far an import is, and the way to cancel it. */
export function BringingNews({ bringing: { news, ended, cancel }, total, before }: Props) {
  const t = useTranslations("forms.import.progress");
  const part = news?.part ?? null;
  const step = Math.min(10, Math.floor((part ?? 0) * 10)) / 10;
  const said =
    part === null ? t("reading") : part === 1 ? t("storing") : t("posting", { done: Math.round(step * total), total });
  return (
    <>
      {news && (
        <Button type="button" onClick={cancel} aria-disabled={part === 1 || undefined}>
          {t("cancel")}
        </Button>
      )}
      {news && <progress className="making" max={1} value={part ?? undefined} aria-label={t("bar")} />}
      <p className="hint" role="status">
        {news ? said : ended ? t(ended) : before}
      </p>
    </>
  );
}
