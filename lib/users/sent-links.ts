/**
 * Links that are sent by letter. Each opens one thing once, for a while; a newer one of its kind makes the older one void.
 * The secret is drawn when the letter is put into words, and only its hash is kept: no row, no job and no log holds it.
 */
import { randomBytes } from "node:crypto";
import { db, type Tx } from "#lib/db";
import { sendMailLater } from "#lib/mail/send";
import { newId } from "#lib/text/id";
import { hashOf } from "#lib/users/queries";
import { Refused } from "#lib/verdict";
import type { LinkPurpose } from "../../prisma/generated/enums.ts";

const HOUR_MS = 3_600_000;
/** A password is reset by whoever sits before their mailbox; an address is confirmed when its owner next looks there. */
export const HOURS: Record<LinkPurpose, number> = { RESET_PASSWORD: 1, CONFIRM_ADDRESS: 48 };

/** The letter's purpose, for each kind of link. */
export const LETTERS = { CONFIRM_ADDRESS: "confirm-address", RESET_PASSWORD: "reset-password" } as const;

type Links = Pick<Tx, "sentLink">;

/** A secret for a link that takes the place of any before it. */
export async function drawLink(
  tx: Links,
  { userId, purpose, email }: { userId: string; purpose: LinkPurpose; email: string },
  at: Date,
): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  const link = {
    hash: hashOf(secret),
    email,
    askedAt: at,
    expiresAt: new Date(at.getTime() + HOURS[purpose] * HOUR_MS),
  };
  await tx.sentLink.upsert({
    where: { userId_purpose: { userId, purpose } },
    create: { userId, purpose, ...link },
    update: link,
  });
  return secret;
}

/** Whose link this is, while it opens something. */
export function findLink(tx: Links, purpose: LinkPurpose, secret: string, at: Date) {
  return tx.sentLink.findFirst({
    where: { hash: hashOf(secret), purpose, expiresAt: { gt: at }, user: { erasedAt: null } },
    select: { email: true, user: { select: { id: true, handle: true } } },
  });
}

/**
 * Uses a link up; of two who use it at once, one does.
 * @throws Refused "link-void"
 */
export async function takeLink(
  tx: Links,
  purpose: LinkPurpose,
  secret: string,
  userId: string,
  at: Date,
): Promise<void> {
  const { count } = await tx.sentLink.deleteMany({
    where: { hash: hashOf(secret), purpose, userId, expiresAt: { gt: at } },
  });
  if (count === 0) throw linkVoid();
}

export const linkVoid = () => new Refused("link-void", { ground: "forbidden" });

/** Forgets links whose time is over, and with them addresses that nobody has confirmed: they may be anybody's. */
export async function forgetOverLinks(): Promise<void> {
  await db().$executeRaw`DELETE FROM sent_links WHERE expires_at <= now()`;
}

/** Asks an address, by letter, whether it is this person's. What stands in the letter is found when it is sent. */
export async function askByLetter(tx: Tx, userId: string, email: string, at: Date): Promise<void> {
  await drawLink(tx, { userId, purpose: "CONFIRM_ADDRESS", email }, at);
  await sendMailLater(tx, [{ purpose: LETTERS.CONFIRM_ADDRESS, key: newId(), about: { user: userId } }]);
}
