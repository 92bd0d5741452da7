/** The API's routes of sanctions, and of who moderates a thread. */
import { z } from "zod";
import type { Route } from "#lib/api/route";
import type { SanctionView } from "#lib/moderation/queries/sanctions";
import { pleaInput, SANCTION_KINDS, sanctionInput } from "#lib/moderation/schema";
import { noInput } from "#lib/notices/schema";

const time = z.iso.datetime();

export const sanction = z.strictObject({
  id: z.string(),
  kind: z.enum(SANCTION_KINDS),
  person: z.strictObject({ handle: z.string(), name: z.string() }),
  code: z.string(),
  policy: z.int(),
  note: z.string().nullable(),
  givenAt: time,
  /** null until somebody lifts it. */
  until: time.nullable(),
  plea: z.string().nullable(),
  /** The appeal was heard, and the sanction stands. */
  kept: z.boolean(),
});
export const sanctions = z.strictObject({ items: z.array(sanction), next: z.null() });

export const sanctionsOf = (items: readonly SanctionView[]): z.infer<typeof sanctions> => ({
  items: items.map(({ id, kind, person: { handle, name }, reason, note, givenAt, until, plea, kept }) => ({
    id,
    kind,
    person: { handle, name },
    ...{ code: reason.code, policy: reason.policy, note, givenAt, until, plea, kept },
  })),
  next: null,
});

export const handleInput = z.strictObject({
  handle: z.string({ error: "blank" }).min(1, "blank").max(100, "too-long"),
});
export const giveInput = sanctionInput.extend(handleInput.shape);
export const appealInput = z.strictObject({ plea: pleaInput });

const TWICE = "Twice is as once.";

export const SANCTION_ROUTES: readonly Route[] = [
  {
    method: "get",
    path: "/sanctions",
    summary: "Who is silenced or suspended; for others than moderators, one's own",
    status: 200,
    gives: sanctions,
  },
  {
    method: "post",
    path: "/sanctions",
    summary: "Silence or suspend somebody",
    description: `For moderators, up to 30 days; for admins also longer, or until it is lifted (\`days\` null). It holds from the person's next request on. Nobody sanctions themselves or somebody with more rights. ${TWICE}`,
    takes: giveInput,
    status: 200,
    gives: sanctions,
  },
  {
    method: "post",
    path: "/sanctions/{id}/lift",
    summary: "End a sanction before its time",
    description: TWICE,
    takes: noInput,
    status: 204,
  },
  {
    method: "post",
    path: "/sanctions/{id}/keep",
    summary: "Let a sanction stand that was appealed",
    description: `By somebody else than who gave it. ${TWICE}`,
    takes: noInput,
    status: 204,
  },
  {
    method: "post",
    path: "/sanctions/{id}/appeal",
    summary: "Say something against a sanction of one's own",
    description: "Once, within 14 days.",
    takes: appealInput,
    status: 204,
  },
  {
    method: "post",
    path: "/threads/{slug}/moderators",
    summary: "Let somebody moderate one thread",
    description: `For admins. ${TWICE}`,
    takes: handleInput,
    status: 204,
  },
  {
    method: "post",
    path: "/threads/{slug}/moderators/dismiss",
    summary: "Let somebody moderate a thread no longer",
    description: `For admins. ${TWICE}`,
    takes: handleInput,
    status: 204,
  },
];
