/** What the app's own role cannot do to the database, whatever the code above it asks for. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startLink } from "#lib/arguments/commands/link";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { db, disconnect } from "#lib/db";
import type { Person } from "#lib/users/viewer";
import { anArgument, aSource, aThread, person, QUOTES } from "../../support/world.ts";

const app = new pg.Client({ connectionString: process.env.DATABASE_URL });

let naledi: Person;
let source: { id: string; versionId: string; text: string };
let thread: string;
let first: string;
let second: string;
let link: string;

beforeAll(async () => {
  await app.connect();
  naledi = await person("naledi");
  const slug = await aSource(naledi);
  const version = await db().sourceVersion.findFirstOrThrow({ where: { source: { slug } } });
  source = { id: version.sourceId, versionId: version.id, text: version.text };
  const threadSlug = await aThread(naledi, slug);
  thread = (await db().thread.findUniqueOrThrow({ where: { slug: threadSlug } })).id;
  first = (await anArgument(naledi, threadSlug, slug)).id;
  const citations = [{ source: slug, spans: [{ quote: QUOTES.council }, { quote: QUOTES.pilots }] }];
  second = (await anArgument(naledi, threadSlug, slug, { parent: first, stance: "CON", citations })).id;
  link = (await startLink(naledi, { child: second, parent: null, stance: "CON", target: "CLAIM", concession: false }))
    .id;
  await withdrawArgument(naledi, second, "For the record.");
});

afterAll(async () => {
  await app.end();
  await disconnect();
});

beforeEach(() => app.query("BEGIN"));
afterEach(() => app.query("ROLLBACK"));

const id = () => randomUUID().replaceAll("-", "").slice(0, 16);

/** The statement, and then the commit's own checks, fail by the named rule or right. */
async function refused(rule: string | RegExp, ...statements: [string, unknown[]?][]) {
  const run = async () => {
    for (const [statement, values] of statements) await app.query(statement, values);
    await app.query("SET CONSTRAINTS ALL IMMEDIATE");
  };
  const error = await run().then(
    () => null,
    (reason: pg.DatabaseError) => reason,
  );
  expect(error, "nothing was refused").not.toBeNull();
  expect(`${error?.code} ${error?.constraint ?? ""} ${error?.message}`).toMatch(rule);
}

const revision = (revisionId: string, ordinal = 2): [string, unknown[]] => [
  `INSERT INTO revisions (id, argument_id, ordinal, claim, body_schema, occasion, hash) VALUES ($1, $2, $3, 'Bare.', 1, 'EDIT', 'x')`,
  [revisionId, first, ordinal],
];
const passage = (start: number, end: number, quote: string): [string, unknown[]] => {
  const points = [...source.text];
  const around = (from: number, to: number) => points.slice(Math.max(0, from), Math.max(0, to)).join("");
  return [
    "INSERT INTO passages (id, version_id, start_at, end_at, quote, prefix, suffix) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    [id(), source.versionId, start, end, quote, around(start - 32, start), around(end, end + 32)],
  ];
};
const stretch = (start: number, end: number) => [...source.text].slice(start, end).join("");

describe("nothing stands on nothing", () => {
  test("a revision without a citation, and an argument without one", async () => {
    const revisionId = id();
    await refused(/revision_needs_citation/, revision(revisionId), [
      "UPDATE arguments SET current_revision_id = $1 WHERE id = $2",
      [revisionId, first],
    ]);
  });

  test("an argument without a revision, or without a link", async () => {
    const [argumentId, revisionId] = [id(), id()];
    const argument: [string, unknown[]] = [
      "INSERT INTO arguments (id, thread_id, number, author_id, current_revision_id) VALUES ($1, $2, 99, $3, $4)",
      [argumentId, thread, naledi.id, revisionId],
    ];
    await refused(/23503|argument_needs_link/, argument);
  });

  test("a citation without a span", async () => {
    const [revisionId, citationId] = [id(), id()];
    const current: [string, unknown[]] = [
      "UPDATE arguments SET current_revision_id = $1 WHERE id = $2",
      [revisionId, first],
    ];
    await refused(/citation_needs_span/, revision(revisionId), current, [
      "INSERT INTO citations (id, revision_id, ordinal, version_id) VALUES ($1, $2, 0, $3)",
      [citationId, revisionId, source.versionId],
    ]);
  });

  test("a citation or a span added later to what is there", async () => {
    await refused(/citation_is_of_now/, [
      "INSERT INTO citations (id, revision_id, ordinal, version_id) SELECT $1, current_revision_id, 4, $2 FROM arguments WHERE id = $3",
      [id(), source.versionId, first],
    ]);
    await app.query("ROLLBACK; BEGIN");
    await refused(/span_is_of_now/, [
      "INSERT INTO spans (citation_id, ordinal, passage_id, version_id) SELECT c.id, 4, p.id, p.version_id FROM citations c, passages p WHERE c.version_id = p.version_id LIMIT 1",
    ]);
  });

  test("another argument's revision as one's own", () =>
    refused(/current_is_newest/, [
      "UPDATE arguments SET current_revision_id = (SELECT id FROM revisions WHERE argument_id = $1) WHERE id = $2",
      [second, first],
    ]));
});

