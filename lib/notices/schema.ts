/** What may come in about following and being told. */
import { z } from "zod";

const id = z.string({ error: "bad-id" }).regex(/^[a-z0-9]{1,32}$/, "bad-id");
const slug = z.string({ error: "bad-id" }).regex(/^[a-z0-9-]{1,120}$/, "bad-id");

export const MAILS = ["AT_ONCE", "DAILY", "NONE"] as const;
export type NoticeMail = (typeof MAILS)[number];

const ticked = z.literal("1").optional();

export const settingNotices = z
  .object({ mail: z.enum(MAILS, "field-unfit"), watchOwn: ticked, answers: ticked })
  .transform(({ mail, watchOwn, answers }) => ({ mail, watchOwn: watchOwn === "1", answers: answers === "1" }));
export type NoticeWishes = z.infer<typeof settingNotices>;

/** A thread, or an argument of it and all below. */
export const followingThread = z.object({ slug, follow: z.enum(["watch", "unwatch"]) });
export const followingArgument = z.object({
  id,
  follow: z.enum(["watch", "unwatch", "bookmark", "unbookmark"]),
  back: z.enum(["bookmarks"]).optional(),
});

export const keying = z.object({ key: z.string({ error: "bad-id" }).regex(/^[a-z0-9]{32}$/, "bad-id") });

export const KINDS = [
  "POSTED",
  "LINKED",
  "APPROVED",
  "REFUSED",
  "MARKED",
  "REMOVED",
  "MOVED",
  "ORPHANED",
  "HIDDEN",
  "RESTORED",
  "CHANGES",
  "MENDED",
  "CHALLENGED",
  "ANSWERED",
  "RULED",
  "APPEAL_REFUSED",
  "WAITING",
  "MERGED",
  "TOOK_IN",
  "CARRIED",
  "RATE_AGAIN",
  "UNMERGED",
  "WORDING_OFFERED",
  "WORDING_TAKEN",
  "WORDING_DECLINED",
  "SPLIT_OFFERED",
  "SPLIT_TAKEN",
  "SPLIT_DECLINED",
] as const;
export type NoticeKind = (typeof KINDS)[number];
export type NoticeCause = "OWN" | "ANSWER" | "BRANCH" | "THREAD";

export const naming = z.object({
  kind: z.enum(KINDS, "bad-id"),
  subject: z.string({ error: "bad-id" }).regex(/^[a-z0-9:]{1,80}$/, "bad-id"),
});

const CLASS_KINDS = [
  "GRADES_RELEASED",
  "GRADES_WITHHELD",
  "PEERS_ASKED",
  "PEERS_RELEASED",
  "PEERS_REPORTED",
  "CODE_FULL",
] as const;
export const namingOfClass = z.object({
  kind: z.enum(CLASS_KINDS, "bad-id"),
  subject: z.string({ error: "bad-id" }).regex(/^[a-z0-9]{1,32}$/, "bad-id"),
});

/** Where a page of notices ends: its last one, and whether that was unread then. */
export interface NoticePlace {
  unread: boolean;
  /** ISO 8601. */
  at: string;
  subject: string;
  kind: NoticeKind;
}

/** A place as an address says it, and back. */
export const placeInAddress = ({ unread, at, subject, kind }: NoticePlace): string =>
  [unread ? "u" : "r", Date.parse(at), subject, kind].join(".");
export const noticePlace = z
  .string()
  .regex(/^[ur]\.\d{1,14}\.[a-z0-9:]{1,80}\.[A-Z]{1,20}$/)
  .transform((text, context) => {
    const [read, ms, subject = "", kind] = text.split(".");
    const parsed = z.enum(KINDS).safeParse(kind);
    if (parsed.success)
      return { unread: read === "u", at: new Date(Number(ms)).toISOString(), subject, kind: parsed.data };
    context.addIssue("bad-id");
    return z.NEVER;
  });

/** The moment at which many were marked, by which they are unmarked. */
export const undoing = z.object({ at: z.iso.datetime("bad-id") });

/** What the API's verbs take: nothing but the wish itself. */
export const noInput = z.strictObject({});
