import { beforeEach, describe, expect, it } from "vitest";
import { confirmAnchor } from "#lib/arguments/commands/confirm";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getArgument, getHistory } from "#lib/arguments/queries/arguments";
import { getMoved, getRevising } from "#lib/arguments/writing";
import { db } from "#lib/db";
import { bringSource } from "#lib/sources/commands/bring";
import { correctSource } from "#lib/sources/commands/correct";
import { openThread, setThreadMode } from "#lib/threads/commands";
import { POST } from "../../../app/api/v1/citations/[id]/confirm/route.ts";
import { call, expectRefusal } from "../../support/call.ts";
import { argument, countRows, eventsOf, makeWorld, QUOTES, refusal, TEXT, type World } from "../../support/island.ts";
import { tokenOf } from "../../support/world.ts";

const REWORDED = "They claim that visitors stay away because they cannot get home.";
const LONG_AGO = new Date(Date.now() - 24 * 60 * 60_000);

let world: World;
let source: string;
let thread: string;
let text: string;
let made = 0;
/** An argument of Yuki's, posted a day ago. */
let id: string;
let citation: string;

beforeEach(async () => {
  world ??= await makeWorld();
  made += 1;
  const { mateo, naledi, yuki } = world.people;
  text = `${TEXT}\n\nThis is copy ${made} of what the council heard.`;
  source = (await bringSource(mateo, { title: `The ferry, copy ${made}`, text, rights: "OPEN" }, { at: LONG_AGO }))
    .slug;
  const raisedBy = { source, quote: "whether the ferry should sail on Sundays as well" };
  thread = (await openThread(naledi, { question: `Should it sail, take ${made}?`, raisedBy }, { at: LONG_AGO })).slug;
  const input = argument(source, { citations: [{ source, quote: QUOTES[1] }] });
  id = (await world.post(yuki, input, { at: LONG_AGO, thread })).id;
  citation = (await shown()).id;
});

const shown = async () => {
  const [first] = (await getArgument(null, id)).citations;
  if (!first) throw new Error("an argument without a citation");
  return first;
};
const correct = async (to: string) => {
  text = text.replace(/They (?:say|claim|insist) that visitors stay away because they cannot get home\./, to);
  return correctSource(world.people.mateo, source, { text });
};
const confirm = (version: number) => confirmAnchor(world.people.yuki, citation, { version });

