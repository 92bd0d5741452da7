/** What waits in a thread's tray: claims of imported files that nobody has cited a passage for yet. */
import { readStanding } from "#lib/arguments/standing";
import { JUDGED, stateOf } from "#lib/arguments/state";
import type { Stance, Target } from "#lib/arguments/view";
import { db, type Tx } from "#lib/db";
import { entersAtOnce, mayPutAway, maySeeTray } from "#lib/maps/policy";
import type { ReadQuotation } from "#lib/maps/reading/read-map";
import { getThreadFacts } from "#lib/maps/thread-facts";
import { type Names, namesOf } from "#lib/threads/names";
import { mayWriteIn } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing, type Verdict } from "#lib/verdict";
import type { Prisma } from "../../prisma/generated/client.ts";

/** As many as are read on one page. */
const TRAY_PAGE = 50;

export interface TrayItemView {
  id: string;
  claim: string;
  stance: Stance | null;
  quotations: ReadQuotation[];
  from: { format: string; fileName: string | null; at: string; by: { handle: string; name: string } };
  /** What it answers: the question, an argument, or a claim that waits as well. */
  answers:
    | { kind: "question" }
    | { kind: "argument"; id: string; number: number; claim: string | null; open: boolean }
    | { kind: "waiting"; id: string; claim: string };
  /** Claims of the tray that answer it. */
  below: number;
  mayPutAway: boolean;
}

export interface TrayView {
  thread: { slug: string; question: string };
  /** Why this viewer sees nothing of it; then there are no items. */
  verdict: Verdict;
  /** All that wait, on this page and others. */
  total: number;
  page: number;
  pages: number;
  items: TrayItemView[];
  /** Whether this viewer may post at once what stands on words that are here. */
  mayPostAll: boolean;
}

const ANSWERED = { id: true, number: true, ...JUDGED, currentRevision: { select: { claim: true } } } as const;

const ITEM = {
  id: true,
  claim: true,
  stance: true,
  quotations: true,
  import: {
    select: {
      format: true,
      fileName: true,
      importedAt: true,
      importedById: true,
      importedBy: { select: { id: true, handle: true, name: true } },
    },
  },
  parentItem: { select: { id: true, claim: true, leftAt: true, argumentId: true, argument: { select: ANSWERED } } },
  parent: { select: ANSWERED },
  _count: { select: { below: { where: { leftAt: null } } } },
} as const satisfies Prisma.TrayItemSelect;

type Row = Prisma.TrayItemGetPayload<{ select: typeof ITEM }>;

/** @throws Missing */
export async function getTray(viewer: Viewer, slug: string, page = 1): Promise<TrayView> {
  const thread = await getThreadFacts(viewer, slug);
  const head = { thread: { slug, question: thread.question }, verdict: maySeeTray(viewer, thread) };
  if (!head.verdict.ok) return { ...head, total: 0, page: 1, pages: 1, items: [], mayPostAll: false };
  const where = { threadId: thread.id, leftAt: null };
  const total = await db().trayItem.count({ where });
  const rows = await db().trayItem.findMany({
    where,
    select: ITEM,
    orderBy: [{ import: { importedAt: "asc" } }, { importId: "asc" }, { ordinal: "asc" }],
    skip: (page - 1) * TRAY_PAGE,
    take: TRAY_PAGE,
  });
  const pages = Math.max(1, Math.ceil(total / TRAY_PAGE));
  if (page > pages) throw new Missing();
  const mayPostAll =
    viewer !== null &&
    mayWriteIn(viewer, thread).ok &&
    entersAtOnce(viewer, thread, await readStanding(db(), viewer.id, thread.id, new Date()));
  const names = await namesOf(viewer, thread.id);
  const items = rows.map((row) => viewOf(row, viewer, thread, names));
  return { ...head, total, page, pages, items, mayPostAll };
}

