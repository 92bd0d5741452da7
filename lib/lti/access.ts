/** Leave to ask a platform's services: a token for the scopes, had for a message that we sign. */
import { z } from "zod";
import { askPlatform, type Network, unanswered } from "#lib/lti/asking";
import { sign } from "#lib/lti/keys";

export interface Served {
  clientId: string;
  tokenUrl: string;
}

const granted = z.object({ access_token: z.string().min(1).max(10_000), expires_in: z.number().default(0) });

interface Held {
  token: string;
  until: number;
}
const held = new WeakMap<Network, Map<string, Held>>();
/** What ends while it is on its way is no use. */
const SPARE_MS = 60_000;

/** @throws Refused `platform-unanswered` */
export async function accessTo({ clientId, tokenUrl }: Served, scope: string, network: Network): Promise<string> {
  const known = held.get(network) ?? new Map<string, Held>();
  held.set(network, known);
  const name = JSON.stringify([tokenUrl, clientId, scope]);
  const there = known.get(name);
  if (there && there.until > Date.now()) return there.token;
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: await sign({ iss: clientId, sub: clientId, aud: tokenUrl }),
    scope,
  });
  const headers = { "content-type": "application/x-www-form-urlencoded", accept: "application/json" };
  const { json } = await askPlatform(tokenUrl, { method: "POST", headers, body: body.toString() }, network);
  const { data } = granted.safeParse(json);
  if (!data) throw unanswered();
  known.set(name, { token: data.access_token, until: Date.now() + data.expires_in * 1_000 - SPARE_MS });
  return data.access_token;
}

/** Of a platform's services those alone that are asked for as safely as its tokens. */
export const isAsSafe = ({ tokenUrl }: Served, address: string): boolean =>
  URL.parse(address)?.protocol === new URL(tokenUrl).protocol;
