/** Giving a mark back to the platform (Assignment and Grade Services 2.0). */

import { z } from "zod";
import { mayTeach } from "#lib/classes/policy";
import { reachClass } from "#lib/classes/reach";
import { db, type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { accessTo, type Served } from "#lib/lti/access";
import { askPlatform, NETWORK, type Network, unanswered } from "#lib/lti/asking";
import { SCOPES } from "#lib/lti/claims";
import { MARKS_MAX } from "#lib/lti/commands/choose";
import type { Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";

export interface Score {
  assignment: string;
  handle: string;
  given: number;
  maximum: number;
  /** What the pupil reads beside the mark. */
  comment?: string;
}

const made = z.object({ id: z.url({ protocol: /^https?$/ }) });

/**
 * Sends a pupil's mark for an assignment to the platform of the class. Sent again it takes the place of the one before.
 * @throws Missing, Refused "teachers-only", "score-unfit", "platform-not-theirs" for who did not come by this platform or
 * is not in the class any more, "platform-no-marks" where it takes none, "platform-unanswered"
 */
export async function sendScore(viewer: Person, slug: string, score: Score, network: Network = NETWORK): Promise<void> {
  const { given, maximum } = score;
  const { sub, assignment, course, classId, userId } = await transact(async (tx) => {
    const reached = await reachClass(tx, viewer, slug);
    must(mayTeach(viewer, reached));
    if (!(maximum > 0 && given >= 0 && given <= maximum && Number.isFinite(maximum))) throw new Refused("score-unfit");
    return { classId: reached.id, ...(await reachMarks(tx, reached.id, score)) };
  });
  const address = course.lineItemUrl ?? (await makeColumn(course, assignment, network));
  const token = await accessTo(course.platform, SCOPES.score, network);
  const headers = { "content-type": "application/vnd.ims.lis.v1.score+json", authorization: `Bearer ${token}` };
  const body = JSON.stringify({
    ...{ userId: sub, scoreGiven: given, scoreMaximum: maximum, comment: score.comment },
    ...{ timestamp: new Date().toISOString(), activityProgress: "Completed", gradingProgress: "FullyGraded" },
  });
  await askPlatform(scoresOf(address), { method: "POST", headers, body }, network);
  await transact(async (tx, at) => {
    const subjects = { class: classId, user: userId, assignment: assignment.id };
    await record(tx, { stream: "site", classId, actorId: viewer.id, kind: "score.sent", subjects, at });
  });
}

interface Course {
  id: string;
  platform: Served;
  lineItemsUrl: string | null;
  /** The link that has or gets the column. */
  resourceLink: string | null;
  lineItemUrl: string | null;
}

async function reachMarks(tx: Tx, classId: string, { assignment: slug, handle }: Score) {
  const assignment = await tx.assignment.findFirst({ where: { slug, classId }, select: { id: true, title: true } });
  if (!assignment) throw new Missing();
  const course = await tx.ltiContext.findFirst({
    where: { classId, deployment: { platform: { retiredAt: null } } },
    select: {
      ...{ id: true, platformId: true, lineItemsUrl: true },
      links: {
        where: { assignmentId: assignment.id },
        orderBy: { lineItemUrl: { sort: "asc", nulls: "last" } },
        take: 1,
      },
      deployment: { select: { platform: { select: { clientId: true, tokenUrl: true } } } },
    },
  });
  const [link] = course?.links ?? [];
  if (!course || !(link?.lineItemUrl ?? course.lineItemsUrl)) throw new Refused("platform-no-marks");
  const subject = await tx.ltiSubject.findFirst({
    where: {
      platformId: course.platformId,
      user: { handle, erasedAt: null, enrolled: { some: { classId, removedAt: null, role: "STUDENT" } } },
    },
    select: { sub: true, userId: true },
  });
  if (!subject) throw new Refused("platform-not-theirs", { details: { field: "handle" } });
  const { id, lineItemsUrl, deployment } = course;
  const reached: Course = {
    ...{ id, lineItemsUrl, platform: deployment.platform },
    ...{ resourceLink: link?.resourceLink ?? null, lineItemUrl: link?.lineItemUrl ?? null },
  };
  return { ...subject, assignment, course: reached };
}

/** A column in the platform's gradebook, which has none for this assignment yet. */
async function makeColumn(
  { id: contextId, platform, lineItemsUrl, resourceLink }: Course,
  { id: resourceId, title: label }: { id: string; title: string },
  network: Network,
): Promise<string> {
  const token = await accessTo(platform, SCOPES.lineItem, network);
  const headers = { "content-type": "application/vnd.ims.lis.v2.lineitem+json", authorization: `Bearer ${token}` };
  const said = {
    scoreMaximum: MARKS_MAX,
    label,
    resourceId,
    ...(resourceLink !== null && { resourceLinkId: resourceLink }),
  };
  const asking = { method: "POST" as const, headers, body: JSON.stringify(said) };
  const { json } = await askPlatform(lineItemsUrl as string, asking, network);
  const { data } = made.safeParse(json);
  // The next mark's token goes there: it must be where the platform said its columns are.
  if (!data || new URL(data.id).origin !== new URL(lineItemsUrl as string).origin) throw unanswered();
  // A column of no link yet is remembered under a name that no platform gives.
  const key = { contextId, resourceLink: resourceLink ?? `assignment ${resourceId}` };
  await db().ltiResourceLink.upsert({
    where: { contextId_resourceLink: key },
    create: { ...key, assignmentId: resourceId, lineItemUrl: data.id },
    update: { lineItemUrl: data.id },
    select: { contextId: true },
  });
  return data.id;
}

/** Its scores stand below a column's path, whatever its query says. */
function scoresOf(lineItem: string): string {
  const url = new URL(lineItem);
  url.pathname = `${url.pathname.replace(/\/$/, "")}/scores`;
  return url.href;
}
