/** What the platforms' addresses answer: a page for a person or, for the keys, a file. */
import type { z } from "zod";
import { log } from "#lib/log";
import { NETWORK, type Network } from "#lib/lti/asking";
import { choose } from "#lib/lti/commands/choose";
import { enter } from "#lib/lti/commands/enter";
import { takeLaunch } from "#lib/lti/commands/launch";
import { startLogin } from "#lib/lti/commands/login";
import { publicKeys } from "#lib/lti/keys";
import { launchPage, refusalPage, returnPage } from "#lib/lti/pages";
import { choiceInput, launchInput, loginInput, ticketInput } from "#lib/lti/schema";
import { refusalOf } from "#lib/refusal";
import { sentence } from "#lib/sentence";
import type { StartedSession } from "#lib/users/commands/session";
import { spend } from "#lib/users/limits";
import { originOf } from "#lib/users/network";
import { Missing, Refused, STATUS } from "#lib/verdict";

const NO_STORE = { "cache-control": "private, no-store" };
const FORM = "application/x-www-form-urlencoded";
/** A platform keeps our keys for so long; a new key is published before most of them ask again. */
const KEYS_SECONDS = 600;

/** The front gave this answer a policy, by whose nonce its sheet is known. */
const nonceOf = ({ headers }: Request): string =>
  /'nonce-([\w-]+)'/.exec(headers.get("content-security-policy") ?? "")?.[1] ?? "";

const html = (body: string, status = 200): Response =>
  new Response(body, { status, headers: { ...NO_STORE, "content-type": "text/html; charset=utf-8" } });

/** What was sent, if it fits. @throws Refused "platform-message-unfit" */
async function read<S extends z.ZodType>(schema: S, request: Request): Promise<z.output<S>> {
  const isForm = request.headers.get("content-type")?.toLowerCase().startsWith(FORM) ?? false;
  const sent = request.method === "GET" ? new URL(request.url).search : isForm ? await request.text() : "";
  const pairs = [...new URLSearchParams(sent)];
  // Of two values for one name one is somebody's trick.
  const twice = new Set(pairs.map(([name]) => name)).size < pairs.length;
  const { data } = schema.safeParse(Object.fromEntries(pairs));
  if (twice || data === undefined) throw new Refused("platform-message-unfit", { ground: "unprocessable" });
  return data as z.output<S>;
}

async function answer(request: Request, act: () => Promise<Response>): Promise<Response> {
  try {
    await spend("platform", originOf(request.headers).network);
    return await act();
  } catch (error) {
    return refusalAnswer(error, nonceOf(request));
  }
}

/** A page that says why not. */
function refusalAnswer(error: unknown, nonce: string): Response {
  if (error instanceof Missing) return html(refusalPage(sentence(new Refused("platform-ticket-void")), nonce), 404);
  const refused = refusalOf(error);
  if (!refused) log.error("a platform's call failed", { error });
  const shown = refused ?? new Refused("fault");
  return html(refusalPage(sentence(shown), nonce), refused ? STATUS[refused.ground] : 500);
}

/** Third-party initiated login: by link or, as many platforms do, by form. */
export const answerLogin = (request: Request): Promise<Response> =>
  answer(request, async () => {
    const location = await startLogin(await read(loginInput, request));
    return new Response(null, { status: 303, headers: { ...NO_STORE, location } });
  });

export const answerLaunch = (request: Request, network: Network = NETWORK): Promise<Response> =>
  answer(request, async () =>
    html(launchPage(await takeLaunch(await read(launchInput, request), network), nonceOf(request))),
  );

export const answerChoice = (request: Request): Promise<Response> =>
  answer(request, async () => {
    const { ticket, thread } = await read(choiceInput, request);
    return html(returnPage(await choose(ticket, thread), nonceOf(request)));
  });

/** `keep` writes the session where the browser finds it again. */
export const answerEnter = (request: Request, keep: (session: StartedSession) => Promise<void>): Promise<Response> =>
  answer(request, async () => {
    const { ticket } = await read(ticketInput, request);
    const { session, path } = await enter(ticket, originOf(request.headers));
    await keep(session);
    return new Response(null, { status: 303, headers: { ...NO_STORE, location: path } });
  });

export async function answerKeys(): Promise<Response> {
  return Response.json(await publicKeys(), { headers: { "cache-control": `public, max-age=${KEYS_SECONDS}` } });
}
