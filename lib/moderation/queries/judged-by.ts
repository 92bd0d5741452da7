/** Which threads somebody judges in, as a condition on a thread `t`. */

import { seenBy } from "#lib/users/seen";
import { isModerator, type Person } from "#lib/users/viewer";
import { Prisma } from "../../../prisma/generated/client.ts";

/** In public the site's moderators, and those of the thread; in a class those who teach it. */
export const judgedBy = (viewer: Person): Prisma.Sql => Prisma.sql`${seenBy(viewer, "t.class_id")}
  AND (t.id = ANY(${[...(viewer.moderates ?? [])]}::text[]) OR (t.class_id IS NULL AND ${isModerator(viewer)}))`;