describe("a passage is the text", () => {
  test("a forged quotation", () => refused(/passage_is_the_text/, passage(10, 40, "x".repeat(30))));

  test("offsets shifted by one, turned around, below 0 and beyond the end", async () => {
    const quote = stretch(10, 40);
    const length = [...source.text].length;
    for (const [start, end] of [
      [11, 41],
      [40, 10],
      [10, 10],
      [-1, 29],
      [length - 10, length + 20],
    ] as const) {
      await refused(/passage_is_the_text/, passage(start, end, quote));
      await app.query("ROLLBACK; BEGIN");
    }
  });

  test("UTF-16 offsets after an emoji, and another normal form", async () => {
    const at = source.text.indexOf(QUOTES.pilots);
    await refused(/passage_is_the_text/, passage(at, at + QUOTES.pilots.length, QUOTES.pilots));
    await app.query("ROLLBACK; BEGIN");
    const quote = stretch(10, 40);
    await refused(/passage_is_the_text/, passage(10, 40, `${quote.slice(0, -1)}é`.normalize("NFD").slice(0, 30)));
  });

  test("one that is too short, too long, or ends in white space", async () => {
    await refused(/passage_length/, passage(10, 29, stretch(10, 29)));
    await app.query("ROLLBACK; BEGIN");
    const spaced = [...source.text].findIndex((character, at) => character === " " && at > 30);
    await refused(/passage_ends/, passage(0, spaced + 1, stretch(0, spaced + 1)));
  });

  test("a version whose hash is not that of its text, or whose text is not canonical", async () => {
    const version = (text: string, hash: string): [string, unknown[]] => [
      `INSERT INTO source_versions (id, source_id, number, text, sha256, set_aside, created_by) VALUES ($1, $2, 2, $3, ${hash}, '[]', $4)`,
      [id(), source.id, text, naledi.id],
    ];
    await refused(/version_hash/, version("Another text.", "'0'"));
    for (const text of ["two  spaces", " first", "one\nbreak", "cafe\u0301", "tab\there", ""]) {
      await app.query("ROLLBACK; BEGIN");
      await refused(/version_is_canonical/, version(text, "encode(sha256(convert_to($3::text, 'UTF8')), 'hex')"));
    }
  });
});

