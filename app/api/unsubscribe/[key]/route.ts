/**
 * The address that a letter's header names: a mail program posts there by itself when its reader asks it to (RFC 8058).
 * Looking does nothing but lead to the page with the button: scanners look.
 */
import { problemOf } from "#lib/api/problem";
import { stopLetters } from "#lib/notices/commands";
import { keying } from "#lib/notices/schema";
import { paths } from "#lib/paths";
import { Missing } from "#lib/verdict";

interface Context {
  params: Promise<{ key: string }>;
}

const NO_STORE = { "cache-control": "private, no-store" };

async function keyOf({ params }: Context): Promise<string> {
  const { data } = keying.safeParse(await params);
  if (!data) throw new Missing();
  return data.key;
}

export async function GET(request: Request, context: Context): Promise<Response> {
  try {
    const location = paths.stopLetters(await keyOf(context));
    return new Response(null, { status: 303, headers: { ...NO_STORE, location } });
  } catch (error) {
    return problemOf(error, request.method);
  }
}

export async function POST(request: Request, context: Context): Promise<Response> {
  try {
    await stopLetters(await keyOf(context));
    return new Response(null, { status: 204, headers: NO_STORE });
  } catch (error) {
    return problemOf(error, request.method);
  }
}
