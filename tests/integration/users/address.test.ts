/** Addresses, and passwords that were forgotten. Letters are kept as on one's own machine. */
process.env.MAILBOX = "1";
process.env.APP_URL = "http://localhost:3000";

import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db, disconnect } from "#lib/db";
import { deliver } from "#lib/mail/deliver";
import { confirmAddress, giveAddress, removeAddress } from "#lib/users/commands/address";
import { joinForum } from "#lib/users/commands/join";
import { changePassword } from "#lib/users/commands/password";
import { askForReset, resetPassword } from "#lib/users/commands/reset";
import { startSession } from "#lib/users/commands/session";
import { makeToken, revokeToken } from "#lib/users/commands/token";
import { composeConfirmation, composeReset } from "#lib/users/letters";
import { mailboxOf } from "#lib/users/mailbox";
import { findPersonByToken, findSession, getAccount } from "#lib/users/queries";
import { forgetting, givingAddress } from "#lib/users/schema";
import { LETTERS } from "#lib/users/sent-links";
import type { Person } from "#lib/users/viewer";
import { hourly } from "#lib/works";
import { actsOf, join, kindsOf, PASSWORD, signIn, somewhere } from "./people.ts";

afterAll(disconnect);

const composers = { [LETTERS.CONFIRM_ADDRESS]: composeConfirmation, [LETTERS.RESET_PASSWORD]: composeReset };

interface Letter {
  to: string | null;
  text: string | null;
  secret: string;
}

