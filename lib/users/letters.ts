/** The letters about one's account, put into words when they are sent. */
import { createTranslator } from "use-intl/core";
import { db } from "#lib/db";
import type { Compose } from "#lib/mail/deliver";
import { absolute } from "#lib/mail/send";
import { paths } from "#lib/paths";
import { drawLink, HOURS } from "#lib/users/sent-links";
import en from "#messages/en" with { type: "json" };

const t = createTranslator({ locale: "en-GB", messages: en, namespace: "account.letters" });

/** To whoever asked to be let in anew; nobody where there is no such person, or their address is not confirmed. */
export const composeReset: Compose = async ({ user }) => {
  const person = await db().user.findFirst({
    where: { id: String(user), erasedAt: null, email: { not: null }, emailConfirmedAt: { not: null } },
    select: { id: true, handle: true, email: true },
  });
  if (!person?.email) return null;
  const { id: userId, handle, email } = person;
  const secret = await drawLink(db(), { userId, purpose: "RESET_PASSWORD", email }, new Date());
  const link = absolute(paths.reset(secret));
  const text = t("reset.text", { handle, link, hours: HOURS.RESET_PASSWORD });
  return { to: email, subject: t("reset.subject"), text: `${text}\n`, unsubscribe: null };
};

/** To an address that somebody says is theirs. Where it is another's here already, they learn that, and nobody else does. */
export const composeConfirmation: Compose = async ({ user }) => {
  const asked = await db().sentLink.findUnique({
    where: { userId_purpose: { userId: String(user), purpose: "CONFIRM_ADDRESS" } },
    select: { email: true, user: { select: { id: true, handle: true } } },
  });
  if (!asked) return null;
  const { email, user: person } = asked;
  const owner = await db().user.findFirst({
    where: { email, emailConfirmedAt: { not: null }, id: { not: person.id } },
    select: { handle: true },
  });
  if (owner) {
    const text = t("known.text", { handle: owner.handle, link: absolute(paths.forgotten()) });
    return { to: email, subject: t("known.subject"), text: `${text}\n`, unsubscribe: null };
  }
  const secret = await drawLink(db(), { userId: person.id, purpose: "CONFIRM_ADDRESS", email }, new Date());
  const link = absolute(paths.confirmAddress(secret));
  const text = t("confirm.text", { handle: person.handle, link, hours: HOURS.CONFIRM_ADDRESS });
  return { to: email, subject: t("confirm.subject"), text: `${text}\n`, unsubscribe: null };
};

/** To the mailbox that an account has left, because its owner gave another or none; which one is not said. */
export function addressLeft(handle: string, removed: boolean) {
  const text = t(removed ? "left.removed" : "left.changed", { handle });
  return { purpose: "address-left", subject: t("left.subject"), text: `${text}\n\n${t("left.not")}\n` };
}
