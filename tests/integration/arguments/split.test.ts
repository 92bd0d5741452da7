/** Splitting what makes more than one claim: by its author, or as a moderator has drawn it and they take it. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { startLink } from "#lib/arguments/commands/link";
import { declineSplit, rejoinArgument, splitArgument, takeSplit } from "#lib/arguments/commands/split";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getArgument, getHistory } from "#lib/arguments/queries/arguments";
import { getFocus, getOutline } from "#lib/arguments/queries/outline";
import { getPerson } from "#lib/arguments/queries/person";
import { getSplitting } from "#lib/arguments/queries/splitting";
import { getThread } from "#lib/arguments/queries/threads";
import { db } from "#lib/db";
import { mergeArgument } from "#lib/moderation/commands/merge";
import { tell } from "#lib/notices/fan-out";
import { listNotices } from "#lib/notices/queries";
import { search } from "#lib/search/queries";
import { setThreadMode } from "#lib/threads/commands";
import type { Person } from "#lib/users/viewer";
import { rateLink } from "#lib/weighing/commands/rate";
import { countRows, eventsOf, makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";

// Whole stories: each posts, weighs and judges many times.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const NOWHERE = "0000000000000000";
const PARTS = [
  { claim: "Nobody knows who would come.", cites: [0] },
  { claim: "Visitors stay away now.", cites: [1] },
];
const split = (parts = PARTS, answers: Record<string, number> = {}) => ({ parts, answers });
const linksOf = async (id: string) => (await getArgument(null, id)).links;
const linkOf = async (id: string) => (await linksOf(id))[0]?.id ?? "";
const partsOf = async (id: string) => (await getArgument(null, id)).tombstone?.parts?.map((part) => part.id) ?? [];

/** Yuki's, on two passages, with an answer to the claim and one to the second passage. */
async function whole(claim = "Nobody knows who would come, and visitors stay away.") {
  const { yuki, seun, tomasz } = world.people;
  const citations = [QUOTES[0], QUOTES[1]].map((quote) => ({ source: world.source, quote }));
  const { id } = await world.post(yuki, { claim, citations });
  const targetCitation = (await getArgument(null, id)).citations[1]?.id;
  const answer = await world.post(seun, { parent: id, stance: "CON" });
  const evidence = await world.post(tomasz, { parent: id, stance: "CON", target: "EVIDENCE", targetCitation });
  return { id, answer: answer.id, evidence: evidence.id };
}

async function drawn() {
  const one = await whole();
  await splitArgument(world.people.signe, one.id, split());
  const row = await db().split.findFirstOrThrow({ where: { argumentId: one.id } });
  return { ...one, split: row.id };
}

async function told(reader: Person): Promise<string[]> {
  const rows = await db().event.findMany();
  await tell(rows.map(({ stream, number }) => ({ stream, number })));
  return (await listNotices(reader)).items.map(({ kind, argument: { number }, code }) => `${kind} ${number} ${code}`);
}

