import { problemOf } from "#lib/api/problem";
import { inputOf, queryOf } from "#lib/api/request";
import { listAnswerable } from "#lib/arguments/answerable";
import { listNearby } from "#lib/arguments/nearby";
import { answerableInput, composingInput } from "#lib/arguments/schema";
import { getViewer } from "#lib/auth";
import { checkCitations } from "#lib/sources/check";
import { getOwner } from "#lib/threads/queries";
import { spend } from "#lib/users/limits";
import { Refused } from "#lib/verdict";

/** Five passages of five spans at their longest, in letters of four bytes, are 60 kB. */
const BODY_BYTES = 2 ** 17;

/** Says to our own forms, while somebody writes, whether the passages may stand and what is near. It changes nothing. */
export async function POST(request: Request): Promise<Response> {
  return unstored(request, hear);
}

/** Says to the bar of selected words which arguments of a thread they may answer; anybody may read that. */
export async function GET(request: Request): Promise<Response> {
  return unstored(request, async () =>
    Response.json({ items: await listAnswerable(await getViewer(), queryOf(request, answerableInput)) }),
  );
}

async function unstored(request: Request, answer: (request: Request) => Promise<Response>): Promise<Response> {
  const response = await answer(request).catch((error: unknown) => problemOf(error, request.method));
  response.headers.set("cache-control", "private, no-store");
  return response;
}

async function hear(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) throw new Refused("sign-in-first", { ground: "unauthenticated" });
  const { thread, citations, ...writing } = await inputOf(request, composingInput, BODY_BYTES);
  await spend("compose", viewer.id);
  const place = thread === undefined ? null : await getOwner(viewer, thread);
  const { checked, found } = await checkCitations(viewer, citations, place);
  const near = thread ? await listNearby(viewer, thread, { ...writing, found }) : [];
  return Response.json({ checked, near });
}
