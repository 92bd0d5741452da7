/**
 * Who may know of what a class owns, and who of whom: nine people × every way in which one may read. A word that stands in
 * a class's thread, its source, its arguments, its tray and its frozen states is found by nobody who may not; and of a
 * pupil in a thread that hides names no peer receives the handle, the name, the id, or the second of an act.
 */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { postArgument } from "#lib/arguments/commands/post";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { offerWording } from "#lib/arguments/commands/wording";
import { db } from "#lib/db";
import { takeSnapshot } from "#lib/maps/commands/take-snapshot";
import { markArgument } from "#lib/moderation/commands";
import { raiseChallenge } from "#lib/moderation/commands/challenge";
import { flagArgument } from "#lib/moderation/commands/flag";
import { bookmarkArgument, watchThread } from "#lib/notices/commands";
import { tell } from "#lib/notices/fan-out";
import { newId } from "#lib/text/id";
import type { Viewer } from "#lib/users/viewer";
import { rateLink } from "#lib/weighing/commands/rate";
import { type Classroom, type Enrolled, makeClassroom, ROLL } from "../../support/classroom.ts";
import { argument, makeWorld, type World } from "../../support/island.ts";
import { filesOf, pagesOf, routesOf, type Sought, type Surface } from "../../support/surfaces.ts";

vi.mock("next/headers", () => import("../users/request.ts"));
vi.mock("next/navigation", () => import("../users/request.ts"));
vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

const WORD = "quonker";
const OWN = "Nobody remembers why the bird was brought there";

let world: World;
let room: Classroom;
let sought: Sought;
let surfaces: Record<string, Surface>;
/** The moments of what pupils did, as they would be told too closely. */
let moments: string[];

beforeAll(async () => {
  world = await makeWorld();
  room = await makeClassroom(world, WORD, "PSEUDONYMS");
  const { slug } = room.thread;
  const [pupil, peer, teacher] = [await room.now("pupil"), await room.now("peer"), await room.now("teacher")];
  const own = { citations: [{ source: room.source, quote: OWN }] };
  const open = { citations: [{ source: world.source, quote: "A short one." }] };
  const first = await postArgument(pupil, slug, argument(room.source, { claim: `The ${WORD} was a gift.`, ...own }));
  const answer = await postArgument(
    peer,
    slug,
    argument(world.source, { claim: `No ${WORD} was ever given.`, parent: first.id, stance: "CON", ...open }),
  );
  const more = { parent: answer.id, claim: `Every ${WORD} is given.`, stance: "CON" as const, ...own };
  const back = await postArgument(pupil, slug, argument(room.source, more));
  const gone = await postArgument(pupil, slug, argument(room.source, { claim: `I take the ${WORD} back.`, ...own }));
  await withdrawArgument(pupil, gone.id, `because of the ${WORD}`);
  await markArgument(pupil, answer.id, { kind: "UNCLEAR", note: `Which ${WORD}?` });
  const citation = await db().citation.findFirstOrThrow({ where: { revision: { argumentId: answer.id } } });
  await raiseChallenge(pupil, citation.id, { kind: "OUT_OF_CONTEXT", note: `The ${WORD} is not meant.` });
  await offerWording(pupil, answer.id, { claim: `No ${WORD} was given to us.`, note: `Or which ${WORD}?` });
  await flagArgument(pupil, answer.id, { kind: "ABUSE", note: `That ${WORD} again.` });
  const { id: link } = await db().link.findFirstOrThrow({ where: { childId: answer.id } });
  await rateLink(pupil, link, 3);
  const { id: snapshot } = await takeSnapshot(pupil, slug);
  const imported = {
    id: newId(),
    threadId: room.thread.id,
    fileSha256: "0".repeat(64),
    format: "kialo",
    fileName: `${WORD}.txt`,
  };
  await db().mapImport.create({ data: { ...imported, importedById: pupil.id } });
  const waits = {
    originalId: "1",
    ordinal: 0,
    claim: `A ${WORD} waits.`,
    stance: "PRO" as const,
    target: "CLAIM" as const,
  };
  await db().trayItem.create({
    data: { id: newId(), threadId: room.thread.id, importId: imported.id, quotations: [], ...waits },
  });
  // Those who may not any more have followed and been told of it while they could.
  for (const who of Object.keys(ROLL) as Enrolled[]) {
    const { id: userId } = await room.now(who);
    await db().user.update({
      where: { id: userId },
      data: { email: `${who}@example.org`, emailConfirmedAt: new Date() },
    });
    if (who === "pupil") continue;
    const place = room.thread.id;
    await db()
      .$executeRaw`INSERT INTO watches (user_id, thread_id, since) VALUES (${userId}, ${place}, now()) ON CONFLICT DO NOTHING`;
    await db()
      .$executeRaw`INSERT INTO bookmarks (user_id, argument_id, made_at) VALUES (${userId}, ${first.id}, now())`;
    await db()
      .$executeRaw`INSERT INTO notices (reader_id, kind, subject_id, cause, thread_id, argument_id, actor_id, at)
      VALUES (${userId}, 'POSTED', ${back.id}, 'THREAD', ${place}, ${back.id}, ${pupil.id}, now())`;
  }
  await bookmarkArgument(teacher, first.id);
  await watchThread(teacher, slug);
  await tell(
    (await db().event.findMany({ where: { stream: room.thread.id } })).map(({ stream, number }) => ({
      stream,
      number,
    })),
  );
  const review = await db().review.findFirstOrThrow({ where: { argumentId: answer.id, decidedAt: null } });
  sought = {
    ...{ word: WORD, thread: room.thread, source: room.source, quote: OWN, snapshot, link, handle: pupil.handle },
    ...{
      argument: first.id,
      answer: answer.id,
      review: review.id,
      open: { thread: world.thread, source: world.source },
    },
  };
  surfaces = { ...pagesOf(sought), ...filesOf(sought), ...(await routesOf(sought)) };
  const acts = await db().event.findMany({
    where: { actorId: pupil.id, stream: room.thread.id },
    select: { at: true },
  });
  moments = acts.flatMap(({ at }) => [at.toISOString().slice(0, 23), `${at.getTime()}`]);
});

