/** What a class owns, its members read and write in as in public, and nobody else knows of. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { postArgument } from "#lib/arguments/commands/post";
import { getArgument } from "#lib/arguments/queries/arguments";
import { getOutline } from "#lib/arguments/queries/outline";
import { db } from "#lib/db";
import { bringSource } from "#lib/sources/commands/bring";
import { getSource, listSources } from "#lib/sources/queries";
import { openThread } from "#lib/threads/commands";
import { type Classroom, type Enrolled, makeClassroom } from "../../support/classroom.ts";
import { argument, eventsOf, makeWorld, QUOTES, refusal, TEXT, type World } from "../../support/island.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let world: World;
let room: Classroom;
let posted: string;

const OWN = "Nobody remembers why the bird was brought there";
const own = () => ({ citations: [{ source: room.source, quote: OWN }] });

beforeAll(async () => {
  world = await makeWorld();
  room = await makeClassroom(world, "wren");
  posted = (await postArgument(await room.now("pupil"), room.thread.slug, argument(room.source, own()))).id;
});

const INSIDE: Enrolled[] = ["pupil", "peer", "coteacher", "teacher"];
const OUTSIDE: Enrolled[] = ["member", "other", "removed", "moderator", "admin"];

describe("what a class owns", () => {
  it.each(INSIDE)("is there for its %s", async (who) => {
    const viewer = await room.now(who);
    expect((await getOutline(viewer, room.thread.slug)).thread).toMatchObject({ owned: true });
    expect((await getArgument(viewer, posted)).claim).not.toBeNull();
    const source = await getSource(viewer, room.source);
    expect(source).toMatchObject({ rights: "CLASS", excerpts: false, threads: [{ slug: room.thread.slug }] });
    expect(source.passages).toHaveLength(1);
  });

  it.each(OUTSIDE)("is not there for a %s, like what never was", async (who) => {
    const viewer = await room.now(who);
    for (const ask of [
      () => getOutline(viewer, room.thread.slug),
      () => getArgument(viewer, posted),
      () => getSource(viewer, room.source),
      () => postArgument(viewer, room.thread.slug, argument(world.source)),
      () =>
        openThread(viewer, {
          question: "May I?",
          raisedBy: { source: world.source, quote: QUOTES[1] },
          class: room.slug,
        }),
    ])
      expect(await refusal(ask())).toBe("missing");
  });

  it("has an address that no guess finds, and takes none from the public", async () => {
    expect(room.thread.slug).toMatch(/^was-it-the-wren-wager-[0-9a-z]{10}$/);
    const raisedBy = { source: world.source, quote: QUOTES[1] };
    const { slug } = await openThread(world.people.seun, { question: "Was it the wren wager?", raisedBy });
    expect(slug).toBe("was-it-the-wren-wager");
  });

  it("is opened and brought by who teaches it alone", async () => {
    const raisedBy = { source: world.source, quote: QUOTES[1] };
    const opening = openThread(await room.now("pupil"), { question: "May I?", raisedBy, class: room.slug });
    expect(await refusal(opening)).toBe("teachers-only");
    const input = { title: "Mine", text: TEXT, rights: "OPEN" as const, class: room.slug };
    expect(await refusal(bringSource(await room.now("pupil"), input))).toBe("teachers-only");
    const { slug } = await openThread(await room.now("coteacher"), { question: "Ours?", raisedBy, class: room.slug });
    expect(await eventsOf(slug)).toEqual(["thread.opened"]);
    expect(await db().event.count({ where: { classId: room.id, kind: "thread.opened" } })).toBe(2);
  });

  it("is cited in the class alone, which may cite what is public", async () => {
    const pupil = await room.now("pupil");
    expect(await refusal(postArgument(pupil, world.thread, argument(room.source, own())))).toBe("source-unknown");
    const raisedBy = { source: room.source, quote: OWN };
    expect(await refusal(openThread(await room.now("teacher"), { question: "In public?", raisedBy }))).toBe(
      "source-unknown",
    );
    const { number } = await postArgument(
      pupil,
      room.thread.slug,
      argument(world.source, { claim: "A public text says so." }),
    );
    expect(number).toBe(2);
  });

  it("is counted for nobody else: a public text that it cites is cited no more often", async () => {
    const uses = async (who: Enrolled | null) => {
      const viewer = who && (await room.now(who));
      const listed = (await listSources(viewer)).items.find(({ slug }) => slug === world.source);
      return [listed?.arguments, (await getSource(viewer, world.source)).passages.length];
    };
    expect(await uses("pupil")).toEqual([1, 1]);
    for (const who of [null, "member", "other", "removed", "admin"] as const) expect(await uses(who)).toEqual([0, 0]);
  });
});
