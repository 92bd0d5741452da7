/** The one open review of an argument, at which everything is gathered that is to be judged of it. */
import type { Tx } from "#lib/db";
import { record } from "#lib/events/record";
import { newId } from "#lib/text/id";
import type { ReviewCause } from "../../prisma/generated/enums.ts";

interface Judged {
  argumentId: string;
  revisionId: string;
  threadId: string;
  classId: string | null;
}

/**
 * Opens it, unless one is open. That somebody reported something is an event of the site, so that not even the numbers
 * of the thread's own tell of it; nobody is named.
 */
export async function openReview(
  tx: Tx,
  { argumentId, revisionId, threadId, classId }: Judged,
  cause: Extract<ReviewCause, "FLAG" | "CHALLENGE" | "EDITED">,
  at: Date,
): Promise<void> {
  const id = newId();
  const opened = await tx.$executeRaw`
    INSERT INTO reviews (id, argument_id, revision_id, cause, opened_at)
    VALUES (${id}, ${argumentId}, ${revisionId}, ${cause}::"ReviewCause", ${at})
    ON CONFLICT (argument_id) WHERE decided_at IS NULL AND cause <> 'APPEAL' DO NOTHING`;
  if (opened === 0) return;
  const quiet = cause === "FLAG";
  await record(tx, {
    stream: quiet ? "site" : threadId,
    classId,
    kind: "review.opened",
    actorId: null,
    subjects: quiet ? { review: id } : { argument: argumentId, review: id },
    at,
  });
}
