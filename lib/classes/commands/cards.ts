/** Login cards: on paper, for one use. */
import { randomBytes } from "node:crypto";
import { foldCode } from "#lib/classes/join-code";
import { mayTeach } from "#lib/classes/policy";
import { reachClass } from "#lib/classes/reach";
import { CARD_DAYS, type MakeCards, type OpenByCard } from "#lib/classes/schema";
import { transact } from "#lib/db";
import { record } from "#lib/events/record";
import { giveBack, spend } from "#lib/users/limits";
import { flawOfPassword, hashPassword } from "#lib/users/password";
import { hashOf } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";
import { must, Refused } from "#lib/verdict";

const DAY_MS = 86_400_000;
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** 12 × 5 = 60 random bits: whoever holds one is somebody, so it is longer than a class's code. */
const SECRET_LENGTH = 12;

const newSecret = () => Array.from(randomBytes(SECRET_LENGTH), (byte) => ALPHABET[byte & 31]).join("");
/** In groups of four, as one copies it from paper. */
const shown = (secret: string) => secret.replace(/.{4}(?=.)/g, "$&-").toUpperCase();

export interface Card {
  handle: string;
  /** What the pupil is called. */
  name: string;
  /** Said this once; stored is its hash. */
  secret: string;
}

/**
 * Makes cards for pupils of the class whose accounts were made for it: those who are named, or all who have no password
 * yet. The card before, the password and every session end with it: so a teacher helps who has forgotten theirs.
 */
export async function makeCards(viewer: Person, slug: string, { handles }: MakeCards): Promise<Card[]> {
  return transact(async (tx, at) => {
    const reached = await reachClass(tx, viewer, slug);
    must(mayTeach(viewer, reached));
    const accounts = await tx.madeAccount.findMany({
      where: {
        classId: reached.id,
        user: {
          // Whom a learning platform brings, it lets in, and perhaps to other classes as well.
          ltiSubject: null,
          ...(handles ? { handle: { in: handles } } : { credential: null }),
          enrolled: { some: { classId: reached.id, removedAt: null, role: "STUDENT" } },
        },
      },
      orderBy: { name: "asc" },
      select: { userId: true, name: true, user: { select: { handle: true } } },
    });
    // Whoever came with an account of their own is nobody's to let in.
    if (handles && accounts.length < new Set(handles).size) throw new Refused("not-made-here", { ground: "forbidden" });
    if (accounts.length === 0) return [];
    const ids = accounts.map(({ userId }) => userId);
    await tx.credential.deleteMany({ where: { userId: { in: ids } } });
    await tx.apiToken.updateMany({ where: { userId: { in: ids }, revokedAt: null }, data: { revokedAt: at } });
    await tx.session.updateMany({ where: { userId: { in: ids }, endedAt: null }, data: { endedAt: at } });
    await tx.loginCard.deleteMany({ where: { userId: { in: ids } } });
    const cards = accounts.map(({ userId, name, user: { handle } }) => ({ userId, name, handle, secret: newSecret() }));
    const expiresAt = new Date(at.getTime() + CARD_DAYS * DAY_MS);
    await tx.loginCard.createMany({
      data: cards.map(({ userId, secret }) => ({
        userId,
        hash: hashOf(secret),
        madeById: viewer.id,
        madeAt: at,
        expiresAt,
      })),
    });
    const happening = { stream: "site", classId: reached.id, actorId: viewer.id, at };
    await record(tx, { ...happening, kind: "cards.made", subjects: { class: reached.id, users: ids } });
    return cards.map(({ name, handle, secret }) => ({ name, handle, secret: shown(secret) }));
  });
}

/**
 * Opens an account with its card and gives it a password; the card is used up. Wrong, used, replaced and ended cards are
 * refused alike.
 * @throws Refused "card-void", "too-many", or what is wrong with the password
 */
export async function openByCard(
  { secret, newPassword }: OpenByCard,
  network: string,
): Promise<{ handle: string; slug: string }> {
  await spend("card", network);
  const passwordHash = await hashPassword(newPassword);
  const used = await transact(async (tx, at) => {
    const [card] = await tx.$queryRaw<{ id: string; handle: string; slug: string; classId: string }[]>`
      SELECT u.id, u.handle, c.slug, c.id AS "classId" FROM login_cards l
        JOIN made_accounts m ON m.user_id = l.user_id JOIN classes c ON c.id = m.class_id JOIN users u ON u.id = l.user_id
        JOIN enrolments e ON e.class_id = c.id AND e.user_id = u.id AND e.removed_at IS NULL
      WHERE l.hash = ${hashOf(foldCode(secret))} AND l.expires_at > ${at} AND u.erased_at IS NULL FOR UPDATE OF l`;
    if (!card) throw new Refused("card-void", { ground: "forbidden", details: { field: "secret" } });
    const { id: userId, handle, slug, classId } = card;
    const flaw = flawOfPassword(newPassword, handle);
    if (flaw) throw new Refused(flaw, { details: { field: "newPassword" } });
    await tx.loginCard.delete({ where: { userId } });
    await tx.credential.create({ data: { userId, passwordHash, changedAt: at } });
    const subjects = { class: classId, user: userId };
    await record(tx, { stream: "site", classId, actorId: userId, kind: "card.used", subjects, at });
    return { handle, slug };
  });
  await giveBack("card", network);
  return used;
}