describe("splitting one's own", () => {
  it("makes parts with the same author and the very same passages wherever it stood, and keeps its words", async () => {
    const { yuki, naledi } = world.people;
    const { id } = await whole();
    const elsewhere = await world.post(naledi);
    await startLink(yuki, { child: id, parent: elsewhere.id, stance: "CON", target: "CLAIM", concession: false });
    const before = await getArgument(null, id);
    await splitArgument(yuki, id, split());
    const after = await getArgument(null, id);
    expect([after.state, after.claim, after.citations]).toEqual(["SPLIT", null, []]);
    const parts = await Promise.all((await partsOf(id)).map((part) => getArgument(null, part)));
    expect(parts.map(({ claim, author }) => [claim, author.handle])).toEqual(PARTS.map(({ claim }) => [claim, "yuki"]));
    const words = (of: typeof before) => of.citations.map(({ spans }) => spans);
    expect(parts.map(words)).toEqual(words(before).map((spans) => [spans]));
    for (const { links } of parts)
      expect(links.map(({ parent, stance }) => [parent, stance])).toEqual([
        [null, "PRO"],
        [elsewhere.id, "CON"],
      ]);
    expect((await getHistory(null, id)).revisions[0]?.claim).toBe(before.claim);
    expect((await eventsOf(world.thread)).at(-1)).toBe("argument.split");
  });

  it("sends each answer where it was told to, else with the passage it aims at, else to the first", async () => {
    const { yuki, seun } = world.people;
    const [one, two] = [await whole(), await whole()];
    await splitArgument(yuki, one.id, split());
    const [first, second] = await partsOf(one.id);
    expect(await linksOf(one.answer)).toMatchObject([{ parent: first, target: "CLAIM" }]);
    const [citation] = (await getArgument(null, second ?? "")).citations;
    expect(await linksOf(one.evidence)).toMatchObject([
      { parent: second, target: "EVIDENCE", targetCitation: citation?.id },
    ]);
    await splitArgument(yuki, two.id, split(PARTS, { [await linkOf(two.answer)]: 1, [await linkOf(two.evidence)]: 0 }));
    const [upper, lower] = await partsOf(two.id);
    expect(await linksOf(two.answer)).toMatchObject([{ parent: lower }]);
    expect(await linksOf(two.evidence)).toMatchObject([{ parent: upper, target: "CLAIM" }]);
    const rows = await db().link.findMany({ where: { childId: two.answer }, orderBy: { startedAt: "asc" } });
    expect(rows.map(({ endedReason, authorId }) => [endedReason, authorId])).toEqual([
      ["split", seun.id],
      [null, seun.id],
    ]);
  });

  it("of what is not there is missing; what would lose a passage, repeat a claim or name what it has not is refused", async () => {
    const { yuki, signe } = world.people;
    const { id } = await whole();
    const [first, second] = PARTS as [(typeof PARTS)[0], (typeof PARTS)[0]];
    expect(await refusal(splitArgument(yuki, NOWHERE, split()))).toBe("missing");
    expect(await refusal(splitArgument(yuki, id, split([first, { ...second, cites: [0] }])))).toBe("split-drops");
    expect(await refusal(splitArgument(yuki, id, split([first, { ...second, claim: first.claim }])))).toBe(
      "split-same",
    );
    expect(await refusal(splitArgument(yuki, id, split([first, { ...second, cites: [1, 2] }])))).toBe("split-cites");
    expect(await refusal(splitArgument(yuki, id, split(PARTS, { [await linkOf((await whole()).answer)]: 4 })))).toBe(
      "done",
    );
    const two = await whole();
    const answers = { [await linkOf(two.answer)]: 4 };
    expect(await refusal(splitArgument(yuki, two.id, split(PARTS, answers)))).toBe("split-part-unknown");
    await setThreadMode(signe, world.thread, { mode: "ALL_APPROVED" });
    expect(await refusal(splitArgument(yuki, two.id, split()))).toBe("revision-needs-review");
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
    expect(await getArgument(null, two.id)).toMatchObject({ state: "VISIBLE" });
  });

  it("twice is as once, and what is split is answered, revised, rated and split no more", async () => {
    const { yuki, naledi, signe } = world.people;
    const { id } = await whole();
    await splitArgument(yuki, id, split());
    const rows = await countRows();
    await splitArgument(yuki, id, split());
    expect(await countRows()).toEqual(rows);
    const other = PARTS.map((part, i) => ({ ...part, claim: `Another ${i}.` }));
    expect(await refusal(splitArgument(yuki, id, split(other)))).toBe("argument-split");
    expect(await refusal(world.post(naledi, { parent: id }))).toBe("parent-split");
    expect(await refusal(rateLink(naledi, await linkOf(id), 2))).toBe("argument-gone");
    const stays = await world.post(naledi);
    expect(await refusal(mergeArgument(signe, id, { into: stays.id, note: null }))).toBe("merge-gone");
  });

  it("counts its parts and not itself, in the thread, its sides, the search and on its author's page", async () => {
    const { yuki } = world.people;
    const { id } = await whole("A canarysplit, and another thing.");
    const count = async () => (await getThread(null, world.thread)).counts.arguments;
    const before = await count();
    await splitArgument(yuki, id, split());
    expect(await count()).toBe(before + 1);
    const { sides } = await getOutline(null, world.thread);
    expect(sides.PRO + sides.CON).toBe(before + 1);
    expect((await search(null, { q: "canarysplit" })).total).toBe(0);
    const { fates } = await getPerson("yuki");
    const fate = fates.find((one) => one.id === id);
    expect([fate?.state, fate?.claim, fate?.tombstone?.parts?.map((part) => part.id)]).toEqual([
      "SPLIT",
      null,
      await partsOf(id),
    ]);
    expect((await getFocus(null, id)).argument.tombstone?.parts).toHaveLength(2);
  });
});

