"use client";

import { type MouseEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button";
import { Icon } from "#components/ui/icon";

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
      const file = await receive(making, cancel.signal, (part) =>
        setNews({ said: part === null ? words.waiting : part === 0 ? words.reading : words.writing, part, busy: true }),
      );
      if (typeof file !== "string") save(file, name);
      setNews({ said: typeof file === "string" ? file : words.done, part: null, busy: false });
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

/** The file, or the sentence by which it was refused. */
async function receive(
  address: string,
  signal: AbortSignal,
  told: (part: number | null) => void,
): Promise<Blob | string> {
  const response = await fetch(address, { signal });
  const reader = response.body?.getReader();
  if (!response.ok || !reader) throw new Error("nothing came");
  const decoder = new TextDecoder();
  let waiting: Uint8Array<ArrayBuffer> = new Uint8Array();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) throw new Error("it ended too early");
    waiting = new Uint8Array(await new Blob([waiting, value]).arrayBuffer());
    for (let end = waiting.indexOf(10); end >= 0; end = waiting.indexOf(10)) {
      const line = JSON.parse(decoder.decode(waiting.subarray(0, end)));
      waiting = waiting.slice(end + 1);
      if ("refused" in line) return String(line.refused);
      if ("bytes" in line) return rest(reader, waiting, Number(line.bytes));
      told(line.part);
    }
  }
}

async function rest(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  first: Uint8Array<ArrayBuffer>,
  length: number,
) {
  const parts = [first];
  for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value);
  const file = new Blob(parts);
  if (file.size !== length) throw new Error("it ended too early");
  return file;
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