describe("confirming words that moved", () => {
  it("is shown to readers, and is on the record of the thread", async () => {
    await correct(REWORDED);
    expect(await shown()).toMatchObject({ state: "MOVED" });
    expect(await shown()).not.toHaveProperty("confirmed");
    const { moved, verdict } = await getMoved(world.people.yuki, id);
    expect(verdict.ok).toBe(true);
    expect(moved).toMatchObject([
      { citation: { spans: [{ quote: QUOTES[1] }] }, version: 2, now: { spans: [{ quote: REWORDED }] } },
    ]);
    expect(await confirm(2)).toEqual({ argument: id, left: false });
    expect(await shown()).toMatchObject({ state: "MOVED", confirmed: true, spans: [{ quote: QUOTES[1] }], version: 1 });
    expect((await eventsOf(thread)).at(-1)).toBe("citation.confirmed");
    const anchor = await db().anchor.findFirstOrThrow({ where: { citationId: citation } });
    expect(anchor).toMatchObject({ confirmedById: world.people.yuki.id, confirmedAt: expect.any(Date) });
  });

  it("of what is not there, or was replaced by a revision, is missing", async () => {
    const { yuki } = world.people;
    await correct(REWORDED);
    expect(await refusal(confirmAnchor(yuki, "nothing", { version: 2 }))).toBe("missing");
    await reviseArgument(yuki, id, argument(source, { citations: [{ source, quote: QUOTES[0] }] }));
    expect(await refusal(confirm(2))).toBe("missing");
  });

  it("is for its author alone, while it stands and its thread is open", async () => {
    const { naledi, signe, yuki } = world.people;
    await correct(REWORDED);
    const before = await countRows();
    for (const other of [naledi, { ...signe, role: "MODERATOR" as const }])
      expect(await refusal(confirmAnchor(other, citation, { version: 2 }))).toBe("author-only");
    expect(await countRows()).toEqual(before);
    const moderator = { ...signe, role: "MODERATOR" as const };
    await setThreadMode(moderator, thread, { mode: "LOCKED" });
    expect(await refusal(confirm(2))).toBe("thread-locked");
    await setThreadMode(moderator, thread, { mode: "OPEN" });
    await withdrawArgument(yuki, id, null);
    expect(await refusal(confirm(2))).toBe("argument-gone");
  });

  it("twice is as once, and where nothing moved it changes nothing", async () => {
    const first = await countRows();
    await confirm(1);
    expect(await countRows()).toEqual(first);
    await correct(REWORDED);
    await confirm(2);
    const before = await countRows();
    await confirm(2);
    expect(await countRows()).toEqual(before);
  });

  it("is of the words that were seen: a newer version asks again", async () => {
    await correct(REWORDED);
    await correct("They insist that visitors stay away because they cannot get home.");
    expect(await refusal(confirm(2))).toBe("citation-moved-again");
    await confirm(3);
    expect(await shown()).toHaveProperty("confirmed");
    await correct(REWORDED);
    expect(await shown()).not.toHaveProperty("confirmed");
  });

  it("holds on while a newer version has the very words, and is no news there", async () => {
    await correct(REWORDED);
    await confirm(2);
    const told = await eventsOf(thread);
    text = `An editor's note.\n\n${text}`;
    await correctSource(world.people.mateo, source, { text });
    expect(await shown()).toMatchObject({ state: "MOVED", confirmed: true });
    expect((await eventsOf(thread)).slice(told.length)).toEqual(["source.corrected"]);
    await confirm(3);
    expect(await eventsOf(thread)).toHaveLength(told.length + 1);
  });

  it("finds nothing to confirm where the words are lost", async () => {
    await correct("Nobody asked.");
    expect(await refusal(confirm(2))).toBe("citation-orphaned");
    expect((await getMoved(world.people.yuki, id)).moved).toMatchObject([{ now: null }]);
  });

  it("works through the API", async () => {
    await correct(REWORDED);
    const params = { id: citation };
    await expectRefusal(401, "sign-in-first", POST, { params, body: { version: 2 } });
    await expectRefusal(403, "author-only", POST, {
      token: await tokenOf(world.people.naledi),
      params,
      body: { version: 2 },
    });
    const token = await tokenOf(world.people.yuki);
    await expectRefusal(409, "citation-moved-again", POST, { token, params, body: { version: 1 } });
    const { json, status } = await call(POST, { token, params, body: { version: 2 } });
    expect(status).toBe(200);
    expect(json.citations).toMatchObject([{ state: "MOVED", confirmed: true }]);
  });
});

describe("an argument whose cited words changed", () => {
  const revise = () => reviseArgument(world.people.yuki, id, argument(source, { claim: `Said anew, ${made}.` }));

  it("may be revised after the edit window, and says why", async () => {
    expect(await refusal(revise())).toBe("edit-window-over");
    await correct(REWORDED);
    expect((await getRevising(world.people.yuki, id)).verdict.ok).toBe(true);
    await revise();
    expect((await getHistory(null, id)).revisions[0]).toMatchObject({ ordinal: 2, occasion: "MOVED_CITATION" });
  });

  it("is no longer open once its author confirmed the words", async () => {
    await correct(REWORDED);
    await confirm(2);
    expect(await refusal(revise())).toBe("edit-window-over");
  });

  it("stays open where the words are lost", async () => {
    await correct("Nobody asked.");
    await revise();
    expect((await shown()).state).toBe("VERBATIM");
  });
});
