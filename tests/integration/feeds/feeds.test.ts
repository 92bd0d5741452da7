/** What a thread's activity, its feed and the sitemap tell, and to whom: everybody, and only of what everybody may see. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { endLink, startLink } from "#lib/arguments/commands/link";
import { moveArgument } from "#lib/arguments/commands/move";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { type Act, getActivity } from "#lib/arguments/queries/activity";
import { getHistory } from "#lib/arguments/queries/arguments";
import { reviseArgumentInput } from "#lib/arguments/schema";
import { db, pool } from "#lib/db";
import { countAddresses, getFeed, listAddresses } from "#lib/feeds/queries";
import { markArgument, removeArgument } from "#lib/moderation/commands";
import { correctSource } from "#lib/sources/commands/correct";
import { newId } from "#lib/text/id";
import { openThread, setThreadMode } from "#lib/threads/commands";
import { GET as feed } from "../../../app/(forum)/t/[slug]/feed.atom/route.ts";
import { GET as robots } from "../../../app/robots.txt/route.ts";
import { GET as sitemapPart } from "../../../app/sitemap/[part]/route.ts";
import { GET as sitemap } from "../../../app/sitemap.xml/route.ts";
import { makeWorld, QUOTES, refusal, TEXT, type World } from "../../support/island.ts";

vi.setConfig({ testTimeout: 30_000 });

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

/** In no word of a page that may be seen. */
const CANARY = "xylophone";
const answer = (parent: string | null, stance: "PRO" | "CON" = "CON") => ({
  parent,
  stance,
  target: "CLAIM" as const,
  concession: false,
});
let taken = 0;
const newThread = async () => {
  taken += 1;
  const raisedBy = { source: world.source, quote: QUOTES[1] };
  return (
    await openThread(world.people.naledi, { question: `What happened, take ${taken}?`, raisedBy }, { mode: "OPEN" })
  ).slug;
};
const request = () => new Request("http://localhost/here");
const feedText = async (slug: string) => (await feed(request(), { params: Promise.resolve({ slug }) })).text();
const kinds = (acts: Act[]) => acts.map(({ kind }) => kind);