/** Sends what waits, and answers what arrived. */
async function arrived(): Promise<Letter[]> {
  const waiting = await db().mail.findMany({
    where: { sentAt: null, droppedAt: null, parkedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  for (const { id } of waiting) await deliver({ mail: id }, composers);
  const ids = waiting.map(({ id }) => id);
  const sent = await db().mail.findMany({
    where: { id: { in: ids }, sentAt: { not: null } },
    orderBy: { createdAt: "asc" },
  });
  return sent.map(({ toAddress, text }) => ({
    to: toAddress,
    text,
    secret: /\/(?:confirm|reset)\/([\w-]{43})$/m.exec(text ?? "")?.[1] ?? "",
  }));
}

let made = 0;
let ada: Person;
let address: string;
beforeEach(async () => {
  await db().mail.deleteMany();
  made += 1;
  ada = await join(`ada_${made}`);
  address = `ada${made}@school.org`;
});

const give = (who: Person, email = address) => giveAddress(who, { email, currentPassword: PASSWORD }, true);
/** Ada's address, confirmed. */
async function confirmed(): Promise<void> {
  await give(ada);
  const [letter] = await arrived();
  await confirmAddress(ada, letter?.secret ?? "");
}
async function resetLetter(email = address): Promise<Letter | undefined> {
  await askForReset(email, somewhere());
  return (await arrived())[0];
}

describe("an address", () => {
  it("counts once its owner has followed the link in the letter, and the act is on the record", async () => {
    await give(ada);
    expect(await getAccount(ada)).toMatchObject({ email: null, asked: address });
    const [letter] = await arrived();
    expect(letter).toMatchObject({ to: address, text: expect.stringContaining("http://localhost:3000/confirm/") });
    await confirmAddress(ada, letter?.secret ?? "");
    expect(await getAccount(ada)).toMatchObject({ email: address, asked: null });
    expect(await kindsOf(ada)).toEqual(["user.joined", "address.given", "address.confirmed"]);
    expect(JSON.stringify(await actsOf(ada))).not.toContain(address);
  });

  it("is not confirmed by a link that was used, is over, is another's, or was followed by a newer one", async () => {
    const void_ = { code: "link-void" };
    await give(ada);
    const [first] = await arrived();
    await expect(confirmAddress(await join(`eve_${made}`), first?.secret ?? "")).rejects.toMatchObject(void_);
    await give(ada, `new${address}`);
    await expect(confirmAddress(ada, first?.secret ?? "")).rejects.toMatchObject(void_);
    const [second] = await arrived();
    await db().sentLink.updateMany({ where: { userId: ada.id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    await expect(confirmAddress(ada, second?.secret ?? "")).rejects.toMatchObject(void_);
    await give(ada, `third${address}`);
    const [third] = await arrived();
    await expect(
      resetPassword({ token: third?.secret ?? "", newPassword: "two green herons" }, somewhere()),
    ).rejects.toMatchObject(void_);
    await confirmAddress(ada, third?.secret ?? "");
    await expect(confirmAddress(ada, third?.secret ?? "")).rejects.toMatchObject(void_);
    expect(await getAccount(ada)).toMatchObject({ email: `third${address}`, asked: null });
  });

  it("that somebody else only claimed gives way to whoever confirms it; a confirmed one does not", async () => {
    const eve = await join(`eve_${made}`);
    await db().user.update({ where: { id: eve.id }, data: { email: address } });
    await confirmed();
    expect(await getAccount(ada)).toMatchObject({ email: address });
    await give(eve, `late${address}`);
    const [letter] = await arrived();
    const others = { email: `late${address}`, emailConfirmedAt: new Date() };
    await db().user.update({ where: { id: ada.id }, data: others });
    await expect(confirmAddress(eve, letter?.secret ?? "")).rejects.toMatchObject({ code: "email-taken" });
  });

  it("that gives way to another, or to none, is told so, and not what came after it", async () => {
    await confirmed();
    await db().mail.deleteMany();
    await give(ada, `new${address}`);
    const [letter] = await arrived();
    await confirmAddress(ada, letter?.secret ?? "");
    const [left] = await arrived();
    expect(left).toMatchObject({ to: address, text: expect.stringContaining(`@${ada.handle}`), secret: "" });
    expect(left?.text).not.toContain(`new${address}`);
    await removeAddress(ada);
    await removeAddress(ada);
    const last = await arrived();
    expect(last).toMatchObject([{ to: `new${address}`, text: expect.stringContaining("no address any more") }]);
    // Who confirms the same one again has left nothing, and who had none neither.
    await give(ada);
    const [again] = await arrived();
    await confirmAddress(ada, again?.secret ?? "");
    await give(ada);
    const [once] = await arrived();
    await confirmAddress(ada, once?.secret ?? "");
    expect(await arrived()).toEqual([]);
  });

  it("that nobody confirmed is forgotten when its link is over, and not before", async () => {
    const bea = await join(`bea_of_${made}`);
    await give(ada);
    await give(bea, `bea${address}`);
    await db().sentLink.updateMany({ where: { userId: ada.id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    await hourly();
    const kept = await db().sentLink.findMany({ where: { userId: { in: [ada.id, bea.id] } }, select: { email: true } });
    expect(kept).toEqual([{ email: `bea${address}` }]);
  });

  it("is asked only of whoever says their password, and where letters are sent", async () => {
    await expect(giveAddress(ada, { email: address, currentPassword: "wrong" }, true)).rejects.toMatchObject({
      code: "wrong-password",
    });
    await expect(giveAddress(ada, { email: address, currentPassword: PASSWORD }, false)).rejects.toMatchObject({
      code: "mail-off",
    });
    expect(await arrived()).toEqual([]);
  });

  it("is removed, twice as once, and the link that was on its way opens nothing", async () => {
    await confirmed();
    await give(ada, `new${address}`);
    const [letter] = await arrived();
    await removeAddress(ada);
    await removeAddress(ada);
    expect(await getAccount(ada)).toMatchObject({ email: null, asked: null });
    await expect(confirmAddress(ada, letter?.secret ?? "")).rejects.toMatchObject({ code: "link-void" });
    expect((await kindsOf(ada)).filter((kind) => kind === "address.removed")).toHaveLength(1);
  });

  it("is one address in one spelling, or refused", () => {
    const parsed = (email: string) => givingAddress.safeParse({ email });
    expect(parsed(" A@School.ORG ").data).toMatchObject({ email: "a@school.org" });
    for (const email of [
      "a@school.org,evil@x.com",
      '"a@school.org evil@x.com"@z.com',
      "a@school.org\r\nBcc:x@y.z",
      "a@school.org%0d%0aBcc:x@y",
      "x@a.com, <a href=//evil>Click</a>",
    ])
      expect(parsed(email).success || forgetting.safeParse({ email }).success, email).toBe(false);
  });

  it("in several spellings is one mailbox to the limits, and another domain another", () => {
    for (const other of ["A.d.a@school.org", "ada+1@school.org", "ADA@SCHOOL.ORG"])
      expect(mailboxOf(other)).toBe("ada@school.org");
    expect(mailboxOf("ada@other.org")).not.toBe(mailboxOf("ada@school.org"));
  });
});

describe("joining with an address", () => {
  const joinWith = (handle: string) => joinForum({ handle, name: "X", password: PASSWORD, email: address });

  it("asks by letter, and keeps none before", async () => {
    const bea = await joinWith(`bea_${made}`);
    expect(await getAccount(bea)).toMatchObject({ email: null, asked: address });
    expect(await arrived()).toMatchObject([{ to: address, text: expect.stringContaining(`@bea_${made}`) }]);
  });

  it("that is somebody's here is told to their mailbox alone, and never becomes the newcomer's", async () => {
    await confirmed();
    const eve = await joinWith(`eve_${made}`);
    expect(await getAccount(eve)).toMatchObject({ email: null, asked: address });
    const [letter] = await arrived();
    expect(letter).toMatchObject({ to: address, secret: "", text: expect.stringContaining(`@${ada.handle}`) });
    expect(letter?.text).not.toContain("/confirm/");
    expect(await getAccount(ada)).toMatchObject({ email: address });
  });
});

describe("a forgotten password", () => {
  it("is set anew with the link, which ends every session and begins one here", async () => {
    await confirmed();
    const before = await signIn(ada);
    const letter = await resetLetter();
    expect(letter).toMatchObject({ to: address, text: expect.stringContaining("http://localhost:3000/reset/") });
    const session = await resetPassword({ token: letter?.secret ?? "", newPassword: "two green herons" }, somewhere());
    expect(await findSession(session.id)).toMatchObject({ id: ada.id });
    expect(await findSession(before.id)).toBeNull();
    await startSession(ada.handle, "two green herons", somewhere());
    await expect(startSession(ada.handle, PASSWORD, somewhere())).rejects.toMatchObject({
      code: "wrong-handle-or-password",
    });
    expect((await kindsOf(ada)).slice(-4)).toEqual([
      "password.changed",
      "session.started",
      "session.ended",
      "session.started",
    ]);
  });

  it("that is set anew with the link ends every token; one that is changed in the settings ends none", async () => {
    await confirmed();
    const [{ token }, other] = [await makeToken(ada, "For a map."), await makeToken(ada, "For another.")];
    await changePassword(ada, { currentPassword: PASSWORD, newPassword: "two grey herons" }, "none");
    expect(await findPersonByToken(token)).toMatchObject({ id: ada.id });
    await revokeToken(ada, other.id);
    const letter = await resetLetter();
    await resetPassword({ token: letter?.secret ?? "", newPassword: "two green herons" }, somewhere());
    expect(await findPersonByToken(token)).toBeNull();
    expect((await kindsOf(ada)).filter((kind) => kind === "token.revoked")).toHaveLength(2);
  });

  it("is asked for alike whether or not there is anybody; the unknown and the unconfirmed get no letter", async () => {
    await give(ada);
    await arrived();
    await expect(askForReset(address, somewhere())).resolves.toBeUndefined();
    await expect(askForReset(`nobody${address}`, somewhere())).resolves.toBeUndefined();
    const rows = await db().mail.findMany({ where: { purpose: LETTERS.RESET_PASSWORD } });
    expect(rows).toHaveLength(2);
    expect(rows.every(({ toAddress, about }) => toAddress === null && !JSON.stringify(about).includes("@"))).toBe(true);
    expect(await arrived()).toEqual([]);
  });

  it("is not set by a link that was used, is over, or was followed by a newer one; a flaw leaves the link", async () => {
    await confirmed();
    const [first, second] = [await resetLetter(), await resetLetter()];
    const reset = (letter: Letter | undefined, newPassword = "two green herons") =>
      resetPassword({ token: letter?.secret ?? "", newPassword }, somewhere());
    await expect(reset(first)).rejects.toMatchObject({ code: "link-void" });
    await expect(reset(second, "short")).rejects.toMatchObject({ code: "password-too-short" });
    const both = await Promise.allSettled([reset(second), reset(second, "three green herons")]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const third = await resetLetter();
    await db().sentLink.updateMany({ where: { userId: ada.id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    await expect(reset(third)).rejects.toMatchObject({ code: "link-void" });
  });

  it("keeps no secret: only the hash of the link is stored, and the letter is written when it is sent", async () => {
    await confirmed();
    await askForReset(address, somewhere());
    const [mail] = await db().mail.findMany({ where: { sentAt: null } });
    expect(mail).toMatchObject({ text: null, about: { user: ada.id } });
    const [letter] = await arrived();
    const [link] = await db().sentLink.findMany({ where: { userId: ada.id, purpose: "RESET_PASSWORD" } });
    expect(link?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(link)).not.toContain(letter?.secret);
  });

  it("can be asked for a few times an hour, for all spellings of the address together", async () => {
    for (let i = 0; i < 5; i++) await askForReset(`lim${made}+${i}@school.org`, somewhere());
    await expect(askForReset(`lim.${made}@school.org`, somewhere())).rejects.toMatchObject({ code: "too-many" });
  });

  it("is no longer set by a link that was sent to an address which is theirs no more", async () => {
    await confirmed();
    const letter = await resetLetter();
    await give(ada, `new${address}`);
    await confirmAddress(ada, (await arrived())[0]?.secret ?? "");
    await expect(
      resetPassword({ token: letter?.secret ?? "", newPassword: "two green herons" }, somewhere()),
    ).rejects.toMatchObject({ code: "link-void" });
  });

  it("is no longer set by a link once the password was changed in the settings", async () => {
    await confirmed();
    const letter = await resetLetter();
    await changePassword(ada, { currentPassword: PASSWORD, newPassword: "four brown herons" }, (await signIn(ada)).id);
    await expect(
      resetPassword({ token: letter?.secret ?? "", newPassword: "two green herons" }, somewhere()),
    ).rejects.toMatchObject({ code: "link-void" });
  });
});
