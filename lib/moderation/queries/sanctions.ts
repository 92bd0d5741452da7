/** What there is to see of sanctions: one's own, and to those who judge, all in force. */
import type { PersonRef } from "#lib/arguments/view";
import { db } from "#lib/db";
import { mayAppealSanction } from "#lib/moderation/policy";
import { mayHearAppeal, maySanction } from "#lib/users/policy";
import type { Person, Viewer } from "#lib/users/viewer";
import { Missing, type Verdict } from "#lib/verdict";
import type { Prisma } from "../../../prisma/generated/client.ts";
import type { Role } from "../../../prisma/generated/enums.ts";

export interface SanctionView {
  id: string;
  kind: "SILENCE" | "SUSPEND";
  person: PersonRef;
  reason: { policy: number; code: string; sentence: string };
  note: string | null;
  givenAt: string;
  /** null until somebody lifts it. */
  until: string | null;
  plea: string | null;
  /** Whether the appeal was heard, and the sanction stands. */
  kept: boolean;
}

export interface OwnSanction extends SanctionView {
  /** Whether one may appeal now. */
  appeal: Verdict;
}

export interface JudgedSanction extends SanctionView {
  by: PersonRef;
  /** What this viewer may decide. */
  lift: Verdict;
  hear: Verdict;
}

const SHOWN = {
  reason: true,
  user: { select: { id: true, role: true, handle: true, name: true } },
  givenBy: { select: { handle: true, name: true } },
} as const satisfies Prisma.SanctionInclude;

type Row = Prisma.SanctionGetPayload<{ include: typeof SHOWN }>;

const inForce = (at: Date): Prisma.SanctionWhereInput => ({
  liftedAt: null,
  OR: [{ untilAt: null }, { untilAt: { gt: at } }],
});

function viewOf({ id, kind, user: { handle, name }, reason, note, givenAt, untilAt, plea, keptAt }: Row): SanctionView {
  return {
    id,
    kind,
    person: { handle, name },
    reason: { policy: reason.policy, code: reason.code, sentence: reason.sentence },
    note,
    givenAt: givenAt.toISOString(),
    until: untilAt?.toISOString() ?? null,
    plea,
    kept: keptAt !== null,
  };
}

/** A page of them: a forum with more in force has other troubles. */
const SHOWN_MAX = 200;

const judged = (viewer: Viewer, row: Row): JudgedSanction => ({
  ...viewOf(row),
  by: row.givenBy,
  lift: maySanction(viewer, row.user),
  hear: mayHearAppeal(viewer, row.user, row.givenById),
});

/** All in force, those whose appeal waits first; for those who judge. */
export async function listSanctions(viewer: Viewer): Promise<JudgedSanction[]> {
  const rows = await db().sanction.findMany({
    where: inForce(new Date()),
    include: SHOWN,
    orderBy: [{ givenAt: "asc" }, { id: "asc" }],
    take: SHOWN_MAX,
  });
  const waits = ({ plea, kept }: SanctionView) => plea !== null && !kept;
  return rows.map((row) => judged(viewer, row)).sort((a, b) => Number(waits(b)) - Number(waits(a)));
}

/** One's own in force. */
export async function listOwnSanctions(viewer: Pick<Person, "id">): Promise<OwnSanction[]> {
  const at = new Date();
  const rows = await db().sanction.findMany({
    where: { userId: viewer.id, ...inForce(at) },
    include: SHOWN,
    orderBy: { givenAt: "desc" },
  });
  return rows.map((row) => ({ ...viewOf(row), appeal: mayAppealSanction(row, at) }));
}

export interface Sanctionable {
  person: { handle: string; name: string; role: Role };
  verdict: Verdict;
  standing: JudgedSanction[];
}

/** A person about to be silenced or suspended, with what holds of them already. @throws Missing */
export async function getSanctionable(viewer: Viewer, handle: string): Promise<Sanctionable> {
  const found = await db().user.findFirst({
    where: { handle, erasedAt: null },
    select: {
      id: true,
      handle: true,
      name: true,
      role: true,
      sanctions: { where: inForce(new Date()), include: SHOWN, orderBy: { givenAt: "desc" } },
    },
  });
  if (!found) throw new Missing();
  const { sanctions, ...person } = found;
  const verdict = maySanction(viewer, person);
  return { person, verdict, standing: verdict.ok ? sanctions.map((row) => judged(viewer, row)) : [] };
}

/** The reasons of the site's policy in force. */
export async function listReasons(): Promise<{ code: string; sentence: string }[]> {
  const version = await db().policyVersion.findFirst({
    where: { threadId: null },
    orderBy: { number: "desc" },
    select: { reasons: { select: { code: true, sentence: true }, orderBy: { code: "asc" } } },
  });
  return version?.reasons ?? [];
}
