/** How posts are let into a thread, at a moment: the mode in force and what is to follow it. Pure. */
import type { Prisma } from "../../prisma/generated/client.ts";
import type { ThreadMode } from "../../prisma/generated/enums.ts";

/** In the order in which they are offered: the more freely one may post, the earlier. */
export const MODES = [
  "OPEN",
  "OPEN_QUIET",
  "SLOW",
  "FIRST_N_APPROVED",
  "ALL_APPROVED",
  "SUGGESTIONS",
  "LOCKED",
  "ARCHIVED",
] as const;

/** Of a thread for which nobody says otherwise: what is said stands at once, and is told to nobody before it was read. */
export const OPENED_AS: ThreadMode = "OPEN_QUIET";

/** Less than this nobody notices, more than a week is a locked thread. */
export const SLOW_SECONDS = { min: 5, max: 604_800 } as const;
/** Whoever was read twenty times is known. */
export const FIRST_POSTS = { min: 1, max: 20 } as const;

/** As a thread's row has it. */
export interface ModeRow {
  mode: ThreadMode;
  slowSeconds: number;
  firstPosts: number;
  nextMode: ThreadMode | null;
  nextAt: Date | null;
}

/** The part of a query that `modeAt` needs. */
export const MODE = {
  mode: true,
  slowSeconds: true,
  firstPosts: true,
  nextMode: true,
  nextAt: true,
} as const satisfies Prisma.ThreadSelect;

export interface ModeNow {
  mode: ThreadMode;
  /** Between two posts of one person, where the thread is slow. */
  slowSeconds: number;
  /** How many of a person's posts a moderator reads before the later ones stand at once. */
  firstPosts: number;
  /** What is to follow, ISO 8601. */
  next: { mode: ThreadMode; at: string } | null;
}

/** What holds at a moment: a change whose hour has come holds although nobody has written it down yet. */
export function modeAt({ mode, slowSeconds, firstPosts, nextMode, nextAt }: ModeRow, at: Date): ModeNow {
  const settings = { slowSeconds, firstPosts };
  if (nextMode === null || nextAt === null) return { mode, ...settings, next: null };
  if (nextAt.getTime() <= at.getTime()) return { mode: nextMode, ...settings, next: null };
  return { mode, ...settings, next: { mode: nextMode, at: nextAt.toISOString() } };
}

/** Whether nothing is added by anybody. */
export const isClosed = (mode: ThreadMode): boolean => mode === "LOCKED" || mode === "ARCHIVED";
