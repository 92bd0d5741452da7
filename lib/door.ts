/**
 * The API's door: whose token is it, is it well-formed, call the verb or the query, answer. Every export of a route is
 * made here. Who reads may be anybody; who acts carries a bearer token. A refusal is a problem in RFC 9457's form.
 */
import { z } from "zod";
import { problemOf } from "#lib/api/problem";
import { inputOf, type Params, paramsOf, queryOf, viewerOf } from "#lib/api/request";
import { type Limit, spend } from "#lib/users/limits";
import { originOf } from "#lib/users/network";
import type { Person, Viewer } from "#lib/users/viewer";
import { Refused } from "#lib/verdict";

/** The longest elaboration with its document and five citations is under 100 kB; a megabyte is ample. */
const BODY_BYTES = 2 ** 20;

interface Asked<Q> {
  params: Params;
  query: Q;
  signal: AbortSignal;
  network: string;
}

interface Reading<Q extends z.ZodType> {
  /** The keys that the address's query may have; none, where it is left out. */
  query?: Q;
  /** `signal` tells when nobody waits for the answer any more, `network` where the request comes from. */
  act: (viewer: Viewer, asked: Asked<z.output<Q>>) => Promise<Response>;
}

interface Writing<S extends z.ZodType> {
  input: S;
  maxBytes?: number;
  /** What a person spends by acting. */
  limit: Limit;
  act: (viewer: Person, asked: { params: Params; input: z.output<S>; network: string }) => Promise<Response>;
}

type Handler = (request: Request, context: { params: Promise<object | undefined> }) => Promise<Response>;

const NO_QUERY = z.strictObject({});

/** A handler of a route. */
export function door<S extends z.ZodType>(way: Writing<S>): Handler;
export function door<Q extends z.ZodType = typeof NO_QUERY>(way: Reading<Q>): Handler;
export function door(way: Writing<z.ZodType> | Reading<z.ZodType>): Handler {
  return async (request, context) => {
    const response = await answer(way, request, context).catch((error: unknown) => problemOf(error, request.method));
    response.headers.set("cache-control", "no-store");
    response.headers.set("x-content-type-options", "nosniff");
    return response;
  };
}

async function answer(
  way: Writing<z.ZodType> | Reading<z.ZodType>,
  request: Request,
  context: { params: Promise<object | undefined> },
): Promise<Response> {
  const viewer = await viewerOf(request);
  const params = await paramsOf(context);
  if ("input" in way) {
    queryOf(request, NO_QUERY);
    if (!viewer) throw new Refused("sign-in-first", { ground: "unauthenticated" });
    const input = await inputOf(request, way.input, way.maxBytes ?? BODY_BYTES);
    await spend(way.limit, viewer.id);
    return way.act(viewer, { params, input, network: originOf(request.headers).network });
  }
  const query = queryOf(request, way.query ?? NO_QUERY);
  return way.act(viewer, { params, query, signal: request.signal, network: originOf(request.headers).network });
}
