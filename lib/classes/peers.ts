/** Pupils who judge each other's work: who is drawn for whom, and when it is read. Pure but for the chance that it is handed. */
import { type Chance, shuffled } from "#lib/classes/assignment-draw";

export interface Pair {
  giver: string;
  receiver: string;
}

/**
 * Within each group everybody stands in a circle in a drawn order and judges the next `each`: so nobody judges
 * themselves, or anybody twice, and everybody gives as often as they are judged. A group too small for that judges all
 * the others in it.
 */
export function drawPeers(groups: readonly (readonly string[])[], each: number, chance: Chance): Pair[] {
  return groups.flatMap((people) => {
    const circle = shuffled(people, chance);
    return circle.flatMap((giver, at) =>
      Array.from({ length: Math.min(each, circle.length - 1) }, (_, step) => ({
        giver,
        receiver: circle[(at + step + 1) % circle.length] as string,
      })),
    );
  });
}

/** It is written until it is due, then looked at by the teacher, and read by whom it is about once they have released it. */
export type PeerPhase = "WRITING" | "WAITING" | "SHOWN";

export function peerPhaseAt({ dueAt, releasedAt }: { dueAt: Date; releasedAt: Date | null }, at: Date): PeerPhase {
  if (at < dueAt) return "WRITING";
  return releasedAt === null ? "WAITING" : "SHOWN";
}
