/** What a platform's message says, in our words. Pure. */
import { z } from "zod";
import { ADDRESS_MAX, NAME_MAX, named } from "#lib/lti/schema";

const LTI = "https://purl.imsglobal.org/spec/lti/claim";
const CONTEXT_ROLE = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

export const SCOPES = {
  roster: "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly",
  score: "https://purl.imsglobal.org/spec/lti-ags/scope/score",
  lineItem: "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
} as const;

const address = z.url({ protocol: /^https?$/ }).max(ADDRESS_MAX);
const words = z.string().max(1_000);
const roles = z.array(z.string().max(300)).max(100);

/** Claims that both kinds of message have. Lengths are bounded because what they say is kept. */
const shared = {
  sub: named,
  nonce: z.string().min(1).max(200),
  name: words.optional(),
  given_name: words.optional(),
  family_name: words.optional(),
  [`${LTI}/version`]: z.literal("1.3.0"),
  [`${LTI}/deployment_id`]: named,
  [`${LTI}/roles`]: roles,
  [`${LTI}/context`]: z.object({ id: named, title: words.optional(), label: words.optional() }).optional(),
  "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice": z
    .object({ context_memberships_url: address })
    .optional(),
  "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint": z
    .object({ scope: z.array(words).max(20).default([]), lineitems: address.optional(), lineitem: address.optional() })
    .optional(),
};

const link = z.object({
  ...shared,
  [`${LTI}/message_type`]: z.literal("LtiResourceLinkRequest"),
  [`${LTI}/target_link_uri`]: z.string().max(ADDRESS_MAX),
  [`${LTI}/resource_link`]: z.object({ id: named }),
});

const choosing = z.object({
  ...shared,
  [`${LTI}/message_type`]: z.literal("LtiDeepLinkingRequest"),
  "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings": z.object({
    deep_link_return_url: address,
    accept_types: z.array(words).max(20),
    data: z.string().max(10_000).optional(),
  }),
});

/** As what somebody comes: of a course they teach or attend. */
export type CourseRole = "TEACHER" | "STUDENT";

export interface Message {
  sub: string;
  nonce: string;
  deployment: string;
  /** What the person is called, where the platform says it. */
  name: string | null;
  /** In this course; null where they are neither teacher nor learner in it. */
  role: CourseRole | null;
  context: { id: string; title: string } | null;
  membershipsUrl: string | null;
  lineItemsUrl: string | null;
  /** A link that was opened, with the address it leads to; or a wish to choose what a new link leads to. */
  asks:
    | { kind: "open"; resourceLink: string; target: string; lineItemUrl: string | null }
    | { kind: "choose"; returnUrl: string; acceptsLinks: boolean; data: string | null };
}

/**
 * The role in the course. What somebody is in the institution or in the system says nothing about a course: a lecturer
 * who attends one is a learner there. Plain words are the context's by LTI's own rule; sub-roles come with their principal.
 */
export function roleOf(said: readonly string[]): CourseRole | null {
  const has = (role: string) => said.includes(CONTEXT_ROLE + role) || said.includes(role);
  if (has("Instructor")) return "TEACHER";
  return has("Learner") ? "STUDENT" : null;
}

/** @throws z.ZodError for a message that is none of these kinds */
export function messageOf(payload: unknown): Message {
  const claims = z.union([link, choosing]).parse(payload);
  const context = claims[`${LTI}/context`];
  const grades = claims["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"];
  const canScore = grades?.scope.includes(SCOPES.score) ?? false;
  const canMake = canScore && (grades?.scope.includes(SCOPES.lineItem) ?? false);
  return {
    sub: claims.sub,
    nonce: claims.nonce,
    deployment: claims[`${LTI}/deployment_id`],
    name: nameIn(claims),
    role: roleOf(claims[`${LTI}/roles`]),
    context: context ? { id: context.id, title: firstOf(context.title, context.label) ?? "" } : null,
    membershipsUrl:
      claims["https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"]?.context_memberships_url ?? null,
    lineItemsUrl: canMake ? (grades?.lineitems ?? null) : null,
    asks: asksOf(claims, canScore ? (grades?.lineitem ?? null) : null),
  };
}

function asksOf(claims: z.infer<typeof link> | z.infer<typeof choosing>, lineItemUrl: string | null): Message["asks"] {
  if (claims[`${LTI}/message_type`] === "LtiResourceLinkRequest") {
    const { [`${LTI}/resource_link`]: resource, [`${LTI}/target_link_uri`]: target } = claims as z.infer<typeof link>;
    return { kind: "open", resourceLink: resource.id, target, lineItemUrl };
  }
  const settings = (claims as z.infer<typeof choosing>)[
    "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"
  ];
  return {
    kind: "choose",
    returnUrl: settings.deep_link_return_url,
    acceptsLinks: settings.accept_types.includes("ltiResourceLink"),
    data: settings.data ?? null,
  };
}

/** What somebody is called, in one line that can be kept; null where nothing is said. */
export function nameIn(said: { name?: string; given_name?: string; family_name?: string }): string | null {
  return firstOf(said.name, [said.given_name, said.family_name].filter(Boolean).join(" "));
}

/** The first of these that has words, without what cannot be seen. */
function firstOf(...said: (string | undefined)[]): string | null {
  for (const one of said) {
    const plain = (one ?? "")
      .normalize("NFC")
      .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, " ")
      .replace(/\s+/g, " ")
      .trim();
    if (plain) return [...plain].slice(0, NAME_MAX).join("").trim();
  }
  return null;
}
