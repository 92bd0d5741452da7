/** Where letters go nowhere, and where they are kept to be read. */
import { expect, test } from "vitest";
import { db, transact } from "#lib/db";
import { env } from "#lib/env";
import { deliver } from "#lib/mail/deliver";
import { listMailbox } from "#lib/mail/mailbox";
import { sendMail } from "#lib/mail/send";
import { mailIsOn, mailWay } from "#lib/mail/way";

const write = (subject: string) =>
  transact((tx) => sendMail(tx, { to: "yuki@mail.example", subject, text: "Hello.\n", purpose: "test" }));

test("without a mail server nothing is promised and nothing written", async () => {
  expect([mailWay(), mailIsOn()]).toEqual(["off", false]);
  await write("One");
  expect(await db().mail.count()).toBe(0);
  await expect(listMailbox()).rejects.toThrow("missing");
});

test("on one's own machine a letter can be read when it is sent, and not before", async () => {
  Object.assign(env(), { MAILBOX: true });
  await write("Two");
  expect(await listMailbox()).toEqual([]);
  const { id } = await db().mail.findFirstOrThrow();
  await deliver({ mail: id }, {});
  expect(await listMailbox()).toMatchObject([{ to: "yuki@mail.example", subject: "Two", text: "Hello.\n" }]);
});

test("at an address that others reach there is no mailbox, whatever the environment says", async () => {
  Object.assign(env(), { MAILBOX: true, APP_URL: "https://grounds.example" });
  expect(mailWay()).toBe("off");
  await expect(listMailbox()).rejects.toThrow("missing");
});
