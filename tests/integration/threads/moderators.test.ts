/** Who moderates one thread: named by an admin, and nothing elsewhere. */
import { describe, expect, it } from "vitest";
import { getArgument } from "#lib/arguments/queries/arguments";
import { dismissModerator, nameModerator, openThread, setThreadMode } from "#lib/threads/commands";
import { listModerators } from "#lib/threads/queries";
import { makeToken } from "#lib/users/commands/token";
import { findPersonByToken } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";
import { eventsOf, makeWorld, QUOTES, refusal } from "../../support/island.ts";

const world = await makeWorld();
const { naledi, yuki, seun, signe, mateo } = world.people;
const { token } = await makeToken(yuki, "tests");
const asKnown = async () => (await findPersonByToken(token)) as Person;
const elsewhere = (
  await openThread(naledi, { question: "Elsewhere?", raisedBy: { source: world.source, quote: QUOTES[1] } })
).slug;

describe("naming somebody a thread's moderator", () => {
  it("happens from their next request on, is on the record, and twice is as once", async () => {
    expect(await refusal(setThreadMode(await asKnown(), world.thread, { mode: "SLOW" }))).toBe("moderators-only");
    await nameModerator(mateo, world.thread, "yuki");
    await nameModerator(mateo, world.thread, "yuki");
    expect(await listModerators(await idOf())).toEqual([{ handle: "yuki", name: yuki.name }]);
    expect(await refusal(setThreadMode(await asKnown(), world.thread, { mode: "ALL_APPROVED" }))).toBe("done");
    expect((await eventsOf(world.thread)).filter((kind) => kind === "moderator.named")).toHaveLength(1);
  });

  it("lets them read what waits there and post without waiting, and gives them nothing elsewhere", async () => {
    const { id } = await world.post(seun);
    const known = await asKnown();
    expect(await refusal(getArgument(known, id))).toBe("done");
    expect(await refusal(getArgument(naledi, id))).toBe("missing");
    expect((await world.post(known)).pending).toBe(false);
    expect(await refusal(setThreadMode(known, elsewhere, { mode: "LOCKED" }))).toBe("moderators-only");
    await setThreadMode(signe, elsewhere, { mode: "ALL_APPROVED" });
    const hidden = await world.post(seun, {}, { thread: elsewhere });
    expect(await refusal(getArgument(known, hidden.id))).toBe("missing");
  });

  it("is for admins, of somebody who is here, in a thread that is there", async () => {
    for (const who of [signe, naledi, await asKnown()])
      expect(await refusal(nameModerator(who, world.thread, "seun"))).toBe("admins-only");
    expect(await refusal(nameModerator(mateo, world.thread, "nobody_here"))).toBe("person-unknown");
    expect(await refusal(nameModerator(mateo, "no-such-thread", "seun"))).toBe("missing");
  });

  it("ends with their dismissal", async () => {
    await dismissModerator(mateo, world.thread, "yuki");
    await dismissModerator(mateo, world.thread, "yuki");
    expect(await refusal(setThreadMode(await asKnown(), world.thread, { mode: "OPEN" }))).toBe("moderators-only");
    expect((await eventsOf(world.thread)).filter((kind) => kind === "moderator.dismissed")).toHaveLength(1);
  });
});

const idOf = async () => (await asKnown()).moderates?.[0] ?? "";
