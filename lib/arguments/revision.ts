/** One revision of an argument: what it says and the passages it stands on, written together and never changed. */
import { createHash } from "node:crypto";
import type { Body } from "#lib/arguments/body";
import type { Tx } from "#lib/db";
import { type Cited, keepCitations } from "#lib/sources/citing";
import type { Occasion } from "../../prisma/generated/enums.ts";

interface Written {
  claim: string;
  body: Body;
  cited: readonly Cited[];
}

/** SHA-256 over what a revision says and stands on: two revisions with the same hash are the same. */
export function revisionHash({ claim, body, cited }: Written): string {
  const places = cited.map(({ versionId, spans }) => [versionId, spans.map(({ start, end }) => [start, end])]);
  return createHash("sha256")
    .update(JSON.stringify([claim, body.document, places]))
    .digest("hex");
}

interface Place {
  id: string;
  argumentId: string;
  ordinal: number;
  occasion: Occasion;
}

export async function writeRevision(tx: Tx, place: Place, written: Written, at: Date): Promise<void> {
  const { claim, body, cited } = written;
  await tx.revision.create({
    data: {
      ...place,
      claim,
      ...(body.document && { body: body.document }),
      bodyText: body.text,
      bodySchema: body.schema,
      hash: revisionHash(written),
      createdAt: at,
    },
  });
  await keepCitations(tx, place.id, cited, at);
}
