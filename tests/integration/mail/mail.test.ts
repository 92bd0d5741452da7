/** Letters: written with the act, sent once, whatever the mail server and the worker do. */
import { spawn } from "node:child_process";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { db, transact } from "#lib/db";
import { deliver, TRIES } from "#lib/mail/deliver";
import { type Letter, sendMail, sendMailLater } from "#lib/mail/send";
import { startWorker, type Worker } from "#lib/queue/worker";
import { works } from "#lib/works";
import { root } from "../../../bin/first-run/folders.mjs";
import { jobs, timePasses, until } from "../../support/queue.ts";
import { startSmtp } from "../../support/smtp.ts";

const smtp = await startSmtp();
process.env.SMTP_URL = smtp.url;
process.env.APP_URL = "https://grounds.example";

const LETTER: Letter = { to: "yuki@mail.example", subject: "A word", text: "Hello.\n", purpose: "test" };
const write = (letter: Partial<Letter> = {}) => transact((tx) => sendMail(tx, { ...LETTER, ...letter }));
const mails = () => db().mail.findMany({ orderBy: { createdAt: "asc" } });
const work = () => startWorker(process.env.DATABASE_URL ?? "", works);

let worker: Worker | undefined;

beforeEach(() => {
  smtp.mood("takes");
  smtp.taken.length = 0;
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await db().mail.deleteMany();
  await db().$executeRaw`DELETE FROM pgboss.job`;
});
afterAll(() => smtp.stop());

/** Sends the oldest letter as its job would. */
async function sendFirst(): Promise<void> {
  const [mail] = await mails();
  await deliver({ mail: mail?.id ?? "" }, {});
}

