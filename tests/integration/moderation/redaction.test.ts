/** What is redacted is nowhere any more: not in what people said of it, and not in any other table. */
import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { declineSplit, splitArgument } from "#lib/arguments/commands/split";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getArgument } from "#lib/arguments/queries/arguments";
import { db } from "#lib/db";
import { takeSnapshot } from "#lib/maps/commands/take-snapshot";
import { markArgument, removeArgument } from "#lib/moderation/commands";
import { appealDecision } from "#lib/moderation/commands/appeal";
import { answerChallenge, raiseChallenge, ruleChallenge } from "#lib/moderation/commands/challenge";
import { decideReview } from "#lib/moderation/commands/decide";
import { flagArgument } from "#lib/moderation/commands/flag";
import { appealSanction, sanctionPerson } from "#lib/moderation/commands/sanction";
import { setThreadMode } from "#lib/threads/commands";
import { urlOf } from "../../support/databases.ts";
import { makeWorld, type World } from "../../support/island.ts";

const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
const superuser = new pg.Client({ connectionString: urlOf(inject("postgres").superuserUrl, database) });
let world: World;
beforeAll(async () => {
  await superuser.connect();
  world = await makeWorld();
  await setThreadMode(world.people.signe, world.thread, { mode: "OPEN" });
});
afterAll(() => superuser.end());