function viewOf(row: Row, viewer: Viewer, thread: Parameters<typeof mayPutAway>[1], names: Names): TrayItemView {
  const { id, claim, stance, quotations, import: from, _count } = row;
  const { format, fileName, importedAt, importedById, importedBy } = from;
  return {
    ...{ id, claim, stance, quotations: quotations as unknown as ReadQuotation[] },
    from: { format, fileName, at: names.at(importedAt), by: names.of(importedBy) },
    answers: answersOf(row),
    below: _count.below,
    mayPutAway: mayPutAway(viewer, thread, { importedById }).ok,
  };
}

function answersOf({ parent, parentItem }: Pick<Row, "parent" | "parentItem">): TrayItemView["answers"] {
  if (parentItem && !parentItem.argument) return { kind: "waiting", id: parentItem.id, claim: parentItem.claim };
  const argument = parentItem?.argument ?? parent;
  if (!argument) return { kind: "question" };
  const open = stateOf(argument) === "VISIBLE";
  const claim = open ? argument.currentRevision.claim : null;
  return { kind: "argument", id: argument.id, number: argument.number, claim, open };
}

/** How many wait, for whoever may see them; null for others. */
export async function countTray(viewer: Viewer, slug: string): Promise<number | null> {
  const thread = await getThreadFacts(viewer, slug);
  if (!maySeeTray(viewer, thread).ok) return null;
  return db().trayItem.count({ where: { threadId: thread.id, leftAt: null } });
}

/** What the form must know in which a passage is cited for a claim that waits. */
export interface AwaitingPassage {
  id: string;
  claim: string;
  body: unknown;
  stance: Stance | null;
  target: Target;
  targetAt: number | null;
  /** Null: the question. */
  parentId: string | null;
  quotations: ReadQuotation[];
}

/** @throws Missing where it does not wait here, or not for this viewer; also while what it answers waits. */
export async function getAwaiting(viewer: Viewer, slug: string, id: string): Promise<AwaitingPassage> {
  const thread = await getThreadFacts(viewer, slug);
  if (!maySeeTray(viewer, thread).ok) throw new Missing();
  const row = await db().trayItem.findFirst({
    where: { id, threadId: thread.id, leftAt: null },
    select: {
      ...{ id: true, claim: true, body: true, stance: true, target: true, targetAt: true },
      ...{ quotations: true, parentId: true, parentItem: { select: { argumentId: true } } },
    },
  });
  if (!row || (row.parentItem && row.parentItem.argumentId === null)) throw new Missing();
  const { parentItem, quotations, ...item } = row;
  return {
    ...item,
    parentId: parentItem?.argumentId ?? row.parentId,
    quotations: quotations as unknown as ReadQuotation[],
  };
}

/** A claim of a tray as its verbs need it. */
export interface ReachedItem {
  id: string;
  importedById: string;
  left: boolean;
  became: { id: string; number: number; authorId: string; claim: string; pending: boolean } | null;
  /** What it answers waits, too. */
  parentWaits: boolean;
  /** Null: the question. */
  parentId: string | null;
  importedFrom: { format: string; fileSha256: string; originalId: string };
}

/** @throws Missing; the caller holds the thread's lock. */
export async function reachItem(tx: Tx, threadId: string, id: string): Promise<ReachedItem> {
  const row = await tx.trayItem.findFirst({
    where: { id, threadId },
    select: {
      ...{ id: true, originalId: true, leftAt: true, parentId: true },
      parentItem: { select: { argumentId: true } },
      argument: {
        select: { id: true, number: true, authorId: true, ...JUDGED, currentRevision: { select: { claim: true } } },
      },
      import: { select: { format: true, fileSha256: true, importedById: true } },
    },
  });
  if (!row) throw new Missing();
  const { argument } = row;
  const { format, fileSha256, importedById } = row.import;
  return {
    ...{ id, importedById, left: row.leftAt !== null },
    became: argument && {
      ...{ id: argument.id, number: argument.number, authorId: argument.authorId },
      ...{ claim: argument.currentRevision.claim, pending: stateOf(argument) === "PENDING" },
    },
    parentWaits: row.parentItem !== null && row.parentItem.argumentId === null,
    parentId: row.parentItem?.argumentId ?? row.parentId,
    importedFrom: { format, fileSha256, originalId: row.originalId },
  };
}
