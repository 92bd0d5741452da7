/** Answers that say no, in the form of RFC 9457: `type` ends in the stable code, `detail` is its sentence. */
import { randomUUID } from "node:crypto";
import { log } from "#lib/log";
import { refusalOf } from "#lib/refusal";
import { sentence } from "#lib/sentence";
import { Missing, STATUS, type Values } from "#lib/verdict";

/** Before the last colon; the front that stands before Next uses the same. */
const TYPE = "urn:grounds:";

/** A request that no verb gets to see: what is wrong is its form, not its words. */
export class Unfit extends Error {
  readonly status: 400 | 401 | 413 | 415 | 422 | 501;
  readonly code: string;
  readonly members: Record<string, unknown>;

  constructor(status: Unfit["status"], code: string, members: Record<string, unknown> = {}) {
    super(code);
    this.status = status;
    this.code = code;
    this.members = members;
  }
}

interface Said {
  values?: Values;
  /** Extension members: what helps to mend it. */
  members?: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** "no-citation" → "No citation". */
const titleOf = (code: string) => code.charAt(0).toUpperCase() + code.slice(1).replaceAll("-", " ");

function problem(status: number, code: string, { values = {}, members = {}, headers = {} }: Said = {}): Response {
  const body = { ...members, type: TYPE + code, title: titleOf(code), status, detail: sentence({ code, values }) };
  return Response.json(body, { status, headers: { ...headers, "content-type": "application/problem+json" } });
}

/** The same body for all that is not there, and for all that this viewer may not see. */
export const missing = (): Response => problem(404, "missing");

/** What an error of ours or the database's is answered with; a fault tells nothing but the number to look for in the log. */
export function problemOf(error: unknown, method: string): Response {
  if (error instanceof Missing) return missing();
  if (error instanceof Unfit) {
    return problem(error.status, error.code, { members: error.members, headers: challenge(error.status) });
  }
  const refused = refusalOf(error);
  if (refused) {
    const status = STATUS[refused.ground];
    const headers = { ...challenge(status), ...retry(refused.details.retryAfter) };
    return problem(status, refused.code, { values: refused.values, members: refused.details, headers });
  }
  const requestId = randomUUID();
  log.error("a call of the API failed", { requestId, method, error });
  return problem(500, "fault", { members: { requestId } });
}

const challenge = (status: number): Record<string, string> =>
  status === 401 ? { "www-authenticate": 'Bearer realm="grounds"' } : {};

const retry = (seconds: unknown): Record<string, string> =>
  typeof seconds === "number" ? { "retry-after": String(seconds) } : {};
