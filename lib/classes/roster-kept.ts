/** A list of pupils as it was sent, and those whom a class has already. */
import { type Roster, RosterError, readRoster } from "#lib/classes/roster";
import type { Kept } from "#lib/classes/roster-changes";
import type { Tx } from "#lib/db";
import { Refused } from "#lib/verdict";

/** @throws Refused */
export function rosterOf(text: string): Roster {
  try {
    return readRoster(text);
  } catch (error) {
    if (error instanceof RosterError) throw new Refused(error.code, { details: { field: "roster" } });
    throw error;
  }
}

/** Those of a class whose accounts were made for it from a list; whoever comes by a learning platform is on its list. */
export async function keptIn(tx: Tx, classId: string): Promise<Kept[]> {
  const rows = await tx.madeAccount.findMany({
    where: { classId, user: { ltiSubject: null } },
    orderBy: { name: "asc" },
    select: {
      ...{ userId: true, name: true, sourcedId: true },
      user: { select: { handle: true, enrolled: { where: { classId }, select: { removedAt: true } } } },
    },
  });
  return rows.map(({ user: { handle, enrolled }, ...row }) => ({
    ...row,
    handle,
    removed: enrolled[0]?.removedAt !== null,
  }));
}