describe("a thread's activity", () => {
  it("tells every act, the last first: who, on what, in answer to what, and when", async () => {
    const { yuki, seun, signe, naledi } = world.people;
    const thread = await newThread();
    const first = (await world.post(yuki, { claim: "First." }, { thread })).id;
    const second = (await world.post(seun, { claim: "Second.", parent: first, stance: "CON" }, { thread })).id;
    await reviseArgument(
      yuki,
      first,
      reviseArgumentInput.parse({ claim: "First, better.", citations: [{ source: world.source, quote: QUOTES[1] }] }),
    );
    await markArgument(signe, first, { kind: "UNCLEAR", note: null });
    const { id: link } = await startLink(seun, { child: second, ...answer(null, "PRO") });
    await endLink(seun, link, "Enough.");
    await setThreadMode(signe, thread, { mode: "LOCKED" });
    await setThreadMode(signe, thread, { mode: "OPEN" });
    const third = (await world.post(seun, { claim: "Third." }, { thread })).id;
    const { links } = await db().argument.findUniqueOrThrow({ where: { id: third }, include: { links: true } });
    await moveArgument(seun, links[0]?.id ?? "", answer(second, "PRO"));
    await withdrawArgument(seun, third, null);

    const { acts, thread: top, more } = await getActivity(null, thread);
    expect(kinds(acts)).toEqual([
      "argument.withdrawn",
      "argument.moved",
      "argument.posted",
      "thread.mode_set",
      "thread.mode_set",
      "link.ended",
      "link.started",
      "argument.marked",
      "argument.revised",
      "argument.posted",
      "argument.posted",
      "thread.opened",
    ]);
    expect([top.slug, more]).toEqual([thread, false]);
    const [withdrawn, moved, posted, unlocked, , , started, marked, , answered, , opened] = acts as [
      Act,
      Act,
      Act,
      Act,
      Act,
      Act,
      Act,
      Act,
      Act,
      Act,
      Act,
      Act,
    ];
    expect(withdrawn).toMatchObject({ by: { handle: "seun" }, argument: { id: third, number: 3, claim: null } });
    expect(moved.answer).toEqual({ stance: "PRO", parent: { id: second, number: 2 } });
    expect(posted.answer).toEqual({ stance: "PRO", parent: null });
    expect(unlocked).toMatchObject({ by: null, argument: null });
    expect(started).toMatchObject({
      argument: { number: 2, claim: "Second." },
      answer: { stance: "PRO", parent: null },
    });
    expect(marked).toMatchObject({ mark: "UNCLEAR", by: { handle: "signe" }, argument: { claim: "First, better." } });
    expect(answered.answer).toEqual({ stance: "CON", parent: { id: first, number: 1 } });
    expect(opened).toMatchObject({ by: { handle: "naledi", name: naledi.name }, answer: null, source: null });
    expect(Date.parse(opened.at)).toBeLessThanOrEqual(Date.parse(withdrawn.at));
  });

  it("tells that a text was corrected, and which", async () => {
    const { mateo, yuki } = world.people;
    const thread = await newThread();
    await world.post(yuki, { citations: [{ source: world.source, quote: QUOTES[2] }] }, { thread });
    await correctSource(mateo, world.source, { text: `${TEXT}\n\nA line was added to it.` });
    const [corrected] = (await getActivity(null, thread)).acts;
    expect(corrected).toMatchObject({
      kind: "source.corrected",
      by: { handle: "mateo" },
      source: { slug: world.source },
    });
  });

  it("never says who removed something, nor who rated what", async () => {
    const { yuki, signe, seun } = world.people;
    const thread = await newThread();
    const { id } = await world.post(yuki, {}, { thread });
    await removeArgument(signe, id, { code: "off-topic", note: "Nobody reads this." });
    const { id: stream } = await db().thread.findUniqueOrThrow({ where: { slug: thread } });
    await db().event.create({ data: { stream, kind: "link.rated", actorId: seun.id, subjects: {} } });
    const { acts } = await getActivity(null, thread);
    expect(kinds(acts)).toEqual(["argument.removed", "argument.posted", "thread.opened"]);
    expect(acts[0]).toMatchObject({ by: null, argument: { id, claim: null } });
    expect(JSON.stringify(acts)).not.toMatch(/signe|seun|Nobody reads/);
  });

  it("comes a page at a time, and has no page after its last", async () => {
    const thread = await newThread();
    const { id: stream } = await db().thread.findUniqueOrThrow({ where: { slug: thread } });
    const { id } = await world.post(world.people.yuki, {}, { thread });
    for (let i = 0; i < 60; i++) {
      await db().event.create({
        data: { stream, kind: "argument.revised", actorId: null, subjects: { argument: id } },
      });
    }
    const [one, two] = [await getActivity(null, thread), await getActivity(null, thread, 2)];
    expect([one.acts.length, one.more, two.acts.length, two.more]).toEqual([50, true, 12, false]);
    expect(two.acts.at(-1)?.kind).toBe("thread.opened");
    expect(await refusal(getActivity(null, thread, 3))).toBe("missing");
    expect(await refusal(getActivity(null, "no-such-thread"))).toBe("missing");
  });
});

describe("what not everybody may see leaves nothing", () => {
  const source = () => world.source;
  const hidden = { claim: `A ${CANARY}.`, body: `The ${CANARY} again.` };

  /** A public thread in which one argument waits, one was refused, one removed, one withdrawn and one revised. */
  async function guarded(): Promise<{ thread: string; ids: string[] }> {
    const { yuki, seun, signe } = world.people;
    const thread = await newThread();
    const removed = (await world.post(yuki, hidden, { thread })).id;
    await removeArgument(signe, removed, { code: "off-topic", note: null });
    const withdrawn = (await world.post(yuki, hidden, { thread })).id;
    await withdrawArgument(yuki, withdrawn, `No ${CANARY}.`);
    const revised = (await world.post(yuki, hidden, { thread })).id;
    await reviseArgument(
      yuki,
      revised,
      reviseArgumentInput.parse({ claim: "Better.", citations: [{ source: source(), quote: QUOTES[1] }] }),
    );
    await setThreadMode(signe, thread, { mode: "ALL_APPROVED" });
    const pending = (await world.post(seun, hidden, { thread })).id;
    const waiting = (await world.post(seun, { ...hidden, parent: revised, stance: "CON" }, { thread })).id;
    return { thread, ids: [removed, withdrawn, pending, waiting] };
  }

  it("neither in a thread's activity nor in its feed", async () => {
    const { thread, ids } = await guarded();
    const [, , pending, waiting] = ids as [string, string, string, string];
    const activity = JSON.stringify(await getActivity(null, thread));
    const text = await feedText(thread);
    expect(activity + text).not.toContain(CANARY);
    // Not even that they are there.
    for (const id of [pending, waiting]) expect(activity + text).not.toContain(id);
    expect((await getFeed(null, thread)).entries.map(({ claim }) => claim)).toEqual(["Better."]);
    for (const id of ids) expect(text).not.toContain(id);
    expect((await getHistory(null, ids[0] as string)).revisions).toEqual([]);
    expect(await refusal(getHistory(null, pending))).toBe("missing");
  });

  it("nor in the sitemap", async () => {
    const { thread, ids } = await guarded();
    const text = await (await sitemap()).text();
    expect(text).toContain(`/t/${thread}</loc>`);
    for (const id of ids) expect(text).not.toContain(id);
    expect(text).not.toContain(CANARY);
  });

  it("of a class's thread there is nothing at all: no page, no feed, no address", async () => {
    const { yuki } = world.people;
    const thread = await newThread();
    const { id } = await world.post(yuki, hidden, { thread });
    const owner = await db().class.create({ data: { id: newId(), slug: `class-${taken}`, name: `A ${CANARY}` } });
    const before = await countAddresses();
    await asOwner("UPDATE threads SET class_id = $1 WHERE slug = $2", [owner.id, thread]);
    const source = {
      ...(await db().source.findFirstOrThrow()),
      id: newId(),
      slug: `of-${CANARY}`,
      classId: owner.id,
      csl: {},
    };
    await db().source.create({ data: source });
    expect(await refusal(getActivity(null, thread))).toBe("missing");
    expect(await refusal(getFeed(null, thread))).toBe("missing");
    const gone = await feed(request(), { params: Promise.resolve({ slug: thread }) });
    expect([gone.status, await gone.text()]).toEqual([404, ""]);
    expect(await countAddresses()).toBe(before - 2);
    const text = await (await sitemap()).text();
    for (const secret of [thread, id, CANARY]) expect(text).not.toContain(secret);
  });
});

