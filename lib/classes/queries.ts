/** What there is to see of classes. */
import { visibleTo } from "#lib/classes/policy";
import { changesOf, type RosterChanges } from "#lib/classes/roster-changes";
import { keptIn, rosterOf } from "#lib/classes/roster-kept";
import { db } from "#lib/db";
import type { Person } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import type { EnrolmentRole, ThreadNames } from "../../prisma/generated/enums.ts";

export interface ClassLine {
  slug: string;
  name: string;
  term: string | null;
  role: EnrolmentRole;
  pupils: number;
  threads: number;
}

export interface ClassView {
  id: string;
  slug: string;
  name: string;
  about: string | null;
  term: string | null;
  /** A day, as `2027-02-20`. */
  keepUntil: string | null;
  role: EnrolmentRole;
  teachers: { handle: string; name: string }[];
  pupils: number;
  threads: { slug: string; question: string; topic: string | null; names: ThreadNames; arguments: number }[];
}

const PUPILS = { where: { role: "STUDENT", removedAt: null } } as const;

/** One's classes, those that one teaches first. */
export async function listClasses(viewer: Person): Promise<ClassLine[]> {
  const rows = await db().class.findMany({
    where: visibleTo(viewer),
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    select: {
      ...{ slug: true, name: true, term: true },
      enrolments: { where: { userId: viewer.id }, select: { role: true } },
      _count: { select: { enrolments: PUPILS, threads: true } },
    },
  });
  const lines = rows.map(({ enrolments, _count, ...row }) => ({
    ...row,
    role: enrolments[0]?.role ?? "STUDENT",
    pupils: _count.enrolments,
    threads: _count.threads,
  }));
  return lines.toSorted((a, b) => Number(b.role === "TEACHER") - Number(a.role === "TEACHER"));
}

/** @throws Missing where there is no such class, or none of this viewer's. */
export async function getClass(viewer: Person | null, slug: string): Promise<ClassView> {
  const row = await db().class.findFirst({
    where: { slug, ...visibleTo(viewer) },
    select: {
      ...{ id: true, slug: true, name: true, about: true, term: true, keepUntil: true },
      enrolments: {
        where: { removedAt: null, OR: [{ role: "TEACHER" }, { userId: viewer?.id ?? "" }] },
        orderBy: { enrolledAt: "asc" },
        select: { role: true, userId: true, user: { select: { handle: true, name: true } } },
      },
      threads: {
        orderBy: [{ openedAt: "desc" }, { id: "asc" }],
        select: {
          ...{ slug: true, question: true, topic: true, names: true },
          _count: { select: { arguments: { where: { withdrawal: null, removals: { none: { liftedAt: null } } } } } },
        },
      },
      _count: { select: { enrolments: PUPILS } },
    },
  });
  if (!row) throw new Missing();
  const { enrolments, threads, keepUntil, _count, ...words } = row;
  return {
    ...words,
    keepUntil: dayOf(keepUntil),
    role: enrolments.find(({ userId }) => userId === viewer?.id)?.role ?? "STUDENT",
    teachers: enrolments.filter(({ role }) => role === "TEACHER").map(({ user }) => user),
    pupils: _count.enrolments,
    threads: threads.map(({ _count, ...thread }) => ({ ...thread, arguments: _count.arguments })),
  };
}

const dayOf = (day: Date | null) => day?.toISOString().slice(0, 10) ?? null;

export interface MemberView {
  handle: string;
  /** As everybody sees it. */
  shown: string;
  /** What a pupil is called whose account was made here; null for who came with an account of their own. */
  name: string | null;
  role: EnrolmentRole;
  /** ISO 8601. */
  since: string;
  removed: boolean;
  /** Of an account that was made here: whether its pupil has opened it, and whether a card for it is about. */
  made: { opened: boolean; card: boolean } | null;
}

/** A class's people with their names, for its teachers; the teachers first. @throws Missing for everybody else */
export async function listMembers(viewer: Person | null, slug: string): Promise<MemberView[]> {
  const rows = await db().enrolment.findMany({
    where: {
      class: { slug, enrolments: { some: { userId: viewer?.id ?? "", role: "TEACHER", removedAt: null } } },
      user: { erasedAt: null },
    },
    select: {
      ...{ role: true, enrolledAt: true, removedAt: true, classId: true },
      class: { select: { ltiContext: { select: { platformId: true } } } },
      user: {
        select: {
          ...{ handle: true, name: true },
          credential: { select: { userId: true } },
          card: { select: { expiresAt: true } },
          made: { select: { name: true, classId: true } },
          ltiSubject: { select: { platformId: true } },
        },
      },
    },
  });
  if (rows.length === 0) throw new Missing();
  const now = Date.now();
  const people = rows.map(({ role, enrolledAt, removedAt, classId, class: { ltiContext }, user }) => {
    const { handle, name, credential, card, made, ltiSubject } = user;
    const own = made?.classId === classId && !ltiSubject ? made : null;
    // Whom a learning platform names, it names to the teachers of each of its courses.
    const brought = ltiSubject && ltiSubject.platformId === ltiContext?.platformId ? made : null;
    return {
      ...{ handle, shown: name, name: (own ?? brought)?.name ?? null, role, since: enrolledAt.toISOString() },
      removed: removedAt !== null,
      made: own && { opened: credential !== null, card: card !== null && card.expiresAt.getTime() > now },
    };
  });
  const order = (one: MemberView) => `${one.role === "TEACHER" ? 0 : 1}${(one.name ?? one.shown).toLowerCase()}`;
  return people.toSorted((a, b) => order(a).localeCompare(order(b), "en"));
}

export interface CodeView {
  code: string;
  /** ISO 8601. */
  expiresAt: string;
  used: number;
  cap: number;
}

/** The code in force, for the class's teachers. */
export async function findCode(viewer: Person | null, slug: string): Promise<CodeView | null> {
  const row = await db().joinCode.findFirst({
    where: {
      class: { slug, enrolments: { some: { userId: viewer?.id ?? "", role: "TEACHER", removedAt: null } } },
      ...{ revokedAt: null, expiresAt: { gt: new Date() } },
    },
    select: { code: true, expiresAt: true, used: true, cap: true },
  });
  return row && { ...row, expiresAt: row.expiresAt.toISOString() };
}

/** The debates that anybody may copy into a class, those with most arguments first. */
export async function listTemplates(): Promise<{ slug: string; question: string }[]> {
  return db().thread.findMany({
    where: { classId: null },
    orderBy: [{ arguments: { _count: "desc" } }, { id: "asc" }],
    take: TEMPLATES_SHOWN,
    select: { slug: true, question: true },
  });
}

/** A menu that is read at a glance; any other is named by its address. */
const TEMPLATES_SHOWN = 12;

/** What a list of pupils would change, before anything is. @throws Missing but for the class's teachers */
export async function lookAtRoster(viewer: Person, slug: string, text: string): Promise<RosterChanges> {
  const { id } = await getTaught(viewer, slug);
  return changesOf(rosterOf(text), await keptIn(db(), id));
}

async function getTaught(viewer: Person, slug: string): Promise<{ id: string }> {
  const row = await db().class.findFirst({
    where: { slug, enrolments: { some: { userId: viewer.id, role: "TEACHER", removedAt: null } } },
    select: { id: true },
  });
  if (!row) throw new Missing();
  return row;
}
