import { beforeAll, describe, expect, it } from "vitest";
import { listAnswerable } from "#lib/arguments/answerable";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { answerableInput } from "#lib/arguments/schema";
import { openThread, setThreadMode } from "#lib/threads/commands";
import { makeWorld, QUOTES, refusal, TEXT, type World } from "../../support/island.ts";

let world: World;
let thread: string;
beforeAll(async () => {
  world = await makeWorld();
  const raisedBy = { source: world.source, quote: QUOTES[1] };
  thread = (await openThread(world.people.naledi, { question: "What may be answered?", raisedBy })).slug;
  const post = (claim: string, quote: string) =>
    world.post(world.people.seun, { claim, citations: [{ source: world.source, quote }] }, { thread });
  await post("The passengers were never counted, so nobody knows.", QUOTES[0]);
  await post("Visitors would come if they could get home.", QUOTES[1]);
  await post("A count of passengers costs less than a crossing.", QUOTES[2]);
});

/** What is offered for the words of the first quotation. */
async function offered(q = "", slug = thread) {
  const from = TEXT.indexOf(QUOTES[0]) + 10;
  const asked = { thread: slug, source: world.source, from: `${from}`, to: `${from + 20}`, q };
  return listAnswerable(null, answerableInput.parse(asked));
}
const numbers = async (q?: string) => (await offered(q)).map(({ number }) => number);

describe("the arguments that words may answer", () => {
  it("are those on some of the same words, as long as nothing is sought", async () => {
    expect(await offered()).toMatchObject([
      {
        number: 1,
        standing: true,
        stance: "PRO",
        author: { handle: "seun" },
        claim: expect.stringMatching(/^The pass/),
      },
    ]);
  });

  it("are found by their number, with or without its sign, and are those of this thread", async () => {
    expect(await numbers("2")).toEqual([2]);
    expect(await numbers(" #3 ")).toEqual([3]);
    expect(await numbers("4")).toEqual([]);
    expect(await numbers("0")).toEqual([]);
    await world.post(world.people.seun, { claim: "The passengers of another thread." });
    expect(await numbers("another thread")).toEqual([]);
  });

  it("are found by words of their claim, those on the same words first, a slip in typing forgiven", async () => {
    expect(await numbers("passengers")).toEqual([1, 3]);
    expect(await numbers("PASSENGERS")).toEqual([1, 3]);
    expect(await numbers("visitros would come")).toEqual([2]);
    expect(await numbers("nothing of the kind is said")).toEqual([]);
  });

  it("are no more for signs that a search might take for its own", async () => {
    for (const q of ["%", "_", "\\", "'", "%%%", "a%b"]) expect(await numbers(q), q).toEqual([]);
  });

  it("are nothing that was withdrawn or waits for a moderator", async () => {
    const { yuki, seun, signe } = world.people;
    const taken = await world.post(yuki, { claim: "A heron was counted instead." }, { thread });
    await withdrawArgument(yuki, taken.id, "A slip.");
    await setThreadMode(signe, thread, { mode: "ALL_APPROVED" });
    const waiting = await world.post(seun, { claim: "A heron waits for a moderator." }, { thread });
    await setThreadMode(signe, thread, { mode: "OPEN" });
    expect(await numbers("heron")).toEqual([]);
    expect(await numbers(`${waiting.number}`)).toEqual([]);
  });

  it("in a thread that is not there are missing, and no words have no arguments", async () => {
    expect(await refusal(offered("", "no-such-thread"))).toBe("missing");
    const asked = { thread, source: world.source, q: "" };
    for (const [from, to] of [
      ["9", "9"],
      ["9", "3"],
      ["-1", "3"],
      ["x", "3"],
      ["1.5", "3"],
      ["0", "99999999999"],
    ]) {
      expect(answerableInput.safeParse({ ...asked, from, to }).success, `${from}-${to}`).toBe(false);
    }
  });
});
