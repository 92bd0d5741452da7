/** The browser's end of what `lib/maps/making-frames.ts` sends. */

export interface Answered {
  /** What was made, or the sentence by which it was refused. */
  made?: Blob;
  refused?: string;
  code?: string;
}

/** Reads news and then what was made. @throws where the connection ends too early, or is ended by `init.signal` */
export async function receive(
  address: string,
  init: RequestInit,
  told: (part: number | null) => void,
): Promise<Answered> {
  const response = await fetch(address, init);
  if (response.headers.get("content-type")?.startsWith("application/problem+json")) return problemOf(response);
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
      if ("refused" in line) return line;
      if ("bytes" in line) return { made: await rest(reader, waiting, Number(line.bytes)) };
      told(line.part);
    }
  }
}

async function problemOf(response: Response): Promise<Answered> {
  const { type, detail } = await response.json();
  return { refused: String(detail), code: String(type).split(":").at(-1) };
}

async function rest(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  first: Uint8Array<ArrayBuffer>,
  length: number,
) {
  const parts = [first];
  for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value);
  const made = new Blob(parts);
  if (made.size !== length) throw new Error("it ended too early");
  return made;
}