/** Every table, of every schema but the database's own, in whose rows this word stands. */
async function holding(word: string): Promise<string[]> {
  const { rows } = await superuser.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const holds = await superuser.query<{ name: string }>(
    rows
      .map(
        ({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM ${name} AS t WHERE strpos(t::text, $1) > 0)`,
      )
      .join(" UNION ALL "),
    [word],
  );
  return holds.rows.map(({ name }) => name.replace("public.", ""));
}

const redact = (kind: string, subject: string) =>
  db().$executeRaw`SELECT redact(${kind}, ${subject}, 'For the test.', ${world.people.mateo.id})`;

const post = async (claim: string) => (await world.post(world.people.yuki, { claim, body: `Indeed: ${claim}` })).id;
const revisionOf = async (id: string) =>
  (await db().argument.findUniqueOrThrow({ where: { id }, select: { currentRevisionId: true } })).currentRevisionId;
const openReview = (argumentId: string) =>
  db().review.findFirstOrThrow({ where: { argumentId, decidedAt: null }, select: { id: true, edition: true } });

it("follows a post's words into reports, marks, doubts, answers, rulings, pleas, words to the author and frozen states", async () => {
  const { yuki, seun, farid, signe, mateo } = world.people;
  const id = await post("It is canaryquoll.");
  await markArgument(farid, id, { kind: "UNCLEAR", note: "What is canaryquoll?" });
  const [citation] = (await getArgument(null, id)).citations;
  await raiseChallenge(farid, citation?.id ?? "", { kind: "CLIPPED", note: "It says canaryquoll." });
  const { id: challenge } = await db().challenge.findFirstOrThrow({ where: { argumentId: id } });
  await answerChallenge(yuki, challenge, "And canaryquoll it is.");
  await ruleChallenge(signe, challenge, { upheld: true, ruling: "Not canaryquoll." });
  await flagArgument(seun, id, { kind: "PERSONAL_DATA", note: "Whose canaryquoll?" });
  await takeSnapshot(signe, world.thread);
  const refused = await openReview(id);
  const note = "Leave canaryquoll out.";
  await decideReview(signe, refused.id, { act: "REMOVE", edition: refused.edition, code: "off-topic", note });
  await appealDecision(yuki, id, "But canaryquoll is my name.");
  const appeal = await openReview(id);
  const denied = "No, canaryquoll.";
  await decideReview(mateo, appeal.id, { act: "REMOVE", edition: appeal.edition, code: null, note: denied });
  const before = await holding("canaryquoll");
  expect(before).toEqual(expect.arrayContaining(["challenges", "flags", "marks", "reviews", "revisions", "snapshots"]));
  await redact("revision", await revisionOf(id));
  expect(await holding("canaryquoll")).toEqual([]);
  // That it was said, by whom, when and with which outcome stays.
  expect(await db().challenge.findUniqueOrThrow({ where: { id: challenge } })).toMatchObject({
    upheld: true,
    note: "██ ████ ████████████",
  });
  expect(await db().flag.count({ where: { argumentId: id, upheld: true } })).toBe(1);
}, 60_000);

it("follows them into why it was removed at once, and why it was withdrawn", async () => {
  const { yuki, signe } = world.people;
  const removed = await post("It is canaryowl.");
  await removeArgument(signe, removed, { code: "off-topic", note: "As canaryowl is." });
  const withdrawn = await post("It is canaryowl again.");
  await withdrawArgument(yuki, withdrawn, "No canaryowl.");
  await takeSnapshot(signe, world.thread);
  expect(await holding("canaryowl")).toEqual(expect.arrayContaining(["removals", "withdrawals"]));
  for (const id of [removed, withdrawn]) await redact("revision", await revisionOf(id));
  expect(await holding("canaryowl")).toEqual([]);
}, 60_000);

it("takes each of them by itself, and leaves the post", async () => {
  const { yuki, seun, mateo, farid, signe } = world.people;
  const id = await post("It is said.");
  await flagArgument(seun, id, { kind: "OTHER", note: "canarywren" });
  await markArgument(farid, id, { kind: "UNCLEAR", note: "canarywren" });
  await sanctionPerson(mateo, "tomasz", { kind: "SILENCE", code: "off-topic", days: 1, note: "canarywren" });
  const sanction = await db().sanction.findFirstOrThrow({ where: { note: "canarywren" } });
  await appealSanction(world.people.tomasz.id, sanction.id, "canarywren!");
  const other = await post("It is said, too.");
  await removeArgument(signe, other, { code: "off-topic", note: "canarywren" });
  const gone = await post("It is said as well.");
  await withdrawArgument(yuki, gone, "canarywren");
  expect(await holding("canarywren")).toEqual(["flags", "marks", "removals", "sanctions", "withdrawals"]);
  await redact("flag", (await db().flag.findFirstOrThrow({ where: { argumentId: id } })).id);
  await redact("mark", (await db().mark.findFirstOrThrow({ where: { argumentId: id } })).id);
  await redact("removal", (await db().removal.findFirstOrThrow({ where: { argumentId: other } })).id);
  await redact("withdrawal", gone);
  await redact("sanction", sanction.id);
  expect(await holding("canarywren")).toEqual([]);
  expect((await getArgument(null, id)).claim).toBe("It is said.");
});

it("takes what a split alone holds: the parts that were drawn, and why they were not taken", async () => {
  const { yuki, signe } = world.people;
  const id = await post("It is one thing and another.");
  const parts = [
    { claim: "It is canarystilt.", cites: [0] },
    { claim: "It is another.", cites: [0] },
  ];
  await splitArgument(signe, id, { parts, answers: {} });
  const { id: split } = await db().split.findFirstOrThrow({ where: { argumentId: id } });
  await declineSplit(yuki, split, "No canarystilt.");
  expect(await holding("canarystilt")).toEqual(["split_parts", "splits"]);
  await redact("split", split);
  expect(await holding("canarystilt")).toEqual([]);
  expect((await getArgument(null, id)).claim).toBe("It is one thing and another.");
});

it("is the only way: what was said is otherwise never said anew", async () => {
  const { seun } = world.people;
  const id = await post("It stays.");
  await flagArgument(seun, id, { kind: "OTHER", note: "As it was." });
  const change = (role: string) =>
    db().$transaction(async (tx) => {
      await tx.$executeRawUnsafe(role);
      await tx.$executeRaw`UPDATE flags SET note = 'Otherwise.' WHERE argument_id = ${id}`;
    });
  await expect(change("SELECT 1")).rejects.toThrow(/permission denied/);
  const { id: review, edition } = await openReview(id);
  await decideReview(world.people.signe, review, { act: "APPROVE", edition, code: null, note: "A word." });
  await expect(superuser.query("UPDATE reviews SET note = 'Another.' WHERE id = $1", [review])).rejects.toThrow(
    /judged again/,
  );
});
