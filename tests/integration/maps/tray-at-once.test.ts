import { beforeAll, describe, expect, it, vi } from "vitest";
import { getThread } from "#lib/arguments/queries/threads";
import { db } from "#lib/db";
import { importMap } from "#lib/maps/commands/import";
import { postAllFromTray } from "#lib/maps/commands/post-all";
import { getTray } from "#lib/maps/tray-queries";
import { bringSource } from "#lib/sources/commands/bring";
import { openThread, setThreadMode } from "#lib/threads/commands";
import { countRows, eventsOf, makeWorld, refusal, type World } from "../../support/island.ts";

// Every import starts a thread that reads its file.
vi.setConfig({ testTimeout: 30_000 });

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

let made = 0;
const sentenceOf = (n: number) => `The harbour master wrote down every boat of year ${n}, and kept the book.`;

/** Two claims, one below the other, that quote a text which is not here yet; one without words; one below that. */
async function filled() {
  made += 1;
  const year = 1900 + made;
  const raisedBy = { source: world.source, quote: "whether the ferry should sail on Sundays as well" };
  const { slug } = await openThread(
    world.people.naledi,
    { question: `Should it sail in ${year}?`, raisedBy },
    { mode: "OPEN" },
  );
  const text = `Discussion Name:
X?

1. Thesis:
It should.

  1.1. Pro:
  There is a book [1].

    1.1.1. Con:
    A book proves nothing [1].

  1.2. Con:
  Nobody asked.

    1.2.1. Pro:
    Somebody did [1].

Sources:
[1] https://harbour.example/${year}
"${sentenceOf(year)}"
`;
  await importMap(world.people.yuki, slug, { name: "book.txt", bytes: new TextEncoder().encode(text) });
  const bring = () =>
    bringSource(world.people.mateo, {
      title: `The book of ${year}`,
      text: `A report. ${sentenceOf(year)}`,
      url: `https://harbour.example/${year}`,
      rights: "OPEN",
    });
  return { slug, bring };
}

describe("all of a tray that stands on a passage", () => {
  it("is posted at once, as whoever asks, each where it answered in its file; the rest waits on", async () => {
    const { slug, bring } = await filled();
    expect(await postAllFromTray(world.people.seun, slug)).toEqual({ posted: 0, more: 0, left: 4 });
    await bring();
    expect(await postAllFromTray(world.people.seun, slug)).toEqual({ posted: 2, more: 0, left: 2 });
    const { arguments: all, links } = await getThread(null, slug);
    expect(all.map(({ claim, author }) => [claim, author.handle])).toEqual([
      ["There is a book.", "seun"],
      ["A book proves nothing.", "seun"],
    ]);
    expect(new Map(links.map(({ child, parent, stance }) => [child, [parent, stance]]))).toEqual(
      new Map([
        [all[0]?.id, [null, "PRO"]],
        [all[1]?.id, [all[0]?.id, "CON"]],
      ]),
    );
    expect((await eventsOf(slug)).slice(-4)).toEqual([
      "argument.posted",
      "argument.posted",
      "tray.posted",
      "tray.posted",
    ]);
    const { items } = await getTray(world.people.seun, slug);
    expect(items.map(({ claim }) => claim)).toEqual(["Nobody asked.", "Somebody did."]);
    const [argument] = await db().argument.findMany({ where: { thread: { slug }, number: 1 } });
    expect(argument?.importedFrom).toMatchObject({ format: "kialo", originalId: "1.1." });
  });

  it("is posted once", async () => {
    const { slug, bring } = await filled();
    await bring();
    await postAllFromTray(world.people.yuki, slug);
    const before = await countRows();
    expect(await postAllFromTray(world.people.yuki, slug)).toEqual({ posted: 0, more: 0, left: 2 });
    expect(await countRows()).toEqual(before);
  });

  it("is posted by nobody who may not write there, nor where each is let in by hand", async () => {
    const { slug, bring } = await filled();
    await bring();
    const before = await countRows();
    const { seun, signe } = world.people;
    await setThreadMode(signe, slug, { mode: "ALL_APPROVED" });
    expect((await getTray(seun, slug)).mayPostAll).toBe(false);
    expect(await refusal(postAllFromTray(seun, slug))).toBe("tray-by-hand");
    await setThreadMode(signe, slug, { mode: "LOCKED" });
    expect(await refusal(postAllFromTray(seun, slug))).toBe("missing");
    expect(await refusal(postAllFromTray(signe, slug))).toBe("thread-locked");
    expect(await refusal(postAllFromTray(seun, "no-such-thread"))).toBe("missing");
    expect((await countRows()).arguments).toBe(before.arguments);
  });
});
