/**
 * The streams' door, `GET /api/live?thread=SLUG&after=NUMBER`: who is it, may they see the thread, is there room; then
 * they are told what happens there until either side leaves. It stands in the front server, since a stream is nothing
 * to render.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { problemOf } from "#lib/api/problem";
import { HEARTBEAT, placeOf, resetLine, retryLine } from "#lib/live/codec";
import { Crowd } from "#lib/live/crowd";
import { Hub } from "#lib/live/hub";
import { findLiveThread } from "#lib/live/queries";
import { sessionCookie, sessionOf, soleCookie } from "#lib/session";
import { networkOf } from "#lib/users/network";
import { Missing } from "#lib/verdict";

/** Proxies close what says nothing for a minute; and a session that ran out ends its stream within this time. */
const PULSE_MS = 20_000;
/** Two hundred events; a reader who takes no more than that is gone and comes back by itself. */
const UNSENT_MAX = 2 ** 16;
/** Pages that are cut off together must not come back together. */
const soon = () => 1_000 + Math.random() * 2_000;

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "private, no-store, no-transform",
  // nginx holds back what it could send in one piece.
  "x-accel-buffering": "no",
};

/** What is said to one reader, unless they are gone. */
function say(response: ServerResponse, text: string): void {
  if (response.writableEnded || response.destroyed) return;
  if (response.writableLength > UNSENT_MAX) response.destroy();
  else response.write(text);
}

export interface Live {
  hub: Hub;
  /** `address`: the client's, as the front knows it. */
  answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<void>;
  /** Sends every reader elsewhere. */
  stop(): void;
}

export function liveDoor(): Live {
  const hub = new Hub();
  const crowd = new Crowd();
  const open = new Set<ServerResponse>();
  const pulse = setInterval(() => {
    for (const response of open) say(response, HEARTBEAT);
    void hub.examine();
  }, PULSE_MS).unref();

  async function begin(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    const { headers } = request;
    const query = new URL(request.url ?? "/", "http://here").searchParams;
    const token = soleCookie(headers.cookie ?? "", sessionCookie().name);
    const session = token === null ? null : await sessionOf(token);
    const slug = query.get("thread") ?? "";
    if (!/^[a-z0-9-]{1,80}$/.test(slug)) throw new Missing();
    const { id: thread, latest } = await findLiveThread(session?.person ?? null, slug);
    const last = headers["last-event-id"]?.toString();
    const place = placeOf({ last, after: query.get("after") }, thread, latest);
    const leave = crowd.enter({ person: session?.person.id ?? null, network: networkOf(address) });

    response.writeHead(200, HEADERS);
    response.write(retryLine(soon()) + (place === null ? resetLine(thread, latest) : ""));
    open.add(response);
    const part = hub.join({
      thread,
      session: session?.id ?? null,
      place: place ?? latest,
      write: (text) => say(response, text),
      cut: () => response.end(),
    });
    response.on("close", () => {
      open.delete(response);
      leave();
      part();
    });
    // Whoever left while we asked has closed already.
    if (response.destroyed) response.emit("close");
  }

  return {
    hub,
    async answer(request, response, address) {
      try {
        await begin(request, response, address);
      } catch (error) {
        const problem = problemOf(error, request.method ?? "");
        response.writeHead(problem.status, { ...Object.fromEntries(problem.headers), "cache-control": "no-store" });
        response.end(await problem.text());
      }
    },
    stop() {
      clearInterval(pulse);
      for (const response of open) response.end(retryLine(soon()));
    },
  };
}
