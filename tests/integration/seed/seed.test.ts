import { beforeAll, describe, expect, it } from "vitest";
import { isDropped } from "#lib/arguments/dropped";
import { getThread, listThreads } from "#lib/arguments/queries/threads";
import { db } from "#lib/db";
import { readDebate } from "../../../prisma/seed/debate.ts";
import { seed } from "../../../prisma/seed.ts";
import { countRows } from "../../support/island.ts";

const NOW = new Date();
beforeAll(async () => {
  expect(await seed(NOW)).toBe(true);
}, 60_000);

describe("the demonstration debate", () => {
  it("stands as it was written: every argument, state and further place", async () => {
    for (const written of readDebate()) {
      const thread = await getThread(null, written.slug);
      const states = (name: string) => written.arguments.filter(({ state }) => state === name).length;
      expect(thread.arguments).toHaveLength(written.arguments.length - states("pending"));
      expect(thread.arguments.filter(({ state }) => state === "WITHDRAWN")).toHaveLength(states("withdrawn"));
      expect(thread.arguments.filter(({ state }) => state === "REMOVED")).toHaveLength(states("removed"));
      expect(thread.arguments.filter(({ marks }) => marks.length > 0)).toHaveLength(states("marked"));
      const further = written.arguments.flatMap(({ alsoIn = [] }) => alsoIn).length;
      expect(thread.links).toHaveLength(thread.arguments.length + further);
      expect(thread.raisedBy.spans[0]?.quote).toBe(written.raisedBy.quote);
    }
  });

  it("is by people who have been here for weeks, so that what they report counts", async () => {
    const day = new Date(Date.now() - 24 * 3_600_000);
    expect(await db().user.count({ where: { createdAt: { gt: day } } })).toBe(0);
  });

  it("has a dropped argument in each thread, and what was said last is of the last days", async () => {
    for (const { slug, last } of (await listThreads(null)).items) {
      const thread = await getThread(null, slug);
      const dropped = isDropped(thread, NOW);
      expect(thread.arguments.some(({ id }) => dropped(id))).toBe(true);
      expect(NOW.getTime() - Date.parse(last?.postedAt ?? "")).toBeLessThan(3 * 24 * 3_600_000);
    }
  });

  it("happened in order of time: nobody answers before what they answer, and the record runs forwards", async () => {
    const [{ backwards } = { backwards: -1 }] = await db().$queryRaw<{ backwards: number }[]>`
      SELECT count(*)::int AS backwards FROM events e JOIN events before ON before.stream = e.stream AND before.number = e.number - 1
      WHERE before.at > e.at`;
    expect(backwards).toBe(0);
    const early = await db().link.findMany({
      where: { parentId: { not: null } },
      select: { startedAt: true, parent: { select: { postedAt: true } } },
    });
    expect(early.filter(({ startedAt, parent }) => parent && parent.postedAt > startedAt)).toEqual([]);
  });

  it("planted again changes nothing", async () => {
    const before = await countRows();
    expect(await seed(new Date())).toBe(false);
    expect(await countRows()).toEqual(before);
  });
});
