/** To whom a handle belongs: to one person, for good. */
import type { Tx } from "#lib/db";
import { skeletonOf } from "#lib/users/handles";
import { hashOf } from "#lib/users/queries";
import { Refused } from "#lib/verdict";

const retiredAs = (handle: string) => ({ hash: hashOf(skeletonOf(handle)) });

/**
 * Passes unless somebody has this handle, or had it, or one that could be taken for it. Whoever is going as this is
 * asked still has it, or has left it: in this order the questions miss neither.
 * @throws Refused "handle-taken"
 */
export async function refuseTaken(tx: Tx, handle: string): Promise<void> {
  const taken =
    (await tx.user.count({ where: { skeleton: skeletonOf(handle) } })) ||
    (await tx.retiredHandle.count({ where: retiredAs(handle) }));
  if (taken) throw new Refused("handle-taken", { ground: "conflict", details: { field: "handle" } });
}

/** Keeps a handle from everybody else, without keeping whose it was. */
export async function retireHandle(tx: Tx, handle: string): Promise<void> {
  await tx.retiredHandle.createMany({ data: [retiredAs(handle)], skipDuplicates: true });
}