describe("what was written stays", () => {
  test.each([
    ["source_versions", "UPDATE source_versions SET text = 'Another text.'"],
    ["source_versions", "DELETE FROM source_versions"],
    ["passages", "UPDATE passages SET quote = upper(quote)"],
    ["revisions", "UPDATE revisions SET claim = 'Otherwise.'"],
    ["revisions", "DELETE FROM revisions"],
    ["citations", "UPDATE citations SET revision_id = 'x'"],
    ["citations", "DELETE FROM citations"],
    ["spans", "DELETE FROM spans"],
    ["events", "UPDATE events SET kind = 'nothing.happened'"],
    ["events", "DELETE FROM events"],
    ["withdrawals", "DELETE FROM withdrawals"],
    ["arguments", "DELETE FROM arguments"],
    ["arguments", "UPDATE arguments SET author_id = 'x'"],
    ["links", "UPDATE links SET parent_id = NULL, question_id = thread_id"],
    ["links", "UPDATE links SET stance = 'PRO'"],
    ["links", "DELETE FROM links"],
    ["submission_keys", "UPDATE submission_keys SET request_hash = ''"],
    ["reasons", "UPDATE reasons SET sentence = ''"],
    [
      "redactions",
      "INSERT INTO redactions (id, kind, subject_id, reason, redacted_by) VALUES ('x', 'revision', 'x', 'x', 'x')",
    ],
  ])("%s: %s", (table, statement) => refused(new RegExp(`^42501 .*permission denied for table ${table}`), [statement]));

  test.each(["source_versions", "passages", "revisions", "citations", "spans", "links", "events", "arguments"])(
    "%s is not emptied",
    (table) => refused(/^42501/, [`TRUNCATE ${table} CASCADE`]),
  );

  test("a link that has ended is ended for good, and a living one is only ended", async () => {
    const end: [string, unknown[]] = [
      "UPDATE links SET ended_at = now(), ended_by = $2, ended_reason = 'x' WHERE id = $1",
      [link, naledi.id],
    ];
    await refused(/link_only_ends/, end, end);
  });

  test("an anchor, but for its author's one yes", async () => {
    await refused(/^42501/, ["UPDATE anchors SET state = 'VERBATIM'"]);
    await app.query("ROLLBACK; BEGIN");
    await refused(/^42501/, ["UPDATE raised_anchors SET state = 'VERBATIM'"]);
    await app.query("ROLLBACK; BEGIN");
    const revised = id();
    await app.query(
      `INSERT INTO source_versions (id, source_id, number, text, sha256, set_aside, created_by)
        VALUES ($1, $2, 2, 'Other words.', encode(sha256('Other words.'), 'hex'), '[]', $3)`,
      [revised, source.id, naledi.id],
    );
    await app.query(
      `INSERT INTO anchors (citation_id, ordinal, version_id, state, start_at, end_at)
        SELECT citation_id, ordinal, $1, 'MOVED', 0, 5 FROM spans WHERE version_id = $2`,
      [revised, source.versionId],
    );
    const yes: [string, unknown[]] = ["UPDATE anchors SET confirmed_by = $1, confirmed_at = now()", [naledi.id]];
    await app.query(...yes);
    await refused(/anchor_is_confirmed_once/, yes);
  });

  test("a right that the role has not is not given by it to itself", async () => {
    await app.query("GRANT UPDATE ON events TO grounds_app").catch(() => app.query("ROLLBACK; BEGIN"));
    const { rows } = await app.query("SELECT has_table_privilege('events', 'UPDATE') AS may");
    expect(rows).toEqual([{ may: false }]);
  });

  test("no trigger is switched off, no role is changed, no rule is replaced", async () => {
    for (const statement of [
      "ALTER TABLE revisions DISABLE TRIGGER ALL",
      "ALTER TABLE passages DISABLE TRIGGER passage_is_the_text",
      "SET session_replication_role = replica",
      "DROP TRIGGER insert_only ON events",
      "DROP TABLE redactions",
      "ALTER TABLE links DROP CONSTRAINT link_target",
      "SET ROLE grounds_owner",
      "CREATE FUNCTION public.blanked(words text, more text) RETURNS text LANGUAGE sql AS 'SELECT words'",
    ]) {
      await refused(/^(42501|0LP01)/, [statement]);
      await app.query("ROLLBACK; BEGIN");
    }
  });
});

describe("links", () => {
  const start = (values: Record<string, unknown>): [string, unknown[]] => {
    const row = {
      id: id(),
      thread_id: thread,
      child_id: first,
      question_id: null,
      parent_id: null,
      stance: "PRO",
      target: "CLAIM",
      author_id: naledi.id,
      ...values,
    };
    const names = Object.keys(row);
    return [`INSERT INTO links (${names}) VALUES (${names.map((_, n) => `$${n + 1}`)})`, Object.values(row)];
  };

  test("close no circle", async () => {
    const answered = "(SELECT current_revision_id FROM arguments WHERE id = $1)";
    const { rows } = await app.query(`SELECT ${answered} AS id`, [second]);
    await refused(/link_closes_no_circle/, start({ parent_id: second, answered_revision_id: rows[0].id }));
    await app.query("ROLLBACK; BEGIN");
    await refused(
      /link_not_itself|link_closes_no_circle/,
      start({ parent_id: first, answered_revision_id: rows[0].id }),
    );
  });

  test("have one parent in their own thread, once, and aim at what it has", async () => {
    for (const [rule, values] of [
      [/link_one_parent/, {}],
      [/links_living/, { question_id: thread }],
      [/link_target/, { question_id: thread, target: "EVIDENCE" }],
      [/link_own_question|23503/, { thread_id: "elsewhere", question_id: thread }],
      [/link_answered_revision/, { child_id: second, parent_id: first }],
      [/link_concession/, { question_id: thread, concession: true }],
    ] as const) {
      await refused(rule, start(values));
      await app.query("ROLLBACK; BEGIN");
    }
  });
});

