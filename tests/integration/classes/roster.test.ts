/** Accounts that a teacher makes, and the cards that open them. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { getPerson } from "#lib/arguments/queries/person";
import { makeCards, openByCard } from "#lib/classes/commands/cards";
import { erasePupil } from "#lib/classes/commands/erase";
import { openRound } from "#lib/classes/commands/open-round";
import { addTeacher, removeMember } from "#lib/classes/commands/people";
import { applyRoster } from "#lib/classes/commands/roster";
import { getRound } from "#lib/classes/round-queries";
import { db } from "#lib/db";
import { startSession } from "#lib/users/commands/session";
import { findSession } from "#lib/users/queries";
import { aClassThread } from "../../support/assigned.ts";
import { makeWorld, refusal } from "../../support/island.ts";
import { aRound } from "../../support/rounds.ts";
import { PASSWORD, somewhere } from "../users/people.ts";
import { aClass, eventsOfClass, membersOf, pupil } from "./school.ts";

const world = await makeWorld();
const { naledi, tomasz, yuki, mateo } = world.people;
const list = (...names: string[]) => ({ roster: names.join("\n"), removeGone: false });
const school = () => randomUUID();

async function classOf(...names: string[]) {
  const slug = await aClass(naledi);
  await applyRoster(naledi, slug, list(...names));
  return slug;
}

async function opened(slug: string) {
  const [card] = await makeCards(naledi, slug, {});
  if (!card) throw new Error("no card");
  await openByCard({ secret: card.secret, newPassword: PASSWORD }, school());
  const session = await startSession(card.handle, PASSWORD, somewhere());
  return { card, session };
}

describe("a list of pupils", () => {
  it("makes accounts that say nothing of who has them, and the same list again adds nothing", async () => {
    const slug = await classOf("Ana Ruiz", "Bo Øst");
    const again = await applyRoster(naledi, slug, list("Ana Ruiz", "Bo Øst"));
    expect(again).toMatchObject({ added: [], changed: [], gone: [], unfit: [] });
    expect(again.same.map(({ name }) => name)).toEqual(["Ana Ruiz", "Bo Øst"]);
    expect(Object.values(await membersOf(slug)).toSorted()).toEqual(["STUDENT", "STUDENT", "TEACHER"]);
    const people = await db().user.findMany({ where: { made: { class: { slug } } } });
    expect(JSON.stringify(people)).not.toMatch(/Ana|Ruiz|Øst/);
    for (const { handle, email, role } of people) {
      expect(handle).toMatch(/^[a-z]+_[a-z]+\d+$/);
      expect({ email, role }).toEqual({ email: null, role: "MEMBER" });
    }
    expect((await eventsOfClass(slug)).filter((kind) => kind === "roster.applied")).toHaveLength(1);
  });

  it("names anew who is called otherwise, and lets go who is gone where the teacher says so", async () => {
    const slug = await aClass(naledi);
    const table = (...rows: string[]) => ({
      roster: ["sourcedId,givenName,familyName,role", ...rows].join("\n"),
      removeGone: false,
    });
    await applyRoster(naledi, slug, table("1,Ana,Ruiz,student", "2,Bo,Øst,student"));
    const looked = await applyRoster(naledi, slug, table("1,Ana,Ruiz-Vega,student"));
    expect(looked.gone.map(({ name }) => name)).toEqual(["Bo Øst"]);
    expect(Object.keys(await membersOf(slug))).toHaveLength(3);
    await applyRoster(naledi, slug, { ...table("1,Ana,Ruiz-Vega,student"), removeGone: true });
    expect(Object.keys(await membersOf(slug))).toHaveLength(2);
    const { unfit } = await applyRoster(naledi, slug, table("1,Ana,Ruiz-Vega,student", "2,Bo,Øst,student"));
    expect(unfit).toEqual([{ line: 3, reason: "was-removed" }]);
  });

  it("is its teachers' alone, and no list makes a class larger than a class", { timeout: 30_000 }, async () => {
    const slug = await classOf("Ana Ruiz");
    await pupil(slug, tomasz);
    expect(await refusal(applyRoster(tomasz, slug, list("Eve")))).toBe("teachers-only");
    expect(await refusal(applyRoster(mateo, slug, list("Eve")))).toBe("missing");
    expect(await refusal(applyRoster(naledi, slug, list("")))).toBe("roster-empty");
    const crowd = Array.from({ length: 501 }, (_, i) => `Pupil ${i}`);
    expect(await refusal(applyRoster(naledi, slug, list(...crowd)))).toBe("class-full");
    expect(await refusal(applyRoster(naledi, slug, list(...crowd.slice(0, 300))))).toBe("done");
    expect(Object.keys(await membersOf(slug))).toHaveLength(303);
  });
});

describe("the page of a pupil whose account was made", () => {
  it("is there for their classes alone", async () => {
    const slug = await classOf("Ana Ruiz");
    const [ana] = await db().user.findMany({ where: { made: { class: { slug } } } });
    const { id } = await db().class.findUniqueOrThrow({ where: { slug } });
    const handle = ana?.handle ?? "";
    for (const who of [null, yuki, mateo, { ...yuki, teaches: ["another"] }])
      expect(await refusal(getPerson(handle, who))).toBe("missing");
    expect(await getPerson(handle, { ...naledi, teaches: [id] })).toMatchObject({ name: ana?.name });
    expect(JSON.stringify(await getPerson(handle, { ...tomasz, attends: [id] }))).not.toContain("Ruiz");
    const second = await aClass(mateo);
    await pupil(second, { ...mateo, id: ana?.id ?? "" });
    const other = await db().class.findUniqueOrThrow({ where: { slug: second } });
    expect(await getPerson(handle, { ...mateo, teaches: [other.id] })).toMatchObject({ name: ana?.name });
  });
});

describe("a login card", () => {
  it("opens its account once, gives it a password, and is stored as a hash", async () => {
    const slug = await classOf("Ana Ruiz");
    const [card] = await makeCards(naledi, slug, {});
    const secret = card?.secret ?? "";
    expect(JSON.stringify(await db().loginCard.findMany())).not.toContain(secret.replaceAll("-", "").toLowerCase());
    expect(await refusal(openByCard({ secret, newPassword: "short" }, school()))).toBe("password-too-short");
    const done = await openByCard(
      { secret: secret.toLowerCase().replaceAll("-", " "), newPassword: PASSWORD },
      school(),
    );
    expect(done).toEqual({ handle: card?.handle, slug });
    expect(await refusal(openByCard({ secret, newPassword: PASSWORD }, school()))).toBe("card-void");
    expect(await refusal(startSession(done.handle, PASSWORD, somewhere()))).toBe("done");
    expect(await eventsOfClass(slug)).toContain("card.used");
  });

  it("is void when a newer one is made, when its pupil is removed, and after its time", async () => {
    const slug = await classOf("Ana Ruiz");
    const [first] = await makeCards(naledi, slug, {});
    const [second] = await makeCards(naledi, slug, {});
    const attempt = (secret?: string) => refusal(openByCard({ secret: secret ?? "", newPassword: PASSWORD }, school()));
    expect(await attempt(first?.secret)).toBe("card-void");
    await db().loginCard.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await attempt(second?.secret)).toBe("card-void");
    const [third] = await makeCards(naledi, slug, {});
    await removeMember(naledi, slug, third?.handle ?? "");
    expect(await attempt(third?.secret)).toBe("card-void");
  });

  it("for somebody who has forgotten their password ends it and every session", async () => {
    const slug = await classOf("Ana Ruiz");
    const { card, session } = await opened(slug);
    expect(await findSession(session.id)).not.toBeNull();
    expect(await makeCards(naledi, slug, {})).toEqual([]);
    expect(await makeCards(naledi, slug, { handles: [card.handle] })).toHaveLength(1);
    expect(await findSession(session.id)).toBeNull();
    expect(await refusal(startSession(card.handle, PASSWORD, somewhere()))).toBe("wrong-handle-or-password");
  });

  it("is made by a teacher of the class, for who was made for it and nobody else", async () => {
    const slug = await classOf("Ana Ruiz");
    const elsewhere = await classOf("Eve Else");
    await pupil(slug, tomasz);
    await addTeacher(naledi, slug, "yuki");
    const [eve] = await db().user.findMany({ where: { made: { class: { slug: elsewhere } } } });
    for (const handle of ["tomasz", "yuki", "naledi", "mateo", "nobody_here", eve?.handle ?? ""])
      expect(await refusal(makeCards(yuki, slug, { handles: [handle] }))).toBe("not-made-here");
    expect(await refusal(makeCards(tomasz, slug, {}))).toBe("teachers-only");
    expect(await refusal(makeCards(mateo, slug, {}))).toBe("missing");
  });

  it("cannot be guessed", { timeout: 60_000 }, async () => {
    const here = school();
    let last = "";
    let tries = 0;
    for (; tries < 120 && last !== "too-many"; tries++)
      last = await refusal(openByCard({ secret: `guess${tries}`, newPassword: PASSWORD }, here));
    expect([last, tries]).toEqual(["too-many", 106]);
  });
});

describe("erasing a pupil", () => {
  it("takes name, handle and way in; what they said stays under a name that says nothing", async () => {
    const slug = await classOf("Ana Ruiz");
    const { card, session } = await opened(slug);
    const ana = await findSession(session.id);
    if (!ana) throw new Error("nobody");
    const { id } = await world.post(ana);
    await erasePupil(naledi, slug, card.handle);
    expect(await findSession(session.id)).toBeNull();
    const said = await db().argument.findUniqueOrThrow({ where: { id }, select: { author: true } });
    expect(said.author.handle).toMatch(/^deleted_\d+$/);
    expect(await db().madeAccount.count({ where: { name: "Ana Ruiz", class: { slug } } })).toBe(0);
    expect(await eventsOfClass(slug)).toContain("pupil.erased");
    expect(await refusal(erasePupil(naledi, slug, card.handle))).toBe("person-unknown");
  });

  it("leaves no speech of a round under their name, and everybody else's where they are", async () => {
    const slug = await classOf("Ana Ruiz");
    const room = await db().class.findUniqueOrThrow({ where: { slug } });
    const teacher = { ...naledi, teaches: [room.id] };
    const thread = await aClassThread(room, world.thread, naledi);
    const { speeches } = aRound(thread);
    const named = speeches.map((one, i) => ({ ...one, speaker: ["Ana", "Team Tern", "ruiz & co"][i] ?? null }));
    const { id } = await openRound(teacher, slug, aRound(thread, { speeches: named }));
    const { card } = await opened(slug);
    await erasePupil(naledi, slug, card.handle);
    const round = await getRound(teacher, slug, id);
    expect(round.speeches.map(({ speaker }) => speaker)).toEqual([null, "Team Tern", null]);
  });

  it("is for accounts of the class, and for its teachers", async () => {
    const slug = await classOf("Ana Ruiz");
    await pupil(slug, tomasz);
    const [ana] = await db().user.findMany({ where: { made: { class: { slug } } } });
    expect(await refusal(erasePupil(naledi, slug, "tomasz"))).toBe("not-made-here");
    expect(await refusal(erasePupil(naledi, slug, "mateo"))).toBe("missing");
    expect(await refusal(erasePupil(tomasz, slug, ana?.handle ?? ""))).toBe("teachers-only");
    expect(await refusal(erasePupil(mateo, slug, ana?.handle ?? ""))).toBe("missing");
  });
});
