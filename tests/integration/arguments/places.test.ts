import { beforeAll, describe, expect, it } from "vitest";
import { startLink } from "#lib/arguments/commands/link";
import { moveArgument } from "#lib/arguments/commands/move";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getChoosing, getPlacing } from "#lib/arguments/placing";
import { getPast } from "#lib/arguments/queries/places";
import { openThread } from "#lib/threads/commands";
import { makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const to = (parent: string | null) => ({ parent, stance: "CON", target: "CLAIM", concession: false }) as const;

describe("looking for a further place", () => {
  it("finds by number and by words, and says what stands in the way", async () => {
    const { yuki, seun } = world.people;
    const here = await world.post(yuki, { claim: "The harbour is café-lined." });
    const below = await world.post(seun, { claim: "Below the harbour.", parent: here.id });
    const there = await world.post(seun, { claim: "Another harbour, 100 % safe." });
    const gone = await world.post(seun, { claim: "A harbour that is gone." });
    await withdrawArgument(seun, gone.id, null);
    const find = async (asked: string) =>
      (await getChoosing(yuki, here.id, { find: asked })).candidates.map(({ id, obstacle }) => [id, obstacle]);
    expect(await find("harbour")).toEqual([
      [there.id, null],
      [here.id, "itself"],
      [below.id, "below"],
    ]);
    expect(await find(`#${there.number}`)).toEqual([[there.id, null]]);
    expect(await find("cafe HARBOUR")).toEqual([[here.id, "itself"]]);
    expect(await find("100 %")).toEqual([[there.id, null]]);
    expect(await find("_____________________")).toEqual([]);
    expect(await find("")).toEqual([[there.id, null]]);
    await startLink(yuki, { child: here.id, ...to(there.id) });
    expect(await find(String(there.number))).toEqual([[there.id, "already"]]);
  });

  it("says of an argument in another thread that it is there, and offers it to nobody", async () => {
    const { yuki, seun, naledi } = world.people;
    const here = await world.post(yuki);
    const raisedBy = { source: world.source, quote: QUOTES[2] };
    const { slug } = await openThread(naledi, { question: "Is it another matter?", raisedBy });
    const elsewhere = await world.post(seun, {}, { thread: slug });
    const { candidates } = await getChoosing(yuki, here.id, { find: `http://localhost:3000/a/${elsewhere.id}` });
    expect(candidates).toMatchObject([{ id: elsewhere.id, obstacle: "elsewhere" }]);
    expect(await refusal(getChoosing(yuki, here.id, { parent: elsewhere.id }))).toBe("missing");
  });

  it("shows both places, and what of the new one can be answered", async () => {
    const { yuki, seun } = world.people;
    const [here, there] = [await world.post(yuki), await world.post(seun)];
    const { places, chosen, verdict } = await getChoosing(yuki, here.id, { parent: there.id });
    expect([places.length, places[0]?.answered, verdict.ok]).toEqual([1, null, true]);
    expect(chosen?.answered.parent?.citations).toHaveLength(1);
    expect((await getPlacing(seun, here.id)).verdict).toMatchObject({ code: "author-only" });
  });

  it("remembers the place that was left, so that it can be taken back", async () => {
    const { yuki, seun } = world.people;
    const [here, there] = [await world.post(yuki), await world.post(seun)];
    const old = (await getPlacing(yuki, here.id)).places[0]?.link;
    const { id } = await moveArgument(yuki, old?.id ?? "", to(there.id));
    expect(await getPast(yuki, id)).toMatchObject({
      ended: false,
      before: { id: old?.id, parent: null, stance: "PRO" },
    });
    expect(await getPast(yuki, old?.id ?? "")).toMatchObject({ ended: true, before: null });
  });
});
