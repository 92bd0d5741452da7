"use client";

import { type MouseEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button";
import { Icon } from "#components/ui/icon";
import { receive } from "#lib/maps/receiving";

interface Props {
  /** The file; also for those without script. */
  href: string;
  /** The same with news of its making, as `lib/maps/making-frames.ts` writes it. */
  making: string;
  name: string;
  words: Record<"take" | "waiting" | "reading" | "writing" | "cancel" | "cancelled" | "done" | "failed", string>;
}

/** What is being said, and how far it is: null before it can be told. */
interface News {
  said: string;
  part: number | null;
  busy: boolean;
}

/** Takes a large file along: how far it is, a way to cancel it, and the file. */
export function TakeAlong({ href, making, name, words }: Props) {
  const [news, setNews] = useState<News | null>(null);
  const asked = useRef<AbortController>(null);

  async function take(event: MouseEvent): Promise<void> {
    event.preventDefault();
    const cancel = new AbortController();
    asked.current = cancel;
    setNews({ said: words.reading, part: null, busy: true });
    try {
      const { made, refused = words.done } = await receive(making, { signal: cancel.signal }, (part) =>
        setNews({ said: part === null ? words.waiting : part === 0 ? words.reading : words.writing, part, busy: true }),
      );
      if (made) save(made, name);
      setNews({ said: refused, part: null, busy: false });
    } catch {
      setNews({ said: cancel.signal.aborted ? words.cancelled : words.failed, part: null, busy: false });
    }
  }

  return (
    <div className="mt-4">
      <p className="button-row">
        {news?.busy ? (
          <Button type="button" onClick={() => asked.current?.abort()}>
            {words.cancel}
          </Button>
        ) : (
          <Button kind="solid" href={href} download onClick={take}>
            <Icon name="download" />
            {words.take}
          </Button>
        )}
      </p>
      {news?.busy && <progress className="making" max={1} value={news.part || undefined} aria-label={words.writing} />}
      <p className="meta mt-2" role="status">
        {news?.said}
      </p>
    </div>
  );
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
