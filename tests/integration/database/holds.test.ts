/** What somebody with the app's own role might try to get round the rules with, and how the rules hold. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/db";
import { setThreadMode } from "#lib/threads/commands";
import { makeWorld, type World } from "../../support/island.ts";

const connect = async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  return client;
};

let world: World;
let app: pg.Client;
beforeAll(async () => {
  world = await makeWorld();
  app = await connect();
});
afterAll(() => app.end());

/** What comes of statements in a transaction that is never committed. */
async function tried(...statements: [string, unknown[]?][]): Promise<string> {
  await app.query("BEGIN");
  try {
    for (const [statement, values] of statements) await app.query(statement, values);
    await app.query("SET CONSTRAINTS ALL IMMEDIATE");
    return "done";
  } catch (error) {
    return (error as Error).message;
  } finally {
    await app.query("ROLLBACK");
  }
}

describe("the rules hold against", () => {
  it("tables that a caller makes under our names", async () => {
    expect(await tried(["CREATE TEMP TABLE source_versions (id text, text text)"])).toMatch(/permission denied/);
    const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
    await owner.connect();
    await owner.query("BEGIN");
    await owner.query("CREATE TEMP TABLE source_versions (id text, text text)");
    const version = await db().sourceVersion.findFirstOrThrow();
    await owner.query("INSERT INTO source_versions VALUES ($1, 'These words were never in the article at all')", [
      version.id,
    ]);
    const forged = owner.query(
      "INSERT INTO public.passages (id, version_id, start_at, end_at, quote, prefix, suffix) VALUES ('forged', $1, 0, 27, 'These words were never in t', '', 'he article at all')",
      [version.id],
    );
    await expect(forged).rejects.toThrow(/passage_is_the_text/);
    await owner.end();
  });

  it("a span that is slipped in after the citation was judged", async () => {
    const { id } = await world.post(world.people.yuki);
    const { currentRevisionId } = await db().argument.findUniqueOrThrow({ where: { id } });
    const passage = await db().passage.findFirstOrThrow({
      where: { spans: { some: { citation: { revisionId: currentRevisionId } } } },
    });
    const revision =
      "INSERT INTO revisions (id, argument_id, ordinal, claim, body_schema, occasion, hash) VALUES ('r2', $1, 2, 'Anew.', 1, 'EDIT', 'x')";
    const outcome = await tried(
      [revision, [id]],
      ["UPDATE arguments SET current_revision_id = 'r2' WHERE id = $1", [id]],
      ["INSERT INTO citations (id, revision_id, ordinal, version_id) VALUES ('c2', 'r2', 0, $1)", [passage.versionId]],
      [
        "INSERT INTO spans (citation_id, ordinal, passage_id, version_id) VALUES ('c2', 0, $1, $2)",
        [passage.id, passage.versionId],
      ],
      ["SET CONSTRAINTS ALL IMMEDIATE"],
      [
        "INSERT INTO spans (citation_id, ordinal, passage_id, version_id) VALUES ('c2', 1, $1, $2)",
        [passage.id, passage.versionId],
      ],
    );
    expect(outcome).toMatch(/spans_in_order/);
  });

  it("a citation that is added to a redacted revision", async () => {
    const { id } = await world.post(world.people.yuki);
    const { currentRevisionId } = await db().argument.findUniqueOrThrow({ where: { id } });
    const version = await db().sourceVersion.findFirstOrThrow();
    const outcome = await tried(
      ["SELECT redact('revision', $1, 'a reason', $2)", [currentRevisionId, world.people.mateo.id]],
      [
        "INSERT INTO citations (id, revision_id, ordinal, version_id) VALUES ('late', $1, 1, $2)",
        [currentRevisionId, version.id],
      ],
    );
    expect(outcome).toMatch(/citation_is_of_now/);
  });

  it("a circle that two transactions close on old snapshots", async () => {
    const [a, b] = [await world.post(world.people.yuki), await world.post(world.people.yuki)];
    const other = await connect();
    const thread = (await db().thread.findUniqueOrThrow({ where: { slug: world.thread } })).id;
    const insert = `INSERT INTO links (id, thread_id, child_id, parent_id, answered_revision_id, stance, target, author_id)
      SELECT $1, $2, $3, $4, current_revision_id, 'CON', 'CLAIM', author_id FROM arguments WHERE id = $4`;
    for (const client of [app, other]) {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
      await client.query("SELECT 1 FROM links LIMIT 1");
    }
    await app.query(insert, ["circle1", thread, a.id, b.id]);
    const second = other.query(insert, ["circle2", thread, b.id, a.id]).then(
      () => "done",
      (error: Error) => error.message,
    );
    await app.query("COMMIT");
    expect(await second).toMatch(/could not serialize|link_closes_no_circle/);
    await other.query("ROLLBACK");
    await other.end();
  });

  it("numbers set back, revisions out of count, and a last place that is left", async () => {
    const { id } = await world.post(world.people.yuki);
    const slug = world.thread;
    expect(await tried(["UPDATE threads SET next_number = 1 WHERE slug = $1", [slug]])).toMatch(/numbers_go_on/);
    const revision =
      "INSERT INTO revisions (id, argument_id, ordinal, claim, body_schema, occasion, hash) VALUES ('r7', $1, -7, 'x', 1, 'EDIT', 'x')";
    expect(await tried([revision, [id]])).toMatch(/revision_is_next/);
    const end = "UPDATE links SET ended_at = now(), ended_by = author_id, ended_reason = 'x' WHERE child_id = $1";
    expect(await tried([end, [id]])).toMatch(/link_is_last/);
  });

  it("judgements by nobody, twice, or of one's own", async () => {
    const { signe, yuki, mateo } = world.people;
    await setThreadMode(signe, world.thread, { mode: "ALL_APPROVED" });
    const { id } = await world.post(yuki);
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
    const decide =
      "UPDATE reviews SET verdict = 'APPROVED', decided_at = now(), decided_by = $2 WHERE argument_id = $1";
    expect(await tried(["UPDATE reviews SET verdict = 'APPROVED' WHERE argument_id = $1", [id]])).toMatch(
      /review_decided/,
    );
    expect(await tried([decide, [id, yuki.id]])).toMatch(/judged_by_another/);
    expect(await tried([decide, [id, signe.id]], [decide, [id, mateo.id]])).toMatch(/judged_once/);
    expect(await tried([decide, [id, signe.id]])).toBe("done");
  });

  it("somebody else's token, session or name taken by an update", async () => {
    for (const change of ["api_tokens SET user_id = 'x'", "sessions SET user_id = 'x'", "users SET id = 'x'"]) {
      expect(await tried([`UPDATE ${change}`])).toMatch(/permission denied/);
    }
  });
});
