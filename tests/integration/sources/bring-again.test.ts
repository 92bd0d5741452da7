/** A text that is here already, brought in once more: stored once, and each who brought it is kept. */
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/db";
import { bringSource } from "#lib/sources/commands/bring";
import { bringSourceAgain } from "#lib/sources/commands/bring-again";
import { correctSource } from "#lib/sources/commands/correct";
import { sealReceipt } from "#lib/sources/extraction/receipt";
import { getSource } from "#lib/sources/queries";
import { newId } from "#lib/text/id";
import { POST as again } from "../../../app/api/v1/sources/[slug]/provenances/route.ts";
import { POST as bring } from "../../../app/api/v1/sources/route.ts";
import { call, expectRefusal } from "../../support/call.ts";
import { makeWorld, refusal, TEXT, type World } from "../../support/island.ts";
import { tokenOf } from "../../support/world.ts";

let world: World;
let source: string;
beforeAll(async () => {
  world = await makeWorld();
  source = world.source;
});

const FETCHED = { requestedUrl: "http://tide.example/a", finalUrl: "https://www.tide.example/a" };
const noted = async () => (await getSource(null, source)).broughtAgain;
const events = () => db().event.count({ where: { kind: "source.brought_again" } });

describe("a text that is here already", () => {
  it("is noted with who brought it, how, from where and when, the first of them first, and is on the record", async () => {
    const { yuki, seun, farid } = world.people;
    const before = await db().sourceVersion.count();
    expect(await bringSourceAgain(yuki, source, { text: `${TEXT}\n` }, FETCHED)).toMatchObject({
      slug: source,
      version: 1,
    });
    await bringSourceAgain(seun, source, { text: TEXT, url: "https://mirror.example/b" });
    await bringSourceAgain(farid, source, { text: TEXT }, { fileName: "ferry.pdf" });
    const nothing = { requestedUrl: null, finalUrl: null, url: null };
    expect(await noted()).toEqual([
      {
        ...nothing,
        ...FETCHED,
        id: expect.any(String),
        provenance: "FETCHED",
        by: { handle: "yuki", name: yuki.name },
        at: expect.any(String),
      },
      {
        ...nothing,
        url: "https://mirror.example/b",
        id: expect.any(String),
        provenance: "PASTED",
        by: { handle: "seun", name: seun.name },
        at: expect.any(String),
      },
      {
        ...nothing,
        id: expect.any(String),
        provenance: "FILE",
        by: { handle: "farid", name: farid.name },
        at: expect.any(String),
      },
    ]);
    expect(await db().sourceVersion.count()).toBe(before);
    const event = await db().event.findFirstOrThrow({
      where: { kind: "source.brought_again" },
      orderBy: { number: "asc" },
    });
    const { id } = await db().source.findUniqueOrThrow({ where: { slug: source } });
    expect(event).toMatchObject({ stream: "site", actorId: yuki.id, subjects: { source: id, sources: [id] } });
  });

  it("by the same person from the same place is noted once, also at once, and as the first time not at all", async () => {
    const { yuki, mateo } = world.people;
    const before = [(await noted()).length, await events()];
    await Promise.all([1, 2, 3].map(() => bringSourceAgain(yuki, source, { text: TEXT }, FETCHED)));
    await bringSourceAgain(mateo, source, { text: TEXT });
    expect([(await noted()).length, await events()]).toEqual(before);
    const other = { text: TEXT, url: "https://tide.example/c" };
    await Promise.all(Array.from({ length: 8 }, () => bringSourceAgain(mateo, source, other)));
    expect((await noted()).length).toBe((before[0] as number) + 1);
  });

  it("is noted at the version that has it, and shown with that one", async () => {
    const { slug } = await bringSource(world.people.mateo, {
      title: "Old words",
      text: `${TEXT}\n\nOld.`,
      rights: "OPEN",
    });
    await correctSource(world.people.mateo, slug, { text: `${TEXT}\n\nNew.` });
    expect(await bringSourceAgain(world.people.yuki, slug, { text: `${TEXT}\n\nOld.` })).toMatchObject({ version: 1 });
    expect((await getSource(null, slug)).broughtAgain).toEqual([]);
    expect((await getSource(null, slug, 1)).broughtAgain).toHaveLength(1);
  });

  it("is refused with other words, and with none", async () => {
    const { yuki } = world.people;
    expect(await refusal(bringSourceAgain(yuki, source, { text: `${TEXT} More.` }))).toBe("words-differ");
    expect(await refusal(bringSourceAgain(yuki, source, { text: " " }))).toBe("blank");
  });

  it("is missing where one may not see it", async () => {
    const text = `${TEXT}\n\nFor a class alone.`;
    const { id: classId } = await db().class.create({ data: { id: newId(), slug: "a-class", name: "A class" } });
    const { id, ...open } = await db().source.findUniqueOrThrow({ where: { slug: source } });
    const slug = "of-a-class";
    await db().source.create({ data: { ...open, id: newId(), slug, classId, csl: {} } });
    expect(await refusal(bringSourceAgain(world.people.yuki, slug, { text }))).toBe("missing");
    expect(await refusal(bringSourceAgain(world.people.yuki, "no-such-text", { text }))).toBe("missing");
  });

  it("keeps what was noted from every hand", async () => {
    await expect(db().$executeRaw`UPDATE brought_again SET url = 'https://evil.example/'`).rejects.toThrow(
      /permission denied/,
    );
    await expect(db().$executeRaw`DELETE FROM brought_again`).rejects.toThrow(/permission denied/);
  });
});

describe("a program", () => {
  it("is told which source has the text, and notes there where else it stands", async () => {
    const { yuki } = world.people;
    const token = await tokenOf(yuki);
    const body = { title: "The ferry", text: TEXT, rights: "OPEN" };
    const { json } = await expectRefusal(409, "source-exists", bring, { token, body });
    expect(json.source).toBe(source);
    const receipt = sealReceipt(yuki.id, { fileName: "ferry.docx" }, TEXT.split("\n\n"));
    const params = { slug: source };
    const { status, headers } = await call(again, {
      token,
      params,
      body: { text: TEXT, receipt, url: "https://tide.example/d" },
    });
    expect([status, headers.get("location")]).toEqual([201, expect.stringContaining(`/sources/${source}`)]);
    expect((await noted()).at(-1)).toMatchObject({ provenance: "FILE", url: "https://tide.example/d" });
    await expectRefusal(422, "words-differ", again, { token, params, body: { text: `${TEXT} More.` } });
    await expectRefusal(422, "bad-address", again, { token, params, body: { text: TEXT, url: "javascript:alert(1)" } });
    await expectRefusal(401, "sign-in-first", again, { params, body: { text: TEXT } });
    await expectRefusal(404, "missing", again, { token, params: { slug: "no-such-text" }, body: { text: TEXT } });
  });
});
