/** Coming in from a platform: who comes, as what, to which class, and where in it. */

import { countTaught, openedOf, writeClass } from "#lib/classes/commands/open";
import { enrol, startedOf } from "#lib/classes/commands/people";
import { mayOpenClass, mayStopTeaching } from "#lib/classes/policy";
import { countMembers } from "#lib/classes/reach";
import { CLASS_NAME_MAX } from "#lib/classes/schema";
import { db, type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { isAsSafe } from "#lib/lti/access";
import { NETWORK, type Network } from "#lib/lti/asking";
import type { CourseRole, Message } from "#lib/lti/claims";
import { isPageOf } from "#lib/lti/policy";
import { type Choosable, listChoosable } from "#lib/lti/queries";
import type { LaunchInput } from "#lib/lti/schema";
import { seatSubjects } from "#lib/lti/seating";
import { CHOOSE_MINUTES, ENTER_MINUTES, minutesFrom, newSecret } from "#lib/lti/secrets";
import { findTarget, isOurs, pathTo } from "#lib/lti/targets";
import { unfit, verify } from "#lib/lti/verifying";
import { enqueue } from "#lib/queue/enqueue";
import { newId } from "#lib/text/id";
import { mayComeAgain } from "#lib/users/gone";
import { hashOf } from "#lib/users/queries";
import { refuseSuspended } from "#lib/users/sanctions";
import { must, Refused } from "#lib/verdict";

export interface Launched {
  /** What the person is called here, and the class. */
  name: string;
  class: string;
  /** Lets them in, once and soon, in a page of its own. */
  enter: string;
  /** Where they choose for a link of the course. */
  choice: { ticket: string; from: Choosable[] } | null;
}

interface Platform {
  id: string;
  issuer: string;
  clientId: string;
  jwksUrl: string;
  tokenUrl: string;
  origins: string[];
}

interface Course {
  id: string;
  classId: string;
}

/** A platform does not say when a term ends: half a year from its first use, which the teacher can change. */
const TERM_DAYS = 180;
const DAY_MS = 86_400_000;

const notAllowed = (code: string) => new Refused(code, { ground: "forbidden" });

/**
 * Takes what a platform sent of somebody. What began the sign-in is used up whatever comes of it.
 * @throws Refused "platform-state-void", "platform-message-unfit", "platform-unanswered", "platform-no-role",
 * "platform-no-course", "platform-no-class", "platform-removed", "platform-gone", "suspended", "class-full", "classes-full"
 */
export async function takeLaunch(
  { id_token: token, state }: LaunchInput,
  network: Network = NETWORK,
): Promise<Launched> {
  const { nonceHash, platform } = await takeState(state);
  const message = await verify(token, platform, network);
  if (hashOf(message.nonce) !== nonceHash) throw unfit();
  return transact((tx, at) => letIn(tx, platform, message, at));
}

/** Of two that bring one state the second finds none. */
async function takeState(state: string): Promise<{ nonceHash: string; platform: Platform }> {
  const [row] = await db().$queryRaw<{ nonceHash: string; platformId: string }[]>`
    DELETE FROM lti_states WHERE hash = ${hashOf(state)} AND expires_at > now()
    RETURNING nonce_hash AS "nonceHash", platform_id AS "platformId"`;
  const platform = row && (await db().ltiPlatform.findFirst({ where: { id: row.platformId, retiredAt: null } }));
  if (!row || !platform) throw notAllowed("platform-state-void");
  return { nonceHash: row.nonceHash, platform };
}

async function letIn(tx: Tx, platform: Platform, message: Message, at: Date): Promise<Launched> {
  const { role, context, asks } = message;
  const deployment = await tx.ltiDeployment.findUnique({
    where: { platformId_deployment: { platformId: platform.id, deployment: message.deployment } },
    select: { id: true },
  });
  if (!deployment || (asks.kind === "open" && !isOurs(asks.target))) throw unfit();
  if (!context) throw notAllowed("platform-no-course");
  if (!role || (asks.kind === "choose" && role !== "TEACHER")) throw notAllowed("platform-no-role");
  if (asks.kind === "choose" && !(asks.acceptsLinks && isPageOf(platform, asks.returnUrl))) throw unfit();
  // Of two who open a course at once, the second finds the first's class.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`lti course ${deployment.id} ${context.id}`}))::text`;
  const known = await tx.ltiContext.findUnique({
    where: { deploymentId_context: { deploymentId: deployment.id, context: context.id } },
    select: { id: true, classId: true },
  });
  if (!known && role === "STUDENT") throw notAllowed("platform-no-class");
  if (!(await mayComeAgain(tx, platform.id, message.sub))) throw notAllowed("platform-gone");
  const who = { sub: message.sub, name: message.name, role };
  const users = await seatSubjects(tx, { platformId: platform.id, classId: known?.classId ?? null }, [who], at);
  const userId = users.get(message.sub) as string;
  await refuseSuspended(tx, userId);
  const course =
    known ?? (await openCourse(tx, { platformId: platform.id, deploymentId: deployment.id }, message, userId, at));
  if (known) await admit(tx, known.classId, userId, role, at);
  await keepServices(tx, platform, course, message);
  if (role === "TEACHER" && message.membershipsUrl !== null) await enqueue(tx, "rosters", [{ context: course.id }]);
  return answer(tx, course, userId, message, at);
}

/** A course's class, opened by the first who teaches it. */
async function openCourse(
  tx: Tx,
  where: { platformId: string; deploymentId: string },
  { context }: Message,
  userId: string,
  at: Date,
): Promise<Course> {
  const viewer = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { id: true, handle: true, name: true, role: true },
  });
  must(mayOpenClass(viewer, await countTaught(tx, viewer)));
  const title = [...(context?.title ?? "")].slice(0, CLASS_NAME_MAX).join("").trim();
  const endsOn = new Date(at.getTime() + TERM_DAYS * DAY_MS).toISOString().slice(0, 10);
  const { id: classId } = await writeClass(tx, viewer, { name: title || "Class", endsOn }, at);
  await record(tx, openedOf(classId, userId, at));
  const id = newId();
  const data = { ...where, id, classId, context: context?.id ?? "" };
  await tx.ltiContext.create({ data, select: { id: true } });
  return { id, classId };
}

