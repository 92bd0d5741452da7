import { beforeAll, describe, expect, it } from "vitest";
import { endLink, startLink } from "#lib/arguments/commands/link";
import { moveArgument } from "#lib/arguments/commands/move";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getArgument, getHistory } from "#lib/arguments/queries/arguments";
import { getThread } from "#lib/arguments/queries/threads";
import { reviseArgumentInput } from "#lib/arguments/schema";
import { sideOf } from "#lib/arguments/tree";
import { db } from "#lib/db";
import { removeArgument } from "#lib/moderation/commands";
import { openThread, setThreadMode } from "#lib/threads/commands";
import { countRows, eventsOf, makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const NOWHERE = "0000000000000000";
const to = (parent: string | null, stance: "PRO" | "CON" = "PRO") =>
  ({ parent, stance, target: "CLAIM", concession: false }) as const;
const linksOf = async (id: string) => (await getArgument(null, id)).links;
const linkOf = async (id: string) => (await linksOf(id))[0]?.id ?? "";
const last = async () => (await eventsOf(world.thread)).at(-1);

describe("moving an argument", () => {
  it("ends its old place and starts the new one in one act, which is on the record", async () => {
    const { yuki, seun } = world.people;
    const [here, there] = [await world.post(yuki), await world.post(seun, { stance: "CON" })];
    const below = await world.post(seun, { parent: here.id });
    const old = await linkOf(here.id);
    const { id } = await moveArgument(yuki, old, to(there.id, "CON"));
    expect(await linksOf(here.id)).toMatchObject([{ id, parent: there.id, stance: "CON" }]);
    expect(await last()).toBe("argument.moved");
    expect((await linksOf(below.id))[0]?.parent).toBe(here.id);
    const rows = await db().link.findMany({ where: { childId: here.id }, orderBy: { startedAt: "asc" } });
    expect(rows.map(({ endedReason, movedFromId }) => [endedReason, movedFromId])).toEqual([
      ["moved", null],
      [null, old],
    ]);
    expect(rows[0]?.endedAt).toEqual(rows[1]?.startedAt);
  });

  it("takes the sides of what stands below it along", async () => {
    const { yuki, seun } = world.people;
    const [here, there] = [await world.post(yuki), await world.post(seun)];
    const below = await world.post(seun, { parent: here.id, stance: "CON" });
    const side = async (id: string) => sideOf(await getThread(null, world.thread))(id);
    expect([await side(here.id), await side(below.id)]).toEqual(["PRO", "CON"]);
    await moveArgument(yuki, await linkOf(here.id), to(there.id, "CON"));
    expect([await side(here.id), await side(below.id)]).toEqual(["CON", "PRO"]);
  });

  it("of what is not there is missing, and of somebody else's is refused, but for moderators", async () => {
    const { yuki, seun, signe } = world.people;
    const [here, there] = [await world.post(yuki), await world.post(seun)];
    expect(await refusal(moveArgument(yuki, NOWHERE, to(there.id)))).toBe("missing");
    expect(await refusal(moveArgument(seun, await linkOf(here.id), to(there.id)))).toBe("author-only");
    await setThreadMode(signe, world.thread, { mode: "LOCKED" });
    expect(await refusal(moveArgument(yuki, await linkOf(here.id), to(there.id)))).toBe("thread-locked");
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
    await moveArgument(signe, await linkOf(here.id), to(there.id));
    expect((await linksOf(here.id))[0]?.parent).toBe(there.id);
  });

  it("under itself or below its own branch is refused, and nothing has changed", async () => {
    const { yuki, seun } = world.people;
    const here = await world.post(yuki);
    const below = await world.post(seun, { parent: here.id });
    const deeper = await world.post(seun, { parent: below.id });
    const before = await countRows();
    for (const parent of [here.id, below.id, deeper.id])
      expect(await refusal(moveArgument(yuki, await linkOf(here.id), to(parent)))).toBe("link-closes-circle");
    expect(await countRows()).toEqual(before);
    expect((await linksOf(here.id))[0]?.parent).toBeNull();
  });

  it("under what is gone, where it stands already, or in another thread is refused", async () => {
    const { yuki, seun, naledi, signe } = world.people;
    const [here, there, gone, removed] = [
      await world.post(yuki),
      await world.post(seun),
      await world.post(seun),
      await world.post(seun),
    ];
    await withdrawArgument(seun, gone.id, null);
    await removeArgument(signe, removed.id, { code: "off-topic", note: null });
    const second = await startLink(yuki, { child: here.id, ...to(there.id) });
    const raisedBy = { source: world.source, quote: QUOTES[2] };
    const { slug } = await openThread(naledi, { question: "Is a half-empty boat another matter?", raisedBy });
    const elsewhere = await world.post(seun, {}, { thread: slug });
    const move = async (parent: string | null) => refusal(moveArgument(yuki, second.id, to(parent)));
    expect(await move(gone.id)).toBe("parent-withdrawn");
    expect(await move(removed.id)).toBe("parent-removed");
    expect(await move(null)).toBe("link-exists");
    expect(await move(elsewhere.id)).toBe("link-elsewhere");
    expect(await refusal(startLink(yuki, { child: here.id, ...to(elsewhere.id) }))).toBe("link-elsewhere");
  });

  it("twice is as once, to where it stands is nothing, and from a place it left is refused", async () => {
    const { yuki, seun } = world.people;
    const [here, there] = [await world.post(yuki), await world.post(seun)];
    const old = await linkOf(here.id);
    const { id } = await moveArgument(yuki, old, to(there.id));
    const before = await countRows();
    expect(await moveArgument(yuki, old, to(there.id))).toEqual({ id });
    expect(await moveArgument(yuki, id, to(there.id))).toEqual({ id });
    expect(await countRows()).toEqual(before);
    expect(await refusal(moveArgument(yuki, old, to(null)))).toBe("link-has-ended");
  });

  it("and edited, withdrawn and answered at the same moment ends in one order, and nothing is orphaned", async () => {
    const { yuki, seun, signe } = world.people;
    for (let round = 0; round < 4; round += 1) {
      const [here, there] = [await world.post(yuki), await world.post(seun)];
      const link = await linkOf(here.id);
      const revised = reviseArgumentInput.parse({
        claim: "Said anew.",
        citations: [{ source: world.source, quote: QUOTES[1] }],
      });
      const said = await Promise.all(
        [
          moveArgument(yuki, link, to(there.id, "CON")),
          reviseArgument(yuki, here.id, revised),
          withdrawArgument(yuki, here.id, null),
          removeArgument(signe, there.id, { code: "off-topic", note: null }),
          world.post(seun, { parent: here.id, stance: "CON" }),
          endLink(yuki, link, "Not here."),
        ].map(refusal),
      );
      const known = ["done", "argument-gone", "parent-withdrawn", "parent-removed", "link-is-last", "link-has-ended"];
      expect(known).toEqual(expect.arrayContaining(said));
      const after = await getArgument(null, here.id);
      expect(after.links).toHaveLength(1);
      expect(after.state).toBe("WITHDRAWN");
      expect((await getHistory(null, here.id)).revisions).toEqual([]);
      const answer = await db().link.count({ where: { parentId: here.id, endedAt: null } });
      expect(answer).toBe(said[4] === "done" ? 1 : 0);
    }
  });
});
