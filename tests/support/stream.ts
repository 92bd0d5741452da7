/** A reader of a stream, as a browser would be, and what it was told. */
import http from "node:http";
import { vi } from "vitest";
import type { LiveEvent } from "#lib/live/codec";

interface Told extends LiveEvent {
  /** `message` or `reset`. */
  type: string;
  /** By which the reader goes on after it was cut off. */
  place: string;
  /** When it came, by the process's own clock. */
  at: number;
}

export interface Reading {
  status: number;
  headers: http.IncomingHttpHeaders;
  told: Told[];
  /** The words themselves, whatever they are. */
  text: () => string;
  ended: () => boolean;
  /** Waits until so many events have come. */
  count: (events: number, ms?: number) => Promise<Told[]>;
  leave: () => void;
}

export function openStream(address: string, headers: Record<string, string> = {}): Promise<Reading> {
  return new Promise((resolve, reject) => {
    // Each on a connection of its own, as streams are.
    const request = http.get(address, { headers, agent: false }, (response) => {
      let text = "";
      let over = false;
      const told: Told[] = [];
      let parsed = 0;
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
        for (let end = text.indexOf("\n\n", parsed); end !== -1; end = text.indexOf("\n\n", parsed)) {
          const block = text.slice(parsed, end);
          parsed = end + 2;
          const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
          const data = field("data");
          if (data === undefined) continue;
          told.push({
            ...JSON.parse(data),
            type: field("event") ?? "message",
            place: field("id") ?? "",
            at: performance.now(),
          });
        }
      });
      response.on("close", () => {
        over = true;
      });
      response.on("error", () => {});
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        told,
        text: () => text,
        ended: () => over,
        count: async (events, ms = 2_000) => {
          await vi.waitFor(
            () => {
              if (told.length < events) throw new Error(`${told.length} of ${events} events: ${text}`);
            },
            { timeout: ms, interval: 5 },
          );
          return told;
        },
        leave: () => request.destroy(),
      });
    });
    request.on("error", reject);
  });
}
