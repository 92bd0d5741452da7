/** What is told of in the public log. */
export const LOGGED = [
  "removed",
  "hidden",
  "restored",
  "merged",
  "unmerged",
  "refused",
  "returned",
  "upheld",
  "granted",
  "ruled",
  "silence",
  "suspension",
  "lifted",
  "mode",
  "policy",
] as const;
export type Logged = (typeof LOGGED)[number];
