/** The code that lets pupils into a class: made, and revoked. */
import { newCode } from "#lib/classes/join-code";
import { mayTeach } from "#lib/classes/policy";
import { reachClass } from "#lib/classes/reach";
import type { MakeCode } from "#lib/classes/schema";
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { newId } from "#lib/text/id";
import type { Person } from "#lib/users/viewer";
import { must } from "#lib/verdict";

const DAY_MS = 86_400_000;

/** What no door passes: the seed's code, which everybody knows. */
interface Known {
  at?: Date;
  code?: string;
}

/** Makes a code; the one before is void from then on. Gives it folded. */
export async function makeCode(viewer: Person, slug: string, input: MakeCode, known: Known = {}): Promise<string> {
  return transact(async (tx, at) => {
    const reached = await reachClass(tx, viewer, slug);
    must(mayTeach(viewer, reached));
    await revoke(tx, reached.id, viewer.id, at);
    const id = newId();
    const code = known.code ?? newCode();
    const expiresAt = new Date(at.getTime() + input.days * DAY_MS);
    await tx.joinCode.create({
      data: {
        ...{ id, classId: reached.id, code, demo: known.code !== undefined, cap: input.cap, expiresAt },
        ...{ madeById: viewer.id, madeAt: at },
      },
      select: { id: true },
    });
    const subjects = { class: reached.id, code: id };
    await record(tx, {
      ...{ stream: "site", classId: reached.id, actorId: viewer.id, at },
      kind: "code.made",
      subjects,
    });
    return code;
  }, known.at);
}

/** Makes the code in force void. Twice is as once. */
export async function revokeCode(viewer: Person, slug: string): Promise<void> {
  await transact(async (tx, at) => {
    const { id: classId, role } = await reachClass(tx, viewer, slug);
    must(mayTeach(viewer, { role }));
    const revoked = await revoke(tx, classId, viewer.id, at);
    if (!revoked) return;
    const subjects = { class: classId, code: revoked };
    await record(tx, { stream: "site", classId, actorId: viewer.id, kind: "code.revoked", subjects, at });
  });
}

async function revoke(tx: Tx, classId: string, revokedById: string, revokedAt: Date): Promise<string | null> {
  const [one] = await tx.joinCode.updateManyAndReturn({
    where: { classId, revokedAt: null },
    data: { revokedById, revokedAt },
    select: { id: true },
  });
  return one?.id ?? null;
}
