/** The API's routes of frozen states, and what they answer. */
import { z } from "zod";
import { EXPORTED, mediaTypes, type Route } from "#lib/api/route";
import { FORMATS } from "#lib/maps/formats";
import type { SnapshotRef } from "#lib/maps/snapshot-queries";
import { noInput } from "#lib/notices/schema";
import { paths } from "#lib/paths";

/** `hash` is that of the file as it was frozen; `url` is a page to cite. */
export const snapshot = z.strictObject({
  id: z.string(),
  number: z.int(),
  takenAt: z.iso.datetime(),
  takenBy: z.strictObject({ handle: z.string(), name: z.string() }),
  hash: z.string(),
  arguments: z.int(),
  url: z.url(),
});

export const snapshots = z.strictObject({ items: z.array(snapshot), next: z.null() });

export const snapshotShown = (
  { id, number, takenAt, takenBy: { handle, name }, hash, arguments: visible }: SnapshotRef,
  at: { appUrl: string; slug: string },
): z.infer<typeof snapshot> => ({
  ...{ id, number, takenAt, takenBy: { handle, name }, hash, arguments: visible },
  url: `${at.appUrl}${paths.snapshot(at.slug, id)}`,
});

export const SNAPSHOT_ROUTES: readonly Route[] = [
  {
    method: "get",
    path: "/threads/{slug}/snapshots",
    summary: "A thread's frozen states, oldest first",
    status: 200,
    gives: snapshots,
  },
  {
    method: "post",
    path: "/threads/{slug}/snapshots",
    summary: "Freeze a thread's state",
    description: "The same state is frozen once: twice gives the same snapshot.",
    takes: noInput,
    status: 201,
    gives: snapshot,
  },
  {
    method: "get",
    path: "/threads/{slug}/snapshots/{id}",
    summary: "A frozen state as a file",
    query: EXPORTED,
    description:
      "In Grounds JSON its bytes and its hash stay the same, as long as nothing was taken out of it. What was withdrawn, removed or redacted since has lost its words here, too, and whoever has left their name: the file then has a hash of its own, and `frozen` holds that of the state as it was.",
    status: 200,
    gives: mediaTypes(FORMATS),
  },
];