/**
 * Makes somebody what the platform says they are in the course. Whom a teacher removed here stays out; the last teacher
 * stays one until there is another.
 */
async function admit(tx: Tx, classId: string, userId: string, role: CourseRole, at: Date): Promise<void> {
  const there = await tx.enrolment.findUnique({ where: { classId_userId: { classId, userId } } });
  if (there?.removedById) throw notAllowed("platform-removed");
  if (there && !there.removedAt) {
    if (there.role === role) return;
    if (there.role === "TEACHER" && !mayStopTeaching(await countMembers(tx, classId, "TEACHER")).ok) return;
  }
  await enrol(tx, { id: classId, role }, userId, null, at);
  await record(tx, startedOf(classId, userId, null, at));
}

/**
 * What the platform offers for this course, and where the link leads. An address that is less safe than the platform's
 * own is left out; what it does not say this time stays as it was.
 */
async function keepServices(tx: Tx, platform: Platform, { id, classId }: Course, message: Message): Promise<void> {
  const safe = <K extends string>(name: K, address: string | null) =>
    address !== null && isAsSafe(platform, address) ? ({ [name]: address } as Record<K, string>) : {};
  await tx.ltiContext.update({
    where: { id },
    data: { ...safe("membershipsUrl", message.membershipsUrl), ...safe("lineItemsUrl", message.lineItemsUrl) },
    select: { id: true },
  });
  if (message.asks.kind !== "open") return;
  const { resourceLink, target, lineItemUrl } = message.asks;
  const found = await findTarget(tx, classId, target);
  const leads = { ...((found.threadId ?? found.assignmentId) && found), ...safe("lineItemUrl", lineItemUrl) };
  await tx.ltiResourceLink.upsert({
    where: { contextId_resourceLink: { contextId: id, resourceLink } },
    create: { contextId: id, resourceLink, ...leads },
    update: leads,
    select: { contextId: true },
  });
}

async function answer(tx: Tx, course: Course, userId: string, { asks }: Message, at: Date): Promise<Launched> {
  const { name: className, slug } = await tx.class.findUniqueOrThrow({ where: { id: course.classId } });
  const { name } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
  const nowhere = { threadId: null, assignmentId: null };
  const where =
    asks.kind === "open"
      ? await tx.ltiResourceLink.findUniqueOrThrow({
          where: { contextId_resourceLink: { contextId: course.id, resourceLink: asks.resourceLink } },
        })
      : nowhere;
  const enter = newSecret();
  await tx.ltiTicket.create({
    data: {
      ...{ hash: hashOf(enter), userId, path: await pathTo(tx, where, slug) },
      expiresAt: minutesFrom(at, ENTER_MINUTES),
    },
    select: { hash: true },
  });
  if (asks.kind === "open") return { name, class: className, enter, choice: null };
  const ticket = newSecret();
  await tx.ltiTicket.create({
    data: {
      ...{ hash: hashOf(ticket), userId, contextId: course.id, returnUrl: asks.returnUrl, data: asks.data },
      expiresAt: minutesFrom(at, CHOOSE_MINUTES),
    },
    select: { hash: true },
  });
  return { name, class: className, enter, choice: { ticket, from: await listChoosable(tx, course.classId) } };
}
