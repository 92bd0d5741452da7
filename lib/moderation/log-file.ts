/** The log as a table: the same entries as its page, and no more of each. Pure. */
import type { LogEntry } from "#lib/moderation/queries/log";
import { table } from "#lib/text/csv";

const NAMES = ["at", "act", "reason", "policy", "role", "by", "thread", "question", "argument"] as const;

export const csvOf = (entries: readonly LogEntry[]): string =>
  table(
    NAMES,
    entries.map(({ at, act, code, policy, role, by, thread, argument }) => ({
      at,
      act,
      reason: code,
      policy,
      role: role.toLowerCase(),
      by: by?.name,
      thread: thread?.slug,
      question: thread?.question,
      argument: argument?.number,
    })),
  );
