/**
 * What takes long and the news of its making in one stream: lines of JSON, `{"part":0.4}` (null before it can be told), and
 * last `{"bytes":1234}` with as many bytes after it, or `{"refused":"…","code":"…"}` with a sentence. Read by `receiving.ts`.
 */
import { refusalOf } from "#lib/refusal";
import { sentence } from "#lib/sentence";
import { Missing, Refused } from "#lib/verdict";

export interface Waiting {
  /** Aborted when nobody waits any more. */
  signal: AbortSignal;
  told: (part: number | null) => void;
}

type Make = (waiting: Waiting) => Promise<string | Uint8Array<ArrayBuffer>>;

/** Of the whole: news of smaller steps nobody sees. */
const STEP = 0.01;

export function framed(make: Make): ReadableStream<Uint8Array> {
  const cancelled = new AbortController();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const line = (said: object) => controller.enqueue(encoder.encode(`${JSON.stringify(said)}\n`));
      let last: number | null = -1;
      const told = (part: number | null) => {
        if (part !== null && last !== null && part < 1 && part - last < STEP) return;
        last = part;
        if (!cancelled.signal.aborted) line({ part });
      };
      try {
        const content = await make({ signal: cancelled.signal, told });
        const bytes = typeof content === "string" ? encoder.encode(content) : content;
        line({ bytes: bytes.length });
        controller.enqueue(bytes);
        controller.close();
      } catch (error) {
        if (cancelled.signal.aborted) return;
        const refused = error instanceof Missing ? new Refused("missing") : refusalOf(error);
        if (!refused) return controller.error(error);
        line({ refused: sentence(refused), code: refused.code });
        controller.close();
      }
    },
    cancel: () => cancelled.abort(new Error("nobody waits for it any more")),
  });
}
