/** Letters about what one follows: to whom, when, and what they may say. */
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { db } from "#lib/db";
import { removeArgument } from "#lib/moderation/commands";
import * as notices from "#lib/notices/commands";
import { writeDigests } from "#lib/notices/digest";
import { digestOf } from "#lib/notices/letters";
import { dayBefore, nextMorning } from "#lib/notices/morning";
import type { Jobs } from "#lib/queue/queues";
import { newId } from "#lib/text/id";
import type { Person } from "#lib/users/viewer";
import { works } from "#lib/works";
import { refusal } from "../../support/island.ts";
import { asOwner, jobs } from "../../support/queue.ts";
import { startSmtp } from "../../support/smtp.ts";
import { anArgument, aSource, aThread, person } from "../../support/world.ts";

const smtp = await startSmtp();
process.env.SMTP_URL = smtp.url;
process.env.APP_URL = "https://grounds.example";

const yuki = await person("yuki");
const farid = await person("farid");
const naledi = await person("naledi");
const signe = await person("signe");
const source = await aSource(naledi);
const { day, at: morning } = nextMorning(new Date());

let thread: string;
let first: string;

/** Does what the queue was asked for, the letters too. */
async function work(names: (keyof Jobs)[] = ["notices", "mail"]): Promise<void> {
  for (const name of names)
    for (const { data } of (await jobs()).filter((job) => job.name === name && job.state === "created")) {
      await asOwner(`DELETE FROM pgboss.job WHERE name = '${name}' AND data = '${JSON.stringify(data)}'`);
      await works[name].act([data as never]);
    }
}

const wants = (who: Person, mail: "AT_ONCE" | "DAILY" | "NONE") =>
  notices.wishNotices(who, { mail, watchOwn: true, answers: true });
const answer = async (other = {}) =>
  (await anArgument(farid, thread, source, { parent: first, stance: "CON", ...other })).id;
const address = (who: Person, email: string | null, confirmed = true) =>
  db().user.update({ where: { id: who.id }, data: { email, emailConfirmedAt: confirmed ? new Date() : null } });

beforeEach(async () => {
  await db().notice.deleteMany();
  await db().noticeSettings.deleteMany();
  await db().mail.deleteMany();
  await db().user.update({ where: { id: farid.id }, data: { name: "Farid Haddad" } });
  await address(yuki, "yuki@mail.example");
  thread = await aThread(naledi, source);
  first = (await anArgument(yuki, thread, source)).id;
  await db().$executeRaw`DELETE FROM pgboss.job`;
  smtp.taken.length = 0;
  smtp.mood("takes");
});
afterAll(() => smtp.stop());

/** The text as it was written, without what its encoding did to it. */
function textOf({ raw, headers }: { raw: string; headers: Record<string, string> }): string {
  const body = raw.slice(raw.indexOf("\r\n\r\n") + 4);
  const encoding = headers["content-transfer-encoding"];
  if (encoding === "base64") return Buffer.from(body, "base64").toString();
  if (encoding !== "quoted-printable") return body;
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}
const subjectOf = ({ headers }: { headers: Record<string, string> }): string =>
  (headers.subject ?? "").replace(/=\?UTF-8\?[QB]\?([^?]*)\?= ?/gi, (whole, text: string) =>
    /\?B\?/i.test(whole)
      ? Buffer.from(text, "base64").toString()
      : Buffer.from(
          text.replace(/_/g, " ").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
          "latin1",
        ).toString(),
  );

