/**
 * Letters about what one follows. They are put into words when they are sent: what was hidden meanwhile, read meanwhile
 * or is no longer wanted is not sent.
 */
import { createTranslator } from "use-intl/core";
import { db } from "#lib/db";
import type { Compose, Words } from "#lib/mail/deliver";
import { quiet, quietName } from "#lib/mail/quiet";
import { absolute, type LaterLetter } from "#lib/mail/send";
import { dayBefore } from "#lib/notices/morning";
import { findNotices } from "#lib/notices/queries";
import type { NoticeKind, NoticeMail } from "#lib/notices/schema";
import { byThread, DOUBTS, type NoticeView, saidOf } from "#lib/notices/view";
import { paths } from "#lib/paths";
import en from "#messages/en" with { type: "json" };
import { Prisma } from "../../prisma/generated/client.ts";

const t = createTranslator({ locale: "en-GB", messages: en, namespace: "notices" });

/** One notice, at once. */
export const letterOf = (reader: string, kind: NoticeKind, subject: string): LaterLetter => ({
  purpose: "notice",
  key: `notice ${reader} ${kind} ${subject}`,
  about: { reader, kind, subject },
});

/** A whole day of one class's threads, or of the public ones: two classes never share a letter. */
export const digestOf = (reader: string, day: string, classId: string | null): LaterLetter => ({
  purpose: "digest",
  key: `digest ${reader} ${day} ${classId ?? "public"}`,
  about: { reader, day, class: classId ?? "" },
});

interface Reader {
  to: string;
  key: string;
}

/** Where a person's letters go, if they want them so, and have shown that the address is theirs. */
async function findReader(id: string, mail: NoticeMail): Promise<Reader | null> {
  const person = await db().user.findFirst({
    where: { id, erasedAt: null, email: { not: null }, emailConfirmedAt: { not: null }, noticeSettings: { mail } },
    select: { email: true, noticeSettings: { select: { unsubscribeKey: true } } },
  });
  if (!person?.email || !person.noticeSettings) return null;
  return { to: person.email, key: person.noticeSettings.unsubscribeKey };
}

export const composeNotice: Compose = async ({ reader, kind, subject }) => {
  const to = await findReader(String(reader), "AT_ONCE");
  if (!to) return null;
  const which = Prisma.sql`n.read_at IS NULL AND n.kind = ${kind}::"NoticeKind" AND n.subject_id = ${subject}`;
  const [notice] = await findNotices(String(reader), which);
  return notice ? inWords(to, sayingOf(notice), [notice]) : null;
};

export const composeDigest: Compose = async ({ reader, day, class: classId }) => {
  const to = await findReader(String(reader), "DAILY");
  if (!to) return null;
  const { from, to: until } = dayBefore(String(day));
  const which = Prisma.sql`n.read_at IS NULL AND n.at > ${from} AND n.at <= ${until}
    AND t.class_id IS NOT DISTINCT FROM nullif(${classId}, '')`;
  const notices = await findNotices(String(reader), which);
  if (notices.length === 0) return null;
  return inWords(to, t("letter.digest", { count: notices.length }), notices);
};

/** What happened, in one line, with names and words as they may stand in a letter. */
function sayingOf(notice: NoticeView): string {
  const actor = notice.actor && { ...notice.actor, name: quietName(notice.actor) };
  const { said, values } = saidOf({ ...notice, actor });
  return t(`said.${said}`, { ...values, code: codeOf(notice) });
}

function codeOf({ kind, code }: NoticeView): string {
  const marks = en.arguments.marks as Record<string, string>;
  return DOUBTS.includes(kind) ? (marks[code ?? ""] ?? "") : (code ?? "");
}

function inWords({ to, key }: Reader, subject: string, notices: NoticeView[]): Words {
  const debates = byThread(notices).map(({ thread, notices }) =>
    [
      quiet(thread.question),
      ...notices.map((notice) => {
        const { id, claim } = notice.argument;
        return [sayingOf(notice), ...(claim === null ? [] : [`“${quiet(claim)}”`]), absolute(paths.argument(id))].join(
          "\n",
        );
      }),
    ].join("\n\n"),
  );
  const end = t("letter.end", { settings: absolute(paths.noticeSettings()), stop: absolute(paths.stopLetters(key)) });
  const text = `${[...debates, `-- \n${end}`].join("\n\n\n")}\n`;
  const [only] = notices.length === 1 ? notices : [];
  const about = only ? `${subject} · ${quiet(only.thread.question)}` : subject;
  return { to, subject: about, text, unsubscribe: paths.api.stopLetters(key) };
}
