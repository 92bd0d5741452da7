/** How posts are let into a thread: each mode at each way in, with clocks instead of waiting. */
import { beforeEach, describe, expect, it } from "vitest";
import { endLink, startLink } from "#lib/arguments/commands/link";
import { moveArgument } from "#lib/arguments/commands/move";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getArgument } from "#lib/arguments/queries/arguments";
import { getThread } from "#lib/arguments/queries/threads";
import { getAnswering } from "#lib/arguments/writing";
import { db } from "#lib/db";
import { openThread, setThreadMode, turnMode } from "#lib/threads/commands";
import { MODES } from "#lib/threads/mode";
import { getMode } from "#lib/threads/queries";
import type { SetMode } from "#lib/threads/schema";
import type { Person } from "#lib/users/viewer";
import { rateLink, retractRating } from "#lib/weighing/commands/rate";
import { argument, eventsOf, makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";
import { jobs } from "../../support/queue.ts";

const world: World = await makeWorld();
const { naledi, farid, yuki, seun, signe } = world.people;

let thread: string;
let made = 0;
beforeEach(async () => {
  made += 1;
  // What the test before left in the queue was decided long ago.
  const data = { decidedAt: new Date(0), decidedById: signe.id, verdict: "REFUSED" } as const;
  await db().review.updateMany({ where: { decidedAt: null }, data });
  const raisedBy = { source: world.source, quote: QUOTES[1] };
  thread = (await openThread(naledi, { question: `How is it let in, take ${made}?`, raisedBy })).slug;
});

const set = (input: SetMode, at?: Date) => setThreadMode(signe, thread, input, at ? { at } : {});
const post = (who: Person, at?: Date) => world.post(who, {}, { thread, ...(at && { at }) });
const minutes = (count: number, from = new Date()) => new Date(from.getTime() + count * 60_000);
const shown = async () => (await getThread(null, thread)).arguments.map(({ number }) => number);
const review = (argumentId: string, decidedAt: null | Date = null) =>
  db().review.findFirst({
    where: { argumentId, ...(decidedAt === null && { decidedAt }) },
    orderBy: { openedAt: "desc" },
  });
const approve = (argumentId: string, verdict: "APPROVED" | "REFUSED" = "APPROVED", at = new Date()) =>
  db().review.updateMany({
    where: { argumentId, decidedAt: null },
    data: { decidedAt: at, decidedById: signe.id, verdict },
  });

describe("saying how one posts", () => {
  it("happens, and the event is there; twice is as once", async () => {
    await set({ mode: "SLOW", slowSeconds: 30 });
    await set({ mode: "SLOW", slowSeconds: 30 });
    expect((await getMode(null, thread)).letsIn).toEqual({ mode: "SLOW", slowSeconds: 30, firstPosts: 2, next: null });
    expect(await eventsOf(thread)).toEqual(["thread.opened", "thread.mode_set"]);
  });

  it("in a thread that is not there is missing, and for others than moderators refused", async () => {
    expect(await refusal(setThreadMode(signe, "no-such-thread", { mode: "LOCKED" }))).toBe("missing");
    for (const who of [naledi, yuki])
      expect(await refusal(setThreadMode(who, thread, { mode: "OPEN" }))).toBe("moderators-only");
  });

  it("with what follows takes something else, later", async () => {
    const next = { mode: "OPEN", at: minutes(5).toISOString() } as const;
    expect(await refusal(set({ mode: "OPEN", next }))).toBe("mode-follows-itself");
    expect(await refusal(set({ mode: "LOCKED", next: { ...next, at: minutes(-5).toISOString() } }))).toBe(
      "mode-in-the-past",
    );
  });

  it("begins open but quiet", async () => {
    expect((await getMode(null, thread)).letsIn.mode).toBe("OPEN_QUIET");
  });
});

describe("what follows", () => {
  it("holds from its moment on for every verb, though nobody has written it down", async () => {
    const now = new Date();
    await set({ mode: "LOCKED", next: { mode: "OPEN", at: minutes(10, now).toISOString() } }, now);
    expect(await refusal(post(yuki, minutes(9, now)))).toBe("thread-locked");
    const { id } = await post(yuki, minutes(10, now));
    const [link] = (await getArgument(null, id)).links;
    const rated = (at: Date) => refusal(rateLink(seun, link?.id ?? "", 3, { at }));
    expect([await rated(minutes(9, now)), await rated(minutes(11, now))]).toEqual(["thread-locked", "done"]);
  });

  it("closes, too, and is on the record once its job is done, however late and however often", async () => {
    const past = minutes(-60);
    const at = minutes(30, past).toISOString();
    await set({ mode: "OPEN", next: { mode: "ARCHIVED", at } }, past);
    expect(await refusal(post(yuki))).toBe("thread-archived");
    expect((await getThread(null, thread)).locked).toBe(true);
    const [job] = (await jobs()).filter(({ name, data }) => name === "modes" && (data as { at: string }).at === at);
    const due = job?.data as unknown as { thread: string; at: string };
    await turnMode(due, { at: minutes(10, past) });
    expect(await eventsOf(thread)).toEqual(["thread.opened", "thread.mode_set"]);
    await turnMode(due);
    await turnMode(due);
    expect(await eventsOf(thread)).toEqual(["thread.opened", "thread.mode_set", "thread.mode_set"]);
    expect((await getMode(null, thread)).letsIn).toMatchObject({ mode: "ARCHIVED", next: null });
  });

  it("is forgotten where something else was said meanwhile", async () => {
    const at = minutes(30).toISOString();
    await set({ mode: "LOCKED", next: { mode: "OPEN", at } });
    const { thread: row } = await getMode(null, thread);
    await set({ mode: "ALL_APPROVED" });
    await turnMode({ thread: row.id, at }, { at: minutes(31) });
    expect((await getMode(null, thread)).letsIn).toMatchObject({ mode: "ALL_APPROVED", next: null });
  });
});

/** What a member's post, and each other way to say something, comes to. */
const WAYS = {
  post: ({ who }) => post(who),
  answer: ({ who, theirs }) => world.post(who, { parent: theirs, stance: "CON" }, { thread }),
  revise: ({ who, own }) => reviseArgument(who, own, argument(world.source, { claim: "Said otherwise." })),
  use: ({ who, own, theirs }) =>
    startLink(who, { child: own, parent: theirs, stance: "PRO", target: "CLAIM", concession: false }),
  move: ({ who, link, theirs }) =>
    moveArgument(who, link, { parent: theirs, stance: "CON", target: "CLAIM", concession: false }),
  leave: ({ who, second }) => endLink(who, second, "Enough."),
  rate: ({ who, theirLink }) => rateLink(who, theirLink, 2),
  retract: ({ who, theirLink }) => retractRating(who, theirLink),
  withdraw: ({ who, own }) => withdrawArgument(who, own, null),
} satisfies Record<
  string,
  (at: {
    who: Person;
    own: string;
    link: string;
    second: string;
    theirs: string;
    theirLink: string;
  }) => Promise<unknown>
>;
type Way = keyof typeof WAYS;

const all = (outcome: string, other: Partial<Record<Way, string>> = {}) =>
  ({ ...Object.fromEntries(Object.keys(WAYS).map((way) => [way, outcome])), ...other }) as Record<Way, string>;

/** The policy: what somebody without rights, who has just posted here, may do in each mode. */
const POLICY: Record<(typeof MODES)[number], Record<Way, string>> = {
  OPEN: all("done"),
  OPEN_QUIET: all("done"),
  SLOW: all("done", { post: "thread-slow", answer: "thread-slow", use: "thread-slow" }),
  FIRST_N_APPROVED: all("done", { post: "waits", answer: "waits" }),
  ALL_APPROVED: all("done", {
    post: "waits",
    answer: "waits",
    revise: "revision-needs-review",
    use: "link-needs-review",
    move: "link-needs-review",
    leave: "link-needs-review",
  }),
  SUGGESTIONS: all("done", {
    post: "waits",
    answer: "waits",
    revise: "revision-needs-review",
    use: "link-needs-review",
    move: "link-needs-review",
    leave: "link-needs-review",
  }),
  LOCKED: all("thread-locked"),
  ARCHIVED: all("thread-archived"),
};

describe.each(MODES)("in a thread that is %s", (mode) => {
  it.each(Object.keys(WAYS) as Way[])("%s is as the policy says", async (way) => {
    await set({ mode: "OPEN" });
    const { id: theirs } = await world.post(farid, {}, { thread });
    const { id: third } = await world.post(seun, { claim: "A third thing." }, { thread });
    const { id: own } = await world.post(yuki, { claim: "My own." }, { thread });
    const [first] = (await getArgument(null, own)).links;
    const second = await startLink(yuki, {
      child: own,
      parent: third,
      stance: "PRO",
      target: "CLAIM",
      concession: false,
    });
    const theirLink = (await getArgument(null, theirs)).links[0]?.id ?? "";
    await set({ mode });
    const asked = { who: yuki, own, link: first?.id ?? "", second: second.id, theirs, theirLink };
    let answer: unknown;
    const outcome = await refusal(
      WAYS[way](asked).then((done) => {
        answer = done;
      }),
    );
    const waits = (answer as { pending?: boolean } | undefined)?.pending === true;
    expect(waits ? "waits" : outcome).toBe(POLICY[mode][way]);
  });
});

describe("first posts that are read", () => {
  it("are as many as was said; later ones stand at once", async () => {
    await set({ mode: "FIRST_N_APPROVED", firstPosts: 1 });
    const { id, pending } = await post(yuki);
    expect([pending, (await post(yuki)).pending]).toEqual([true, true]);
    await approve(id);
    expect((await post(yuki)).pending).toBe(false);
    expect((await post(signe)).pending).toBe(false);
  });
});

describe("suggestions", () => {
  it("are what others write, while whoever opened the thread writes in it", async () => {
    await set({ mode: "SUGGESTIONS" });
    expect([(await post(naledi)).pending, (await post(yuki)).pending]).toEqual([false, true]);
    expect(await shown()).toEqual([1]);
    expect((await getAnswering(naledi, thread)).letsIn.waits).toBe(false);
    expect((await getAnswering(yuki, thread)).letsIn.waits).toBe(true);
  });
});

describe("a quiet post", () => {
  it("stands at once, and a moderator is asked to read it", async () => {
    const { id, pending } = await post(yuki);
    expect([pending, await shown(), (await review(id))?.cause]).toEqual([false, [1], "QUIET"]);
    const moderated = await post(signe);
    expect(await review(moderated.id)).toBeNull();
  });
});

describe("what waits", () => {
  it("fills up, says so before and when posting, and has room again with each that is let in", async () => {
    await set({ mode: "ALL_APPROVED" });
    const first = await post(farid);
    for (let i = 0; i < 4; i++) await post(farid);
    expect(await refusal(post(farid))).toBe("waiting-full");
    expect((await getAnswering(farid, thread)).verdict).toMatchObject({ ok: false, code: "waiting-full" });
    await approve(first.id, "REFUSED");
    expect(await refusal(post(farid))).toBe("waiting-full");
    const waiting = await db().review.findFirstOrThrow({
      where: { decidedAt: null, argument: { authorId: farid.id } },
    });
    await approve(waiting.argumentId);
    expect(await refusal(post(farid))).toBe("done");
    expect(await refusal(post(farid))).toBe("waiting-full");
    // A refused one keeps its place for a day.
    expect(await refusal(post(farid, minutes(25 * 60)))).toBe("done");
  });

  it("waits about as long as the last ones did", async () => {
    await set({ mode: "ALL_APPROVED" });
    const begun = minutes(-100);
    for (const [who, wait] of [
      [yuki, 10],
      [seun, 20],
      [naledi, 90],
    ] as const) {
      const { id } = await post(who, begun);
      await approve(id, "APPROVED", minutes(wait, begun));
    }
    expect((await getAnswering(yuki, thread)).letsIn).toMatchObject({ waits: true, usualMinutes: 20 });
  });
});

describe("words that were changed after a moderator read them", () => {
  it("make another edition of an open review, so that nobody decides on what they have not seen", async () => {
    await set({ mode: "ALL_APPROVED" });
    const { id } = await post(yuki);
    const before = await review(id);
    await reviseArgument(yuki, id, argument(world.source, { claim: "Something else altogether." }));
    expect((await review(id))?.edition).toBe((before?.edition ?? 0) + 1);
  });

  it("go back to the queue where they were let stand", async () => {
    await set({ mode: "FIRST_N_APPROVED" });
    const { id } = await post(yuki);
    await approve(id);
    await reviseArgument(yuki, id, argument(world.source, { claim: "Something else altogether." }));
    expect(await db().review.count({ where: { argumentId: id, cause: "EDITED", decidedAt: null } })).toBe(1);
    await reviseArgument(yuki, id, argument(world.source, { claim: "And once more." }));
    expect(await db().review.count({ where: { argumentId: id } })).toBe(2);
  });
});
