/** Choosing what a link of a course leads to (LTI deep linking 2.0). */
import type { JWTPayload } from "jose";
import { type Tx, transact } from "#lib/db";
import { sign } from "#lib/lti/keys";
import { isPageOf } from "#lib/lti/policy";
import { targetAddress } from "#lib/lti/targets";
import { hashOf } from "#lib/users/queries";
import { Missing, Refused } from "#lib/verdict";

const LTI = "https://purl.imsglobal.org/spec/lti/claim";
const DL = "https://purl.imsglobal.org/spec/lti-dl/claim";

/** A column of the platform's gradebook counts to a hundred. */
export const MARKS_MAX = 100;

export interface Returned {
  /** Where the browser takes it. */
  returnUrl: string;
  /** Our signed answer. */
  token: string;
  title: string;
}

/**
 * What was chosen, signed for the platform. `choice` is as `listChoosable` gives it, or empty for the class itself. It
 * serves once, for who teaches the class still.
 * @throws Refused "platform-ticket-void", Missing for what is not the class's
 */
export async function choose(ticket: string, choice: string): Promise<Returned> {
  const { claims, returnUrl, title } = await transact(async (tx) => {
    const [row] = await tx.$queryRaw<{ userId: string; contextId: string; returnUrl: string; data: string | null }[]>`
      DELETE FROM lti_tickets WHERE hash = ${hashOf(ticket)} AND context_id IS NOT NULL AND expires_at > now()
      RETURNING user_id AS "userId", context_id AS "contextId", return_url AS "returnUrl", data`;
    const context =
      row &&
      (await tx.ltiContext.findFirst({
        where: {
          id: row.contextId,
          class: { enrolments: { some: { userId: row.userId, role: "TEACHER", removedAt: null } } },
          deployment: { platform: { retiredAt: null } },
        },
        select: {
          classId: true,
          class: { select: { name: true, slug: true } },
          deployment: { select: { deployment: true, platform: true } },
        },
      }));
    if (!row || !context || !isPageOf(context.deployment.platform, row.returnUrl))
      throw new Refused("platform-ticket-void", { ground: "forbidden" });
    const { deployment, platform } = context.deployment;
    const item = await itemOf(tx, choice, { id: context.classId, ...context.class });
    const answer: JWTPayload = {
      ...{ iss: platform.clientId, aud: platform.issuer },
      [`${LTI}/message_type`]: "LtiDeepLinkingResponse",
      [`${LTI}/version`]: "1.3.0",
      [`${LTI}/deployment_id`]: deployment,
      [`${DL}/content_items`]: [item],
      ...(row.data !== null && { [`${DL}/data`]: row.data }),
    };
    return { claims: answer, returnUrl: row.returnUrl, title: item.title };
  });
  return { returnUrl, title, token: await sign({ ...claims, nonce: hashOf(ticket) }) };
}

/** A content item. An assignment has marks, and so a column in the platform's gradebook. */
async function itemOf(
  tx: Tx,
  choice: string,
  { id: classId, name, slug: room }: { id: string; name: string; slug: string },
) {
  const [kind, slug = ""] = choice.split("/");
  const type = "ltiResourceLink";
  if (choice === "") return { type, title: name, url: targetAddress.class(room) };
  if (kind === "t") {
    const thread = await tx.thread.findFirst({ where: { slug, classId }, select: { question: true } });
    if (!thread) throw new Missing();
    return { type, title: thread.question, url: targetAddress.thread(slug) };
  }
  const assignment = await tx.assignment.findFirst({ where: { slug, classId }, select: { id: true, title: true } });
  if (!assignment || kind !== "a") throw new Missing();
  const { id: resourceId, title } = assignment;
  const lineItem = { scoreMaximum: MARKS_MAX, label: title, resourceId };
  return { type, title, url: targetAddress.assignment(room, slug), lineItem };
}
