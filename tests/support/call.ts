/** Calls a route as a program would, and reads what it answers. */
import { expect } from "vitest";
import { rowCounts } from "./world.ts";

type Handler = (request: Request, context: { params: Promise<object | undefined> }) => Promise<Response>;

interface Call {
  token?: string;
  params?: Record<string, string>;
  query?: string;
  headers?: Record<string, string>;
  /** Sent as it is. */
  raw?: BodyInit;
  /** Sent as JSON. */
  body?: unknown;
}

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: each test says what it expects of it
  json: any;
}

export async function call(
  handler: Handler,
  { token, params, query = "", headers, raw, body }: Call = {},
): Promise<Answer> {
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const request = new Request(`http://localhost/api/v1/here${query}`, {
    method: content === undefined ? "GET" : "POST",
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(content === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(content === undefined ? {} : { body: content }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  return { status: response.status, headers: response.headers, json: text === "" ? null : JSON.parse(text) };
}

/** A refusal in full form: its code, its sentence, and that nothing was stored. */
export async function expectRefusal(status: number, code: string, handler: Handler, asked: Call): Promise<Answer> {
  const before = await rowCounts();
  const answer = await call(handler, asked);
  expect(answer.json).toMatchObject({ type: `urn:grounds:${code}`, status });
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.json.title).toMatch(/^[A-Z]/);
  expect(answer.json.detail).toMatch(/^[A-Z].+[.]$/s);
  expect(answer.json.detail).not.toContain("refusals.");
  expect(await rowCounts()).toEqual(before);
  return answer;
}
