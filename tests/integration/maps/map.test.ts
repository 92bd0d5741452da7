/** The map shows what everybody may see, and asks no more of the database for a large debate than for a small one. */
import { beforeAll, describe, expect, it } from "vitest";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { pool } from "#lib/db";
import { getMap } from "#lib/maps/map-view";
import { removeArgument } from "#lib/moderation/commands";
import { openThread, setThreadMode } from "#lib/threads/commands";
import { seed } from "../../../prisma/seed.ts";
import { makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";

const SEEDED = "rights-of-those-held";
let world: World;
beforeAll(async () => {
  await seed(new Date());
  world = await makeWorld();
}, 60_000);

/** How often the pool is asked while the work lasts. */
async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  const asked = pool();
  const query = asked.query;
  let count = 0;
  const counting = (...args: unknown[]) => {
    count += 1;
    return Reflect.apply(query, asked, args);
  };
  Object.assign(asked, { query: counting });
  try {
    await work();
  } finally {
    Object.assign(asked, { query });
  }
  return count;
}

const numbersIn = ({ drawing }: Awaited<ReturnType<typeof getMap>>) =>
  drawing.nodes.flatMap(({ kind, number }) => (kind === "ARGUMENT" && number !== null ? [number] : []));

describe("a thread's map", () => {
  it("draws the question with two levels of answers, and says of each what its card says", async () => {
    const map = await getMap(null, SEEDED, []);
    expect(map.drawing.nodes[0]).toMatchObject({ kind: "QUESTION", text: map.thread.question });
    expect(Math.max(...map.drawing.nodes.map(({ depth }) => depth))).toBe(2);
    for (const { argument, link, answers, below } of map.top) {
      const node = map.drawing.nodes.find(({ number }) => number === argument.number);
      expect(node).toMatchObject({ text: argument.claim, stance: link.stance, depth: 1 });
      expect(argument.citations.length).toBeGreaterThan(0);
      expect(below).toBeGreaterThanOrEqual(answers.filter((one) => one.argument.state === "VISIBLE").length);
    }
    expect(map.more).toBe(true);
  });

  it("draws what is asked for besides, all of it or one branch, and no argument twice", async () => {
    const [some, all] = [await getMap(null, SEEDED, []), await getMap(null, SEEDED, ["all"])];
    expect(all.more).toBe(false);
    expect(all.drawing.edges.some(({ kind }) => kind === "AGAIN")).toBe(true);
    const numbers = numbersIn(all);
    expect(new Set(numbers).size).toBe(numbers.length);
    const deep = numbers.find((number) => !numbersIn(some).includes(number)) as number;
    expect(numbersIn(await getMap(null, SEEDED, [`${deep}`]))).toContain(deep);
    const branch = await getMap(null, SEEDED, [], deep);
    expect(numbersIn(branch)[0]).toBe(deep);
    expect(branch.line.at(-1)?.argument).toMatchObject({ number: deep });
    expect(branch.line.at(-1)?.argument.citations.length).toBeGreaterThan(0);
  });

  it("asks the same few queries whatever is drawn", async () => {
    await getMap(null, SEEDED, []);
    const few = await queriesOf(() => getMap(null, SEEDED, [], 1));
    expect(few).toBeLessThanOrEqual(5);
    expect(await queriesOf(() => getMap(null, SEEDED, ["all"]))).toBe(few);
  });

  it("tells nobody what was withdrawn, removed or waits, and keeps what stands below in its place", async () => {
    const { signe, tomasz, seun } = world.people;
    const parent = await world.post(tomasz, { claim: "Words that stay on the map." });
    const gone = await world.post(tomasz, { parent: parent.id, claim: "Words that will be taken back." });
    const off = await world.post(seun, { parent: parent.id, claim: "Words that will be taken away." });
    const below = await world.post(seun, { parent: gone.id, claim: "What stays below them." });
    await withdrawArgument(tomasz, gone.id, null);
    await removeArgument(signe, off.id, { code: "off-topic", note: null });
    await setThreadMode(signe, world.thread, { mode: "ALL_APPROVED" });
    const waiting = await world.post(seun, { parent: parent.id, claim: "Words that wait for a moderator." });
    const map = await getMap(null, world.thread, ["all"]);
    for (const words of ["taken back", "taken away", "wait for a moderator", waiting.id])
      expect(JSON.stringify(map)).not.toContain(words);
    const node = (id: string) => map.drawing.nodes.find((one) => one.id === id);
    expect(node(gone.id)).toMatchObject({ gone: true, text: "Withdrawn by its author." });
    expect(node(off.id)).toMatchObject({ gone: true, text: "Removed by a moderator." });
    expect(node(below.id)).toMatchObject({ parent: gone.id, text: "What stays below them." });
    expect(await refusal(getMap(null, world.thread, [], waiting.number))).toBe("missing");
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
  });

  it("is missing where there is no such thread, and of an argument that is not in it", async () => {
    expect(await refusal(getMap(null, "no-such-thread", []))).toBe("missing");
    expect(await refusal(getMap(null, SEEDED, [], 999_999))).toBe("missing");
  });

  it("of a debate without an answer is the question alone", async () => {
    const raisedBy = { source: world.source, quote: QUOTES[0] };
    const { slug } = await openThread(world.people.naledi, { question: "Should it sail in the fog?", raisedBy });
    const map = await getMap(null, slug, []);
    expect([map.top, map.drawing.nodes.length, map.more]).toEqual([[], 1, false]);
  });
});
