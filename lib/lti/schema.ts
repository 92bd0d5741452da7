/** What may come in from a learning platform's browser, and about one. */
import { z } from "zod";
import { line } from "#lib/text/schema";

/** LTI 1.3 bounds the names of deployments and people at 255 letters; issuers and clients are of the same kind. */
export const NAME_MAX = 255;
/** Longer than any address of a platform with its query. */
export const ADDRESS_MAX = 2_000;

export const named = z.string().min(1).max(NAME_MAX);
const secure = z.url({ protocol: /^https$/ }).max(ADDRESS_MAX);

/** As whoever runs the forum reads it off the platform. */
export const platformInput = z.strictObject({
  name: line({ max: 80 }),
  issuer: named,
  clientId: named,
  deployments: z.array(named).min(1).max(100),
  loginUrl: secure,
  tokenUrl: secure,
  jwksUrl: secure,
  /** Where its pages are, beside the host of the sign-in. */
  origins: z
    .array(secure.transform((address) => new URL(address).origin))
    .max(20)
    .default([]),
});
export type PlatformInput = z.infer<typeof platformInput>;

/** How a platform begins a sign-in (OpenID Connect, third-party initiated login); what else it says is not for us. */
export const loginInput = z.object({
  iss: named,
  login_hint: z.string().min(1).max(ADDRESS_MAX),
  target_link_uri: z.string().min(1).max(ADDRESS_MAX),
  lti_message_hint: z.string().max(ADDRESS_MAX).optional(),
  client_id: named.optional(),
  lti_deployment_id: named.optional(),
});
export type LoginInput = z.infer<typeof loginInput>;

/** With a long roster of own parameters a message has some 10 kB. */
const TOKEN_MAX = 64_000;
const secret = z.string().min(20).max(100);

export const launchInput = z.object({ id_token: z.string().min(1).max(TOKEN_MAX), state: secret });
export type LaunchInput = z.infer<typeof launchInput>;

export const ticketInput = z.object({ ticket: secret });

/** Of what a class has: one of its threads, or the class itself. */
export const choiceInput = z.object({ ticket: secret, thread: z.string().max(200) });