describe("a letter", () => {
  test("is written and asked for with the act", async () => {
    await write();
    expect(await mails()).toHaveLength(1);
    expect(await jobs()).toMatchObject([{ name: "mail", state: "created" }]);
  });

  test("of an act that is rolled back was never written, and nobody is asked to send it", async () => {
    const act = transact(async (tx) => {
      await sendMail(tx, LETTER);
      throw new Error("changed my mind");
    });
    await expect(act).rejects.toThrow("changed my mind");
    expect([await mails(), await jobs()]).toEqual([[], []]);
  });

  test("is sent after the commit, and keeps none of its words", async () => {
    worker = work();
    await write();
    await until(() => smtp.taken.length > 0);
    expect(smtp.taken[0]).toMatchObject({ from: "no-reply@grounds.example", to: ["yuki@mail.example"] });
    expect(smtp.taken[0]?.headers).toMatchObject({ subject: "A word", "auto-submitted": "auto-generated" });
    await until(async () => (await mails())[0]?.sentAt !== null);
    expect(await mails()).toMatchObject([{ toAddress: null, subject: null, text: null, unsubscribe: null }]);
  });

  test("asked for twice with one key is one letter", async () => {
    await write({ key: "reset 1" });
    await write({ key: "reset 1" });
    expect([(await mails()).length, (await jobs()).length]).toEqual([1, 1]);
  });

  test("whose job comes twice is sent once", async () => {
    await write();
    await sendFirst();
    await sendFirst();
    expect(smtp.taken).toHaveLength(1);
  });

  test("says nothing in a header but what it was given: line breaks end there", async () => {
    await write({ subject: "Hello\r\nBcc: everybody@mail.example\r\n\r\nbody" });
    await sendFirst();
    expect(smtp.taken[0]?.headers.bcc).toBeUndefined();
    expect(smtp.taken[0]?.headers.subject).toBe("Hello Bcc: everybody@mail.example body");
    expect(smtp.taken[0]?.to).toEqual(["yuki@mail.example"]);
  });

  test.each([
    "a@b.example, c@d.example",
    "a@b.example\r\nBcc: c@d.example",
    "<a@b.example>",
    '"a b"@c.example',
    "x@a.example, <a href=//evil>Click</a>",
    "nobody",
  ])("goes to one address and to nothing that could be read as two: %j", async (to) => {
    await expect(write({ to })).rejects.toThrow("one address");
  });

  test("names where one click stops its kind, by the site's own address", async () => {
    await write({ unsubscribe: "/api/unsubscribe/abc" });
    await sendFirst();
    expect(smtp.taken[0]?.headers).toMatchObject({
      "list-unsubscribe": "<https://grounds.example/api/unsubscribe/abc>",
      "list-unsubscribe-post": "List-Unsubscribe=One-Click",
    });
  });

  test("is plain text and holds no address of anybody else", async () => {
    await write({ text: "Read https://grounds.example/t/x\n" });
    await sendFirst();
    const { raw = "", headers } = smtp.taken[0] ?? {};
    expect(headers?.["content-type"]).toMatch(/^text\/plain/);
    expect(raw.match(/https?:\/\/[^\s>]*/g)).toEqual(["https://grounds.example/t/x"]);
  });

  test("that is put into words when it is sent says what is true then, or nothing", async () => {
    await transact((tx) =>
      sendMailLater(tx, [
        { purpose: "later", key: "1", about: { reader: "said" } },
        { purpose: "later", key: "2", about: { reader: "silent" } },
      ]),
    );
    for (const { id } of await mails())
      await deliver(
        { mail: id },
        { later: async ({ reader }) => (reader === "said" ? { ...LETTER, unsubscribe: null } : null) },
      );
    expect(smtp.taken).toHaveLength(1);
    expect((await mails()).map(({ sentAt, droppedAt }) => [sentAt !== null, droppedAt !== null])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});

describe("where the mail server", () => {
  test("is away, the letter waits and is sent once when it is back; nobody waits meanwhile", async () => {
    smtp.mood("busy");
    worker = work();
    const began = performance.now();
    await write();
    expect(performance.now() - began).toBeLessThan(5_000);
    await until(async () => (await jobs())[0]?.state === "retry");
    expect(smtp.taken).toHaveLength(0);
    smtp.mood("takes");
    await worker.stop();
    await timePasses();
    worker = work();
    await until(() => smtp.taken.length > 0);
    await until(async () => (await jobs())[0]?.state === "completed");
    expect(smtp.taken).toHaveLength(1);
  });

  test("hangs, whoever acts does not, and the letter is tried again", async () => {
    smtp.mood("hangs");
    worker = work();
    const before = smtp.calls();
    const began = performance.now();
    await write();
    expect(performance.now() - began).toBeLessThan(5_000);
    await until(() => smtp.calls() > before);
    await until(async () => (await jobs())[0]?.state === "retry").catch(() => {});
    // Its greeting is waited for ten seconds.
    await until(async () => (await jobs())[0]?.state === "retry");
    expect((await mails())[0]).toMatchObject({ sentAt: null, parkedAt: null, attempts: 1 });
  }, 30_000);

  test("refuses a letter for good, it is given up at once and its words are forgotten", async () => {
    smtp.mood("refuses");
    await write();
    await sendFirst();
    expect(await mails()).toMatchObject([{ sentAt: null, toAddress: null, text: null }]);
    expect((await mails())[0]?.parkedAt).not.toBeNull();
  });
});

describe("a worker", () => {
  test("killed over a letter leaves it to another, which sends it", async () => {
    smtp.mood("hangs");
    const env = { ...process.env };
    const killed = spawn(process.execPath, ["tests/support/work.ts"], { cwd: root, env, stdio: "ignore" });
    const before = smtp.calls();
    await write();
    await until(() => smtp.calls() > before);
    killed.kill("SIGKILL");
    expect(await jobs()).toMatchObject([{ state: "active" }]);
    smtp.mood("takes");
    await timePasses();
    worker = work();
    await until(() => smtp.taken.length > 0);
    await until(async () => (await jobs())[0]?.state === "completed");
    expect(smtp.taken).toHaveLength(1);
  }, 30_000);

  test("is ended by a letter so often, and then the letter is given up", async () => {
    await write();
    await db().mail.updateMany({ data: { attempts: TRIES } });
    await sendFirst();
    expect(smtp.taken).toHaveLength(0);
    expect((await mails())[0]?.parkedAt).not.toBeNull();
  });

  test("goes on with the other letters where one cannot be done", async () => {
    await transact((tx) => sendMailLater(tx, [{ purpose: "unknown", key: "1", about: {} }]));
    await write();
    worker = work();
    await until(() => smtp.taken.length > 0);
    expect((await jobs()).map(({ state }) => state).sort()).toContain("retry");
  });

  test("stops while a mail server hangs, within its time, and leaves the letter to be tried again", async () => {
    smtp.mood("hangs");
    worker = work();
    const before = smtp.calls();
    await write();
    await until(() => smtp.calls() > before);
    const began = performance.now();
    await worker.stop();
    worker = undefined;
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await jobs()).toMatchObject([{ state: "retry" }]);
  }, 30_000);
});
