/** What waits in a tray, as a map that may be brought into its thread. */
import type { Tx } from "#lib/db";
import type { Known } from "#lib/maps/importing";
import type { ReadClaim, ReadQuotation } from "#lib/maps/reading/read-map";
import { DocumentError, readDocument } from "#lib/text/document";

export interface Waiting extends ReadClaim {
  quotations: ReadQuotation[];
  /** What it answers in its thread, where that is an argument: its id. */
  argument: string | null;
  importedFrom: { format: string; fileSha256: string; originalId: string };
}

/** All that waits in a thread, each after what it answers. One query. */
export async function readWaiting(tx: Pick<Tx, "trayItem">, threadId: string): Promise<Waiting[]> {
  const rows = await tx.trayItem.findMany({
    where: { threadId, leftAt: null },
    select: {
      ...{ id: true, originalId: true, claim: true, body: true, stance: true, target: true, targetAt: true },
      ...{ quotations: true, parentId: true, parentItemId: true, parentItem: { select: { argumentId: true } } },
      import: { select: { format: true, fileSha256: true } },
    },
    orderBy: [{ import: { importedAt: "asc" } }, { importId: "asc" }, { ordinal: "asc" }],
  });
  return rows.map((row) => {
    const { id, originalId, claim, stance, target, targetAt, parentItemId, parentItem, import: from } = row;
    const argument = parentItem?.argumentId ?? row.parentId;
    return {
      ...{ id, claim, argument, body: bodyOf(row.body) },
      places: [{ parent: argument ?? parentItemId, stance, target, at: targetAt }],
      quotations: row.quotations as unknown as ReadQuotation[],
      importedFrom: { format: from.format, fileSha256: from.fileSha256, originalId },
    };
  });
}

function bodyOf(body: unknown): ReadClaim["body"] {
  if (typeof body === "string" || body === null) return body;
  try {
    return readDocument(body);
  } catch (error) {
    if (error instanceof DocumentError) return null;
    throw error;
  }
}

/** As claims of a file, after those of the thread that they answer, which are known by their own ids. */
export function asMap(waiting: Waiting[]): { claims: ReadClaim[]; known: Map<string, Known> } {
  const answered = new Set(waiting.flatMap(({ argument }) => argument ?? []));
  const known = new Map([...answered].map((argumentId) => [argumentId, { argumentId }]));
  const question = { parent: null, stance: null, target: "CLAIM", at: null } as const;
  const there = [...answered].map((id) => ({ id, claim: "", body: null, places: [question], quotations: [] }));
  return { claims: [...there, ...waiting], known };
}
