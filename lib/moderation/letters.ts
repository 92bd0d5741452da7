/** The letter to somebody who was silenced or suspended, put into words when it is sent. */
import { createTranslator } from "use-intl/core";
import { db } from "#lib/db";
import type { Compose } from "#lib/mail/deliver";
import { quiet } from "#lib/mail/quiet";
import { absolute, type LaterLetter } from "#lib/mail/send";
import { paths } from "#lib/paths";
import { momentOf } from "#lib/users/policy";
import en from "#messages/en" with { type: "json" };

const t = createTranslator({ locale: "en-GB", messages: en, namespace: "sanctions" });

export const SANCTION_LETTER = "sanction";

export const letterOfSanction = (id: string): LaterLetter => ({
  purpose: SANCTION_LETTER,
  key: `${SANCTION_LETTER}:${id}`,
  about: { sanction: id },
});

/** Nobody where it was lifted meanwhile, or the person has no confirmed address. */
export const composeSanction: Compose = async ({ sanction: id }) => {
  const sanction = await db().sanction.findFirst({
    where: { id: String(id), liftedAt: null, user: { erasedAt: null, emailConfirmedAt: { not: null } } },
    select: { kind: true, note: true, untilAt: true, reason: true, user: { select: { email: true } } },
  });
  if (!sanction?.user.email) return null;
  const { kind, note, untilAt, reason, user } = sanction;
  const until = momentOf(untilAt?.toISOString() ?? null);
  const words = [
    t(`means.${kind}`),
    t("until", { until }),
    t("because", { why: reason.sentence, code: reason.code }),
    ...(note ? [t("note", { note: quiet(note) })] : []),
    t("letter.appeal", { link: absolute(paths.ownSanction()) }),
  ];
  return { to: user.email ?? "", subject: t(`letter.${kind}`), text: `${words.join("\n\n")}\n`, unsubscribe: null };
};
