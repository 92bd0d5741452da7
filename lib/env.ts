/**
 * What this process is told from outside, read once and checked. `.env.example` documents each variable.
 * Only what the served app needs stands here; the owner's address is read by the migrating command alone.
 */
import { z } from "zod";

const flag = z.enum(["0", "1"]).transform((value) => value === "1");

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .default("3000")
    .transform(Number),
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.string().min(1),
  SECRET: z.string().min(32),
  SIGN_UP: z.enum(["open", "invitation", "closed"]).default("open"),
  DEMO_SIGN_IN: flag.default(false),
  /** Where letters are handed over. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The address that letters come from. */
  MAIL_FROM: z.email().optional(),
  /** Whether letters are kept and shown at /dev/mail, on one's own machine, instead of being sent. */
  MAILBOX: flag.default(false),
  /** Files in plain text in which whoever runs the forum says the rules of use, and how they treat what is private. */
  RULES_FILE: z.string().min(1).optional(),
  PRIVACY_FILE: z.string().min(1).optional(),
  /** Where they are reached: an address of whatever kind, shown as it is. */
  CONTACT: z.string().trim().min(1).max(200).optional(),
  /** Whether the public log says in which role somebody judged, or also who. */
  LOG_NAMES: z.enum(["roles", "names"]).default("roles"),
  /** How many proxies stand before the app: so many hops of X-Forwarded-For are believed. */
  TRUSTED_PROXIES: z.string().regex(/^\d$/).default("0").transform(Number),
  /** Long enough to reread, short enough that answers answer what they quote. */
  EDIT_MINUTES: z
    .string()
    .regex(/^\d{1,5}$/)
    .default("60")
    .transform(Number),
});

export type Env = z.infer<typeof environment> & { APP_URL: string };

let read: Env | undefined;

/** The environment; throws one sentence that names each variable that is missing or wrong. */
export function env(): Env {
  if (read) return read;
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join(".")).join(", ");
    throw new Error(`Missing or wrong in the environment: ${names}. See .env.example.`);
  }
  const appUrl = parsed.data.APP_URL ?? `http://localhost:${parsed.data.PORT}`;
  read = { ...parsed.data, APP_URL: appUrl.replace(/\/+$/, "") };
  return read;
}
