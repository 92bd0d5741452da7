import type { IncomingMessage, ServerResponse } from "node:http";
import type { Encoding, Page } from "#lib/pages/capture";
import { type Refusal, STATUS } from "#lib/pages/guard";
import { sentence } from "#lib/sentence";

/** Whether an Accept-Encoding header allows this one; `q=0` forbids. */
function accepts(header: string, encoding: string): boolean {
  return header.split(",").some((choice) => {
    const [name = "", ...parameters] = choice.split(";").map((part) => part.trim());
    return name.toLowerCase() === encoding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/i.test(parameter));
  });
}

function encodingFor(header = ""): Encoding {
  return accepts(header, "br") ? "br" : accepts(header, "gzip") ? "gzip" : "identity";
}

/** Whether an If-None-Match header names this tag; a proxy may have weakened it. */
export function matches(header: string | undefined, etag: string): boolean {
  return header?.split(",").some((known) => [etag, "*"].includes(known.trim().replace(/^W\//, ""))) ?? false;
}

export function sendPage(page: Page, request: IncomingMessage, response: ServerResponse): void {
  const wanted = encodingFor(request.headers["accept-encoding"]?.toString());
  const encoding = page.bodies[wanted] ? wanted : "identity";
  const etag = `"${page.etag}-${encoding}"`;
  if (page.status === 200 && matches(request.headers["if-none-match"], etag)) {
    response.writeHead(304, { ...page.headers, etag }).end();
    return;
  }
  const body = page.bodies[encoding] ?? page.bodies.identity;
  response.writeHead(page.status, {
    ...page.headers,
    etag,
    "content-length": body.length,
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** A sentence to a person; to a program under /api the problem in RFC 9457's form. */
function sendSentence(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  code: string,
  values: Record<string, string | number> = {},
) {
  const detail = sentence({ code, values });
  const problem = request.url?.startsWith("/api/");
  const body = problem ? JSON.stringify({ type: `urn:grounds:${code}`, status, detail }) : `${detail}\n`;
  response.writeHead(status, {
    "content-type": problem ? "application/problem+json" : "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** `address`: the site's own, which the sentence about a foreign origin names. */
export function sendRefusal(request: IncomingMessage, response: ServerResponse, code: Refusal, address: string): void {
  sendSentence(request, response, STATUS[code], code, { address });
}

/** That somebody has read much in a short time, and when they may go on. */
export function sendTooMany(request: IncomingMessage, response: ServerResponse, seconds: number): void {
  response.setHeader("retry-after", seconds);
  sendSentence(request, response, 429, "too-many", { seconds });
}

/** After a fault of ours: that it happened, and nothing about it. */
export function sendFault(request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else sendSentence(request, response, 500, "fault");
}