describe("a split that a moderator drew", () => {
  it("changes nothing until its author takes it, who is told; who weighed and who answered are told then", async () => {
    const { yuki, seun, signe, farid } = world.people;
    const { id, answer, split: drawing } = await drawn();
    expect((await getArgument(null, id)).state).toBe("VISIBLE");
    expect((await eventsOf(world.thread)).at(-1)).toBe("split.drawn");
    const numbers = async () =>
      new Map((await getThread(null, world.thread)).arguments.map((one) => [one.id, one.number]));
    expect(await told(yuki)).toContain(`SPLIT_OFFERED ${(await numbers()).get(id)} null`);
    expect((await getSplitting(yuki, id)).drawn?.parts).toEqual(PARTS);
    expect((await getSplitting(seun, id)).drawn).toBeNull();
    await rateLink(farid, await linkOf(id), 3);
    await takeSplit(yuki, drawing, {});
    const [first] = await partsOf(id);
    const known = await numbers();
    expect(await told(signe)).toContain(`SPLIT_TAKEN ${known.get(id)} null`);
    expect(await told(seun)).toContain(`CARRIED ${known.get(answer)} ${known.get(first ?? "")}`);
    expect(await told(farid)).toContain(`RATE_AGAIN ${known.get(first ?? "")} 3`);
    const rows = await countRows();
    await takeSplit(yuki, drawing, {});
    expect(await countRows()).toEqual(rows);
  });

  it("is a moderator's to draw, one at a time, and nobody's but the author's to take or decline", async () => {
    const { yuki, seun, signe, mateo, farid } = world.people;
    const { id, split: drawing } = await drawn();
    expect(await refusal(splitArgument(farid, id, split()))).toBe("author-only");
    const rows = await countRows();
    await splitArgument(signe, id, split());
    expect(await countRows()).toEqual(rows);
    const other = PARTS.map((part, i) => ({ ...part, claim: `Another ${i}.` }));
    expect(await refusal(splitArgument(mateo, id, split(other)))).toBe("split-waits");
    expect(await refusal(takeSplit(signe, drawing, {}))).toBe("author-only");
    expect(await refusal(declineSplit(mateo, drawing, null))).toBe("author-only");
    for (const who of [seun, farid]) expect(await refusal(takeSplit(who, drawing, {}))).toBe("missing");
    expect(await refusal(takeSplit(yuki, NOWHERE, {}))).toBe("missing");
    await declineSplit(yuki, drawing, "It is one claim.");
    await declineSplit(yuki, drawing, null);
    expect(await refusal(takeSplit(yuki, drawing, {}))).toBe("split-answered");
    expect(await db().split.findUniqueOrThrow({ where: { id: drawing } })).toMatchObject({
      taken: false,
      answer: "It is one claim.",
    });
  });

  it("is answered by what the author makes instead", async () => {
    const { yuki } = world.people;
    const { id, split: drawing } = await drawn();
    await splitArgument(yuki, id, split(PARTS.map((part, i) => ({ ...part, claim: `Mine ${i}.` }))));
    expect((await db().split.findUniqueOrThrow({ where: { id: drawing } })).taken).toBe(false);
    expect(await partsOf(id)).toHaveLength(2);
  });

  it("taken and declined at the same moment ends in one of the two", async () => {
    const { yuki } = world.people;
    const { split: drawing } = await drawn();
    const ends = await Promise.all([refusal(takeSplit(yuki, drawing, {})), refusal(declineSplit(yuki, drawing, null))]);
    expect(ends.filter((end) => end === "done")).toHaveLength(1);
  });
});

describe("taking a split back", () => {
  it("lets it stand again as it was, with its answers and their ratings, and withdraws the parts", async () => {
    const { yuki, farid, leilani, naledi } = world.people;
    const { id, answer } = await whole();
    for (const who of [farid, leilani, naledi]) await rateLink(who, await linkOf(answer), 4);
    const seen = async () => JSON.stringify([await getArgument(null, id), await getArgument(null, answer)]);
    const before = await seen();
    await splitArgument(yuki, id, split());
    const parts = await partsOf(id);
    await rejoinArgument(yuki, id);
    expect(await seen()).toBe(before);
    expect((await getFocus(null, answer)).link.ratings).toEqual([0, 0, 0, 0, 3]);
    for (const part of parts) expect((await getArgument(null, part)).state).toBe("WITHDRAWN");
    expect(await eventsOf(world.thread)).toContain("argument.rejoined");
    const rows = await countRows();
    await rejoinArgument(yuki, id);
    expect(await countRows()).toEqual(rows);
    await splitArgument(yuki, id, split());
    expect(await partsOf(id)).not.toEqual(parts);
  });

  it("is its author's, and refused where somebody has answered a part or a part is no longer theirs alone", async () => {
    const { yuki, seun, signe, naledi } = world.people;
    const { id } = await whole();
    await splitArgument(yuki, id, split());
    for (const who of [seun, signe]) expect(await refusal(rejoinArgument(who, id))).toBe("author-only");
    expect(await refusal(rejoinArgument(yuki, NOWHERE))).toBe("missing");
    const [part, other] = (await partsOf(id)) as [string, string];
    const later = await world.post(seun, { parent: part });
    expect(await refusal(rejoinArgument(yuki, id))).toBe("rejoin-answered");
    await withdrawArgument(seun, later.id, null);
    expect(await refusal(rejoinArgument(yuki, id))).toBe("rejoin-answered");
    const stays = await world.post(naledi);
    await mergeArgument(signe, other, { into: stays.id, note: null });
    expect(await refusal(rejoinArgument(yuki, id))).toBe("rejoin-gone");
  });
});

describe("the database", () => {
  it("takes the words of parts and of a no with those of the revision when they are redacted", async () => {
    const { yuki, mateo } = world.people;
    const { id, split: drawing } = await drawn();
    await declineSplit(yuki, drawing, "It is one claim.");
    const { currentRevisionId } = await db().argument.findUniqueOrThrow({ where: { id } });
    await db().$executeRaw`SELECT redact('revision', ${currentRevisionId}, 'For the test.', ${mateo.id})`;
    const kept = await db().split.findUniqueOrThrow({ where: { id: drawing }, include: { parts: true } });
    for (const words of [kept.answer, ...kept.parts.map(({ claim }) => claim)]) expect(words).toMatch(/^[█\s]+$/);
  });
});
