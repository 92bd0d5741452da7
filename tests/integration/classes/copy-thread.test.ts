/** A class's own copy of a debate. */
import { describe, expect, it } from "vitest";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { copyThread } from "#lib/classes/commands/copy-thread";
import { copyThreadInput } from "#lib/classes/schema";
import { db } from "#lib/db";
import { findSession } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";
import { eventsOf, makeWorld, QUOTES, refusal } from "../../support/island.ts";
import { join, signIn } from "../users/people.ts";
import { aClass, pupil } from "./school.ts";

const world = await makeWorld();
const { naledi, tomasz, yuki, seun } = world.people;
const asked = (thread: string, more: object = {}) => copyThreadInput.parse({ thread, ...more });

const first = await world.post(yuki);
const second = await world.post(seun, {
  parent: first.id,
  stance: "CON",
  target: "EVIDENCE",
  citations: [{ source: world.source, quote: QUOTES[1] }],
});
const third = await world.post(yuki, { parent: second.id, stance: "CON", target: "RELEVANCE" });
const gone = await world.post(seun, { stance: "CON" });
await world.post(yuki, { parent: gone.id, stance: "CON" });
await withdrawArgument(seun, gone.id, null);

const said = (slug: string) =>
  db().argument.findMany({
    where: { thread: { slug } },
    orderBy: { number: "asc" },
    select: {
      ...{ id: true, authorId: true, importedFrom: true },
      currentRevision: { select: { claim: true, hash: true } },
      links: { select: { parentId: true, stance: true, target: true, targetCitationId: true, targetLinkId: true } },
    },
  });

describe("copying a debate into a class", () => {
  it("takes the question, the raising passage and the sources, and no argument that was not asked for", async () => {
    const slug = await aClass(naledi);
    const copy = await copyThread(naledi, slug, asked(world.thread, { names: "PSEUDONYMS" }));
    const select = { question: true, raisedById: true, names: true, class: { select: { slug: true } } } as const;
    const { class: of, names, ...words } = await db().thread.findUniqueOrThrow({ where: copy, select });
    expect({ of, names }).toEqual({ of: { slug }, names: "PSEUDONYMS" });
    expect(await db().thread.findUniqueOrThrow({ where: { slug: world.thread }, select })).toMatchObject(words);
    expect(await said(copy.slug)).toEqual([]);
    expect(await eventsOf(copy.slug)).toEqual(["thread.opened"]);
  });

  it("keeps who said what, on which words and to what; what was withdrawn stays behind with what stands below it", async () => {
    const { slug } = await copyThread(naledi, await aClass(naledi), asked(world.thread, { withArguments: true }));
    const originals = (await said(world.thread)).slice(0, 3);
    const copies = await said(slug);
    expect(copies.map(({ authorId }) => authorId)).toEqual([yuki.id, seun.id, yuki.id]);
    expect(copies.map(({ currentRevision }) => currentRevision)).toEqual(
      originals.map(({ currentRevision }) => currentRevision),
    );
    expect(copies.map(({ importedFrom }) => importedFrom)).toEqual(
      [first, second, third].map(({ id }) => ({ format: "grounds", originalId: id })),
    );
    expect(copies.map(({ links }) => links.map(({ stance, target }) => [stance, target]))).toEqual([
      [["PRO", "CLAIM"]],
      [["CON", "EVIDENCE"]],
      [["CON", "RELEVANCE"]],
    ]);
    expect(copies[1]?.links[0]?.parentId).toBe(copies[0]?.id);
    expect(await db().notice.count({ where: { argument: { thread: { slug } } } })).toBe(0);
  });

  it("is not what its pupils or others may, nor from one class into another", async () => {
    const slug = await aClass(naledi);
    await pupil(slug, tomasz);
    expect(await refusal(copyThread(tomasz, slug, asked(world.thread)))).toBe("teachers-only");
    expect(await refusal(copyThread(yuki, slug, asked(world.thread)))).toBe("missing");
    expect(await refusal(copyThread(naledi, slug, asked("no-such-thread")))).toBe("missing");

    const teacher = await join("teacher_of_two");
    const [here, there] = [await aClass(teacher), await aClass(teacher)];
    const now = async () => (await findSession((await signIn(teacher)).id)) as Person;
    const own = await copyThread(await now(), here, asked(world.thread));
    expect(await refusal(copyThread(await now(), there, asked(own.slug)))).toBe("copy-of-another-class");
    expect(await refusal(copyThread(await now(), here, asked(own.slug)))).toBe("done");
    expect(await refusal(copyThread(naledi, slug, asked(own.slug)))).toBe("missing");
  });

  it("makes another copy each time, at an address that tells of none", async () => {
    const slug = await aClass(naledi);
    const copies = [
      await copyThread(naledi, slug, asked(world.thread)),
      await copyThread(naledi, slug, asked(world.thread)),
    ];
    expect(new Set(copies.map((one) => one.slug)).size).toBe(2);
    for (const one of copies) expect(one.slug).toMatch(/^should-the-ferry-sail-on-sundays-[0-9a-z]{6}$/);
  });
});