async function readAll(who: Enrolled | "stranger"): Promise<[string, string][]> {
  const viewer: Viewer = who === "stranger" ? null : await room.now(who);
  const token = who === "stranger" ? undefined : room.tokens[who];
  const read: [string, string][] = [];
  for (const [name, surface] of Object.entries(surfaces))
    read.push([name, await surface({ viewer, ...(token && { token }) })]);
  return read;
}

/** Names of the surfaces whose answer holds it. */
const holding = (read: [string, string][], what: string) =>
  read.filter(([, text]) => text.toLowerCase().includes(what.toLowerCase())).map(([name]) => name);

describe("a word that only a class has said", () => {
  it.each(["stranger", "member", "other", "removed", "moderator", "admin"] as const)(
    "reaches a %s on no way",
    async (who) => {
      // What one asked for is said back; the answer to it must hold no more than that.
      const echoed = (name: string, text: string) =>
        name === "check of a quotation" ? text.replaceAll(sought.source, "") : text.replaceAll(`?q=${WORD}`, "");
      const read = (await readAll(who)).map(([name, text]): [string, string] => [name, echoed(name, text)]);
      expect(holding(read, WORD)).toEqual([]);
      // What somebody followed and was told, by its ids, is theirs to take along.
      const others = read.filter(([name]) => name !== "own data");
      const { thread, source, argument: id, answer, snapshot } = sought;
      for (const trace of [thread.id, thread.slug, source, id, answer, snapshot, room.id])
        expect(holding(others, trace), trace).toEqual([]);
    },
  );

  it.each(["pupil", "peer", "coteacher", "teacher"] as const)("reaches the class's %s on most", async (who) => {
    const found = holding(await readAll(who), WORD);
    expect(found.length).toBeGreaterThan(60);
    expect(found).toEqual(
      expect.arrayContaining(
        ["outline", "focus", "search", "tray", "frozen", "source", "bookmarks"].filter(
          (name) => who !== "pupil" || name !== "bookmarks",
        ),
      ),
    );
    for (const teacher of ["queue", "case"]) expect(found.includes(teacher), teacher).toBe(who.endsWith("teacher"));
    for (const open of ["home", "log", "public versions", "similar"]) expect(found).not.toContain(open);
  });
});

describe("a pupil in a thread that hides names", () => {
  it("is to a peer one pseudonym, on every way", async () => {
    const read = (await readAll("peer")).filter(([name]) => name !== "person");
    const pupil = world.people[ROLL.pupil];
    for (const trace of [pupil.id, pupil.name, pupil.name.split(" ")[0] as string, ...moments])
      expect(holding(read, trace), trace).toEqual([]);
    // The handle is what the search was asked for.
    expect(
      holding(
        read.filter(([name]) => !name.includes("author")),
        pupil.handle,
      ),
    ).toEqual([]);
    const { name } = await db().pseudonym.findUniqueOrThrow({
      where: { threadId_userId: { threadId: room.thread.id, userId: pupil.id } },
    });
    for (const way of [
      "outline",
      "focus",
      "activity",
      "history",
      "evidence",
      "whole thread",
      "search",
      "bookmarks",
      "letter",
      "tray",
      "marks",
      "challenges",
      "wordings",
      "frozen",
      "json",
      "markdown",
    ])
      expect(holding(read, name), way).toContain(way);
    const byAuthor = Object.fromEntries(read)["search by author"] ?? "";
    expect(JSON.parse(byAuthor)).toMatchObject({ items: [], total: 0 });
  });

  it("is to the teachers who they are", async () => {
    for (const who of ["teacher", "coteacher"] as const) {
      const found = holding(await readAll(who), world.people[ROLL.pupil].name);
      expect(found).toEqual(
        expect.arrayContaining(
          ["outline", "focus", "activity", "queue", "search", "json"].filter((way) => way !== "queue"),
        ),
      );
    }
  });

  it("reads their own words as theirs, and takes along a file without their name", async () => {
    const read = await readAll("pupil");
    const { name } = world.people[ROLL.pupil];
    const found = holding(read, name);
    expect(found).toEqual(expect.arrayContaining(["outline", "focus", "history"]));
    expect(found).not.toContain("json");
    expect(holding(read, world.people[ROLL.peer].name)).toEqual([]);
  });
});