describe("a letter about a notice", () => {
  test("leaves at once where one wants it so, says who did what and where, and how to stop it", async () => {
    await wants(yuki, "AT_ONCE");
    const id = await answer({ claim: "It was announced far too late." });
    await work();
    expect(smtp.taken).toHaveLength(1);
    const [letter] = smtp.taken;
    if (!letter) throw new Error("none came");
    const { unsubscribeKey: key } = await db().noticeSettings.findUniqueOrThrow({ where: { userId: yuki.id } });
    expect(subjectOf(letter)).toMatch(/^Farid Haddad opposes your #1 · Should the harbour/);
    const text = textOf(letter);
    expect(text).toContain("“It was announced far too late.”");
    expect(text).toContain(`https://grounds.example/a/${id}`);
    expect(text).toContain(`https://grounds.example/unsubscribe/${key}`);
    expect(letter.headers["list-unsubscribe"]).toBe(`<https://grounds.example/api/unsubscribe/${key}>`);
    expect(letter.headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
    expect(letter.to).toEqual(["yuki@mail.example"]);
  });

  test("is not sent where what it tells of was hidden before", async () => {
    await wants(yuki, "AT_ONCE");
    const removed = await answer();
    const withdrawn = await answer();
    const shown = await answer();
    await work(["notices"]);
    await removeArgument(signe, removed, { code: "off-topic", note: null });
    await withdrawArgument(farid, withdrawn, null);
    await work(["mail"]);
    expect(smtp.taken.map(textOf).map((text) => /\/a\/(\w+)/.exec(text)?.[1])).toEqual([shown]);
    expect(await db().mail.count({ where: { droppedAt: { not: null } } })).toBe(2);
  });

  test("is not sent where it was read, or is wanted no longer", async () => {
    await wants(yuki, "AT_ONCE");
    const subject = await answer();
    await work(["notices"]);
    await notices.readNotice(yuki, { kind: "POSTED", subject });
    await work(["mail"]);
    await answer();
    await work(["notices"]);
    await wants(yuki, "NONE");
    await work(["mail"]);
    expect(smtp.taken).toEqual([]);
  });

  test("goes to no address that nobody has confirmed, nor to a new one in its place", async () => {
    await wants(yuki, "AT_ONCE");
    await address(yuki, "yuki@mail.example", false);
    await answer();
    await work();
    await address(yuki, "yuki@mail.example");
    await answer();
    await work(["notices"]);
    await db().user.update({ where: { id: yuki.id }, data: { email: "other@mail.example" } });
    await work(["mail"]);
    expect(smtp.taken).toEqual([]);
  });

  test.each(["evil.example/login", "Ann\r\nBcc: x@y.example", "<x@y>", "https://evil.example"])(
    "says the handle where a name could be taken for something else: %j",
    async (name) => {
      await wants(yuki, "AT_ONCE");
      await db().user.update({ where: { id: farid.id }, data: { name } });
      await answer();
      await work();
      const [letter] = smtp.taken;
      if (!letter) throw new Error("none came");
      expect(subjectOf(letter)).toMatch(/^@farid opposes your #1/);
      expect(letter.headers.bcc).toBeUndefined();
      expect(textOf(letter)).not.toMatch(/evil|x@y/);
    },
  );

  test("names people as the page does then: who has left is no longer named", async () => {
    await wants(yuki, "AT_ONCE");
    await answer();
    await work(["notices"]);
    await db().user.update({ where: { id: farid.id }, data: { name: "deleted 7" } });
    await work(["mail"]);
    expect(smtp.taken[0] && textOf(smtp.taken[0])).toContain("deleted 7");
    expect(smtp.taken[0]?.raw).not.toContain("Farid");
  });

  test("holds no address but the site's own, whatever people wrote", async () => {
    await wants(yuki, "AT_ONCE");
    await answer({ claim: "See https://tracker.example/x.gif and www.tracker.example today." });
    await work();
    const text = smtp.taken[0] ? textOf(smtp.taken[0]) : "";
    expect(text).toContain("“See […] and […] today.”");
    for (const address of text.match(/\w+:\/\/[^\s/]+/g) ?? []) expect(address).toBe("https://grounds.example");
    expect(smtp.taken[0]?.headers["content-type"]).toMatch(/^text\/plain/);
  });

  test("waits while the mail server is away and is sent once when it is back", async () => {
    await wants(yuki, "AT_ONCE");
    await answer();
    await work(["notices"]);
    const [asked] = (await jobs()).filter(({ name }) => name === "mail");
    const { mail } = (asked?.data ?? {}) as { mail: string };
    smtp.mood("busy");
    await expect(works.mail.act([{ mail }])).rejects.toThrow();
    await expect(works.mail.act([{ mail }])).rejects.toThrow();
    smtp.mood("takes");
    await works.mail.act([{ mail }]);
    await works.mail.act([{ mail }]);
    expect(smtp.taken).toHaveLength(1);
    expect(await db().mail.findUniqueOrThrow({ where: { id: mail } })).toMatchObject({
      attempts: 3,
      toAddress: null,
      text: null,
    });
  });
});

describe("a daily letter", () => {
  const told = async () => {
    await answer({ claim: "The first of the day." });
    await answer({ claim: "The second of the day." });
    await work(["notices"]);
    expect(smtp.taken).toEqual([]);
  };

  test("tells of a whole day, once, of nothing hidden or read meanwhile; it is what one gets who asked for nothing else", async () => {
    await told();
    await writeDigests({ day });
    await writeDigests({ day });
    const hidden = await db().argument.findFirstOrThrow({
      where: { currentRevision: { claim: "The second of the day." }, thread: { slug: thread } },
    });
    await withdrawArgument(farid, hidden.id, null);
    await work(["mail"]);
    expect(smtp.taken).toHaveLength(1);
    const [letter] = smtp.taken;
    expect(letter && subjectOf(letter)).toMatch(/^One new/);
    expect(letter && textOf(letter)).toContain("The first of the day.");
    expect(letter && textOf(letter)).not.toContain("The second of the day.");
    expect(letter?.headers["list-unsubscribe"]).toMatch(
      /^<https:\/\/grounds\.example\/api\/unsubscribe\/[a-z0-9]{32}>$/,
    );
  });

  test("is not written for a day on which nothing happened, nor for who wants none or theirs at once", async () => {
    await told();
    await db().noticeSettings.deleteMany();
    await wants(yuki, "NONE");
    await writeDigests({ day });
    await wants(yuki, "AT_ONCE");
    await writeDigests({ day });
    await wants(yuki, "DAILY");
    await writeDigests({ day: nextMorning(morning).day });
    await work(["mail"]);
    expect(smtp.taken).toEqual([]);
  });

  test("never holds two classes' debates, and none of a class that one is not in", async () => {
    expect(digestOf("r", day, "a").key).not.toBe(digestOf("r", day, "b").key);
    await told();
    const id = newId();
    await db().class.create({ data: { id, slug: id, name: "3b" } });
    const other = await aThread(naledi, source);
    const mine = await anArgument(yuki, other, source);
    await anArgument(farid, other, source, { parent: mine.id, stance: "CON", claim: "Only the class may read this." });
    await work(["notices"]);
    await asOwner(`UPDATE threads SET class_id = '${id}' WHERE slug = '${other}'`);
    await writeDigests({ day });
    // As if it had been written for the class before that.
    await works.mail.act([{ mail: (await late(digestOf(yuki.id, day, id))).id }]);
    await work(["mail"]);
    expect(smtp.taken).not.toEqual([]);
    for (const letter of smtp.taken.map(textOf)) {
      expect(letter).not.toContain("Only the class");
    }
    await asOwner(`UPDATE threads SET class_id = NULL WHERE slug = '${other}'`);
  });

  const late = ({ purpose, key, about }: ReturnType<typeof digestOf>) =>
    db().mail.create({ data: { id: newId(), purpose, key, about } });
});

describe("the way to stop letters", () => {
  const key = async () => (await db().noticeSettings.findUniqueOrThrow({ where: { userId: yuki.id } })).unsubscribeKey;

  test("stops one person's letters and does nothing else, twice as once", async () => {
    await wants(yuki, "AT_ONCE");
    const old = await key();
    await notices.stopLetters(old);
    await notices.stopLetters(old);
    expect(await db().noticeSettings.findMany()).toMatchObject([
      { userId: yuki.id, mail: "NONE", watchOwn: true, answers: true },
    ]);
  });

  test("is void once its person has turned letters on again", async () => {
    await wants(yuki, "AT_ONCE");
    const old = await key();
    await notices.stopLetters(old);
    await wants(yuki, "DAILY");
    expect(await refusal(notices.stopLetters(old))).toBe("missing");
    expect((await db().noticeSettings.findFirstOrThrow()).mail).toBe("DAILY");
  });

  test("is nobody's to guess", async () => {
    expect(await refusal(notices.stopLetters("0".repeat(32)))).toBe("missing");
  });
});

test("a morning follows a moment, and a day ends with it", () => {
  expect(nextMorning(new Date("2026-11-22T05:59:59Z")).day).toBe("2026-11-22");
  expect(nextMorning(new Date("2026-11-22T06:00:00Z")).day).toBe("2026-11-23");
  expect(dayBefore("2026-11-23")).toEqual({
    from: new Date("2026-11-22T06:00:00Z"),
    to: new Date("2026-11-23T06:00:00Z"),
  });
});
