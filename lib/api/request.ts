/** What a request of the API says: who, in which address, asking for what, with which content. */
import type { z } from "zod";
import { brokenText, flawsOf } from "#lib/api/flaws";
import { Unfit } from "#lib/api/problem";
import { sessionCookie, sessionOf, soleCookie } from "#lib/session";
import { parseJson } from "#lib/text/json";
import { findPersonByToken } from "#lib/users/queries";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

/** Our tokens have some fifty characters; the bound is on work, not on form. */
const BEARER = /^Bearer ([\w.~+/=-]{1,200})$/i;
/** Every id, slug and handle; what else an address may hold names nothing. */
const NAME = /^[a-z0-9_-]{1,80}$/;

/**
 * Nobody without a token, unless a page of ours reads for whoever is signed in: only then a cookie comes so far. A token that opens nothing is refused on reading, too, lest
 * its owner think it works.
 */
export async function viewerOf(request: Request): Promise<Viewer> {
  const header = request.headers.get("authorization");
  if (header === null) return readerOf(request);
  const token = BEARER.exec(header)?.[1];
  const person = token === undefined ? null : await findPersonByToken(token);
  if (!person) throw new Unfit(401, "token-unknown");
  return person;
}

async function readerOf({ method, headers }: Request): Promise<Viewer> {
  if (method !== "GET" && method !== "HEAD") return null;
  const token = soleCookie(headers.get("cookie") ?? "", sessionCookie().name);
  return token === null ? null : ((await sessionOf(token))?.person ?? null);
}

export interface Params {
  slug: string;
  id: string;
  /** A note of a round. */
  note: string;
  /** An assignment of a class, by its slug; a pupil of it, by their handle; something said in it. */
  assignment: string;
  handle: string;
  argument: string;
}

/** The parts of the address that are names; which of them there are, the route's folder says. Next gives none as undefined. */
export async function paramsOf(context: { params: Promise<object | undefined> }): Promise<Params> {
  const params = ((await context.params) ?? {}) as Params;
  if (!Object.values(params).every((value) => NAME.test(value))) throw new Missing();
  return params;
}

/** The query, each key known and given once. */
export function queryOf<Q extends z.ZodType>(request: Request, schema: Q): z.output<Q> {
  const pairs = [...new URL(request.url).searchParams];
  const query = Object.fromEntries(pairs);
  if (Object.keys(query).length < pairs.length) throw new Unfit(400, "query-repeated");
  const parsed = schema.safeParse(query);
  if (!parsed.success) throw new Unfit(400, "query-unfit", { errors: flawsOf(parsed.error) });
  return parsed.data;
}

/** The content as the schema has it. */
export async function inputOf<S extends z.ZodType>(request: Request, schema: S, maxBytes: number) {
  const content = await contentOf(request, maxBytes);
  const parsed = schema.safeParse(content);
  const broken = brokenText(content);
  const flaws = parsed.success ? broken && ([broken] as const) : flawsOf(parsed.error);
  if (flaws) throw new Unfit(422, flaws[0].code, { errors: flaws });
  return parsed.data as z.output<S>;
}

/** A JSON value; nothing at all is an empty object, for acts that need no words. */
async function contentOf(request: Request, maxBytes: number): Promise<unknown> {
  const type = request.headers.get("content-type");
  if (type !== null && !/^application\/json\s*(?:;|$)/i.test(type)) throw new Unfit(415, "content-type-unfit");
  const bytes = await bytesOf(request, maxBytes);
  if (bytes.length === 0) return {};
  if (type === null) throw new Unfit(415, "content-type-unfit");
  try {
    return parseJson(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    throw new Unfit(400, error instanceof RangeError ? "json-too-deep" : "not-json");
  }
}

/** Stops reading at the limit, whatever length was announced. */
async function bytesOf({ body }: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new Unfit(413, "body-too-large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
