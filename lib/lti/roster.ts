/** A course's roster as its platform tells it (Names and Role Provisioning Services 2.0): all of it, or nothing. */
import { z } from "zod";
import { accessTo, isAsSafe, type Served } from "#lib/lti/access";
import { type Answer, askPlatform, type Network, unanswered } from "#lib/lti/asking";
import { nameIn, roleOf, SCOPES } from "#lib/lti/claims";
import { named } from "#lib/lti/schema";
import type { Named } from "#lib/lti/seating";

/** The largest class has 500; platforms give ten to a hundred a page. */
const PAGES_MAX = 100;
const MEMBERS_MAX = 5_000;

const container = z.object({
  context: z.object({ id: named }),
  members: z.array(
    z.object({
      user_id: named,
      status: z.string().max(30).default("Active"),
      roles: z.array(z.string().max(300)).max(100),
      name: z.string().max(1_000).optional(),
      given_name: z.string().max(1_000).optional(),
      family_name: z.string().max(1_000).optional(),
    }),
  ),
});

const MEDIA = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

/**
 * Who teaches or attends the course. Whoever is inactive, deleted or neither is not in it.
 * @throws Refused "platform-unanswered" where any page is missing, is of another course or says nothing: who is gone is
 * known from the whole list alone
 */
export async function readRoster(
  platform: Served,
  course: { context: string; membershipsUrl: string },
  network: Network,
): Promise<Named[]> {
  const { origin } = new URL(course.membershipsUrl);
  const token = await accessTo(platform, SCOPES.roster, network);
  const members = new Map<string, Named>();
  const read = new Set<string>();
  let listed = 0;
  for (let next: string | null = course.membershipsUrl; next !== null; ) {
    // The token goes to no other place than the one the platform named, and a list that leads back to itself has no end.
    const leadsOn = new URL(next).origin === origin && isAsSafe(platform, next) && !read.has(next);
    if (!leadsOn || read.size >= PAGES_MAX) throw unanswered();
    read.add(next);
    const headers = { accept: MEDIA, authorization: `Bearer ${token}` };
    const page: Answer = await askPlatform(next, { method: "GET", headers }, network);
    const { data } = container.safeParse(page.json);
    if (!data || data.context.id !== course.context) throw unanswered();
    listed += data.members.length;
    if (listed > MEMBERS_MAX) throw unanswered();
    for (const { user_id: sub, status, roles, ...said } of data.members) {
      const role = roleOf(roles);
      if (role && status === "Active") members.set(sub, { sub, role, name: nameIn(said) });
    }
    next = nextOf(page, next);
  }
  // A course has somebody in it: an empty list is a platform's mistake, not everybody's leave.
  if (members.size === 0) throw unanswered();
  return [...members.values()];
}

/** The page after, by RFC 8288. */
function nextOf({ headers }: Answer, base: string): string | null {
  const links = [headers.link ?? []].flat().join(", ");
  for (const [, address = "", parameters = ""] of links.matchAll(/<([^<>]{1,2000})>([^<]{0,500})/g)) {
    if (!/;\s*rel\s*=\s*"?(?:[^";]*\s)?next(?:[\s";,]|$)/i.test(parameters)) continue;
    const next = URL.parse(address, base);
    if (!next) throw unanswered();
    return next.href;
  }
  return null;
}