async function asOwner(sql: string, values: unknown[]): Promise<void> {
  const { default: pg } = await import("pg");
  const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  await owner.query("SET session_replication_role = replica").catch(() => {});
  await owner.query(sql, values);
  await owner.end();
}

describe("a feed", () => {
  it("keeps each entry's id when it is revised and moved, and says when that was", async () => {
    const { yuki } = world.people;
    const thread = await newThread();
    const { id } = await world.post(yuki, { claim: "First." }, { thread });
    const before = (await getFeed(null, thread)).entries[0];
    await reviseArgument(
      yuki,
      id,
      reviseArgumentInput.parse({ claim: "Better.", citations: [{ source: world.source, quote: QUOTES[1] }] }),
    );
    const after = (await getFeed(null, thread)).entries[0];
    expect([before?.id, after?.id, after?.claim]).toEqual([id, id, "Better."]);
    expect(after?.revisedAt.getTime()).toBeGreaterThan(before?.revisedAt.getTime() ?? 0);
    expect(after?.postedAt).toEqual(before?.postedAt);
    expect(await feedText(thread)).toContain(`<id>urn:grounds:argument:${id}</id>`);
  });

  it("says what it shows, so that it is stored until that is another; and so do the other files", async () => {
    const thread = await newThread();
    const { id } = await getFeed(null, thread);
    const answer = await feed(request(), { params: Promise.resolve({ slug: thread }) });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/atom+xml; charset=utf-8"]);
    expect(answer.headers.get("page-tags")).toBe(`t:${id}`);
    for (const file of [await sitemap(), await robots()]) expect(file.headers.get("page-tags")).toBe("home");
  });
});

describe("a sitemap", () => {
  it("has every public page once, in parts that follow each other", async () => {
    const count = await countAddresses();
    const [whole, again] = [await listAddresses(0, 1_000), []] as [
      Awaited<ReturnType<typeof listAddresses>>,
      unknown[],
    ];
    for (let from = 0; from < count; from += 5) again.push(...(await listAddresses(from, 5)));
    expect(again).toEqual(whole);
    expect(new Set(whole.map(({ path }) => path)).size).toBe(count);
    const { rows } = await pool().query(
      "SELECT count(*)::int AS n FROM visible_arguments a JOIN threads t ON t.id = a.thread_id WHERE t.class_id IS NULL",
    );
    expect(whole.filter(({ path }) => path.startsWith("/a/"))).toHaveLength(rows[0].n);
    expect(whole.find(({ path }) => path === `/s/${world.source}`)).toBeDefined();
  });

  it("has its parts by number, and none that is empty or has another name", async () => {
    const part = (name: string) => sitemapPart(request(), { params: Promise.resolve({ part: name }) });
    expect((await part("1.xml")).status).toBe(200);
    for (const name of ["2.xml", "0.xml", "1", "01.xml", "x.xml", "1e1.xml"])
      expect((await part(name)).status).toBe(404);
    expect(await (await robots()).text()).toContain("Disallow: /api/");
  });
});