describe("the record", () => {
  test("numbers and chains every event itself, whatever it is told", async () => {
    await app.query(
      `INSERT INTO events (stream, number, kind, subjects, previous, hash) VALUES ($1, 7777, 'thread.locked', '{}', 'forged', 'forged')`,
      [thread],
    );
    const { rows } = await app.query(
      "SELECT number, previous, hash = event_hash(e) AS true_hash, lag(hash) OVER (ORDER BY number) AS before FROM events e WHERE stream = $1 ORDER BY number DESC LIMIT 1",
      [thread],
    );
    const { rows: count } = await app.query("SELECT count(*)::int AS n FROM events WHERE stream = $1", [thread]);
    expect(rows[0]).toEqual({ number: count[0].n, previous: rows[0].before, true_hash: true, before: rows[0].before });
  });

  test("belongs to a thread or to the site", () =>
    refused(/event_stream/, ["INSERT INTO events (stream, kind, subjects) VALUES ('nowhere', 'thread.locked', '{}')"]));
});

describe("redaction", () => {
  const redact = (kind: string, subject: string, reason = "A name that must not stand here."): [string, unknown[]] => [
    "SELECT redact($1, $2, $3, $4)",
    [kind, subject, reason, naledi.id],
  ];

  test("blanks a revision's words and keeps their number, the hash and the place", async () => {
    const query = "SELECT claim, hash, ordinal FROM revisions WHERE argument_id = $1";
    const { rows: before } = await app.query(query, [first]);
    const { rows: ids } = await app.query("SELECT id FROM revisions WHERE argument_id = $1", [first]);
    await app.query(...redact("revision", ids[0].id));
    const { rows: after } = await app.query(query, [first]);
    expect(after[0].claim).toMatch(/^[█ ]+$/);
    expect(after).toEqual([{ ...before[0], claim: before[0].claim.replace(/\S/g, "█") }]);
    const { rows } = await app.query("SELECT kind, reason, redacted_by FROM redactions");
    expect(rows).toEqual([{ kind: "revision", reason: "A name that must not stand here.", redacted_by: naledi.id }]);
  });

  test("follows a passage into the text, into overlapping passages and into what stands around others", async () => {
    const at = [...source.text.slice(0, source.text.indexOf(QUOTES.pilots))].length;
    const end = at + [...QUOTES.pilots].length;
    await app.query(...passage(at + 6, end + 1, stretch(at + 6, end + 1)));
    await app.query(...passage(end + 3, end + 43, stretch(end + 3, end + 43)));
    const { rows: mine } = await app.query(
      "SELECT id FROM passages WHERE version_id = $1 AND start_at = $2 AND end_at = $3",
      [source.versionId, at, end],
    );
    await app.query(...redact("passage", mine[0].id));
    const { rows } = await app.query("SELECT text, sha256 FROM source_versions WHERE id = $1", [source.versionId]);
    expect([...rows[0].text]).toHaveLength([...source.text].length);
    expect(rows[0].text).not.toContain("crowns");
    expect([...rows[0].text].slice(0, at).join("")).toBe(stretch(0, at));
    const { rows: places } = await app.query(
      "SELECT start_at, end_at, quote, prefix, suffix FROM passages WHERE version_id = $1",
      [source.versionId],
    );
    const blanked = [...rows[0].text];
    for (const { start_at, end_at, quote, prefix, suffix } of places) {
      expect(quote).toBe(blanked.slice(start_at, end_at).join(""));
      expect(prefix).toBe(blanked.slice(Math.max(0, start_at - 32), start_at).join(""));
      expect(suffix).toBe(blanked.slice(end_at, end_at + 32).join(""));
    }
    expect(places.length).toBeGreaterThanOrEqual(4);
  });

  test("blanks the reason for which somebody posted anyway, and no other", async () => {
    const keep = "INSERT INTO posted_anyway (argument_id, near_id, reason) VALUES ($1, $2, $3)";
    await app.query(keep, [second, first, "Because of Ane Holm."]);
    await app.query(keep, [first, second, "It is about the winter."]);
    await app.query(...redact("posted_anyway", second));
    const { rows } = await app.query("SELECT argument_id, reason FROM posted_anyway");
    expect(new Map(rows.map(({ argument_id, reason }) => [argument_id, reason]))).toEqual(
      new Map([
        [second, "███████ ██ ███ █████"],
        [first, "It is about the winter."],
      ]),
    );
    await app.query("SAVEPOINT before");
    await refused(/redaction_subject/, redact("posted_anyway", "no-such-argument"));
    await app.query("ROLLBACK TO before");
    await refused(/permission denied/, ["UPDATE posted_anyway SET reason = 'Another one.'"]);
  });

  test("says why, and of what there is", async () => {
    await refused(/redaction_reason/, redact("revision", "x", " "));
    await app.query("ROLLBACK; BEGIN");
    await refused(/redaction_subject/, redact("revision", "no-such-revision"));
    await app.query("ROLLBACK; BEGIN");
    await refused(/redaction_kind/, redact("user", naledi.id));
  });
});
