import { execFile } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { endLink, startLink } from "#lib/arguments/commands/link";
import { moveArgument } from "#lib/arguments/commands/move";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { rejoinArgument, splitArgument } from "#lib/arguments/commands/split";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { declineWording, offerWording, takeWording } from "#lib/arguments/commands/wording";
import { getWordings } from "#lib/arguments/queries/wordings";
import { gradePupil, noteArgument, releaseGrades } from "#lib/classes/commands/grade";
import { openRound } from "#lib/classes/commands/open-round";
import { askForPeers, givePeerFeedback, hidePeerFeedback, releasePeerFeedback } from "#lib/classes/commands/peers";
import { writeNote } from "#lib/classes/commands/round-notes";
import { setAssignment } from "#lib/classes/commands/set-assignment";
import { findOwnPeers } from "#lib/classes/peer-queries";
import { disconnect } from "#lib/db";
import { importMap } from "#lib/maps/commands/import";
import { takeSnapshot } from "#lib/maps/commands/take-snapshot";
import { postFromTray } from "#lib/maps/commands/tray";
import { getTray } from "#lib/maps/tray-queries";
import { markArgument, removeArgument } from "#lib/moderation/commands";
import { flagArgument } from "#lib/moderation/commands/flag";
import { resolveMark } from "#lib/moderation/commands/mark";
import { mergeArgument, unmergeArgument } from "#lib/moderation/commands/merge";
import { liftSanction, sanctionPerson } from "#lib/moderation/commands/sanction";
import { getMarked } from "#lib/moderation/queries/marks";
import { bringSourceAgain } from "#lib/sources/commands/bring-again";
import { correctSource } from "#lib/sources/commands/correct";
import { getSource } from "#lib/sources/queries";
import { dismissModerator, nameModerator, openThread, setThreadMode } from "#lib/threads/commands";
import { rateLink, retractRating } from "#lib/weighing/commands/rate";
import { examine, readInvariants } from "../../../bin/doctor.ts";
import { root } from "../../../bin/first-run/folders.mjs";
import { aClass, asKnown, hours, task } from "../../support/assigned.ts";
import { urlOf } from "../../support/databases.ts";
import { aRound } from "../../support/rounds.ts";
import { anArgument, aSource, aThread, content, person, QUOTES, TEXT } from "../../support/world.ts";

const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
const superuser = new pg.Client({ connectionString: urlOf(inject("postgres").superuserUrl, database) });

/** An argument of the thread that has three, by its number. */
const numbered = (n: number) =>
  `(SELECT a.id FROM arguments a JOIN threads t ON t.id = a.thread_id WHERE a.number = ${n} AND t.next_number = 4)`;
const anyone = "(SELECT id FROM users WHERE handle = 'naledi')";

/** How each rule is broken by somebody whom no trigger stops. */
const FORGERIES: Record<string, string> = {
  "version-canonical": "UPDATE source_versions SET text = text || ' '",
  "version-hash": "UPDATE source_versions SET text = replace(text, 'harbour', 'airport')",
  "passage-text": "UPDATE passages SET quote = replace(quote, 'crowns', 'francs')",
  "passage-length": "UPDATE passages SET end_at = start_at + 5",
  "redacted-everywhere": `INSERT INTO redactions (id, kind, subject_id, reason, redacted_by)
    SELECT 'forged', 'passage', id, 'none', ${anyone} FROM passages LIMIT 1`,
  "redacted-in-copies": `WITH one AS (
      UPDATE arguments SET imported_from = jsonb_build_object('format', 'grounds', 'originalId', id)
      WHERE id = (SELECT id FROM arguments LIMIT 1) RETURNING current_revision_id)
    INSERT INTO redactions (id, kind, subject_id, reason, redacted_by)
    SELECT 'forged', 'revision', current_revision_id, 'none', ${anyone} FROM one`,
  "redacted-in-trays": `WITH one AS (SELECT id, quote FROM passages WHERE char_length(quote) >= 40 LIMIT 1), quoting AS (
      UPDATE tray_items SET quotations = jsonb_build_array(jsonb_build_object('words', jsonb_build_array('So: ' || quote)))
      FROM one WHERE left_at IS NULL)
    INSERT INTO redactions (id, kind, subject_id, reason, redacted_by)
    SELECT 'forged', 'passage', id, 'none', ${anyone} FROM one`,
  "revision-cited": "DELETE FROM citations",
  "citation-spans": "DELETE FROM spans WHERE ordinal = 0",
  "spans-in-order": "UPDATE spans SET ordinal = 4 - ordinal",
  "citation-length": "UPDATE passages SET end_at = end_at + 1300",
  "anchor-place": "UPDATE anchors SET start_at = start_at + 1, end_at = end_at + 1",
  "anchors-complete": "DELETE FROM raised_anchors",
  "current-newest": `UPDATE arguments SET current_revision_id = (SELECT id FROM revisions r WHERE r.argument_id = arguments.id AND ordinal = 1)`,
  "revision-ordinals": "UPDATE revisions SET ordinal = 7 WHERE ordinal = 2",
  "argument-numbers": "UPDATE arguments SET number = number + 100 WHERE number > 2",
  "next-number": "UPDATE threads SET next_number = next_number + 1",
  "argument-linked": "UPDATE links SET ended_at = now(), ended_by = author_id, ended_reason = 'forged'",
  "link-thread":
    "UPDATE arguments SET thread_id = (SELECT id FROM threads WHERE id <> arguments.thread_id LIMIT 1), number = number + 100 WHERE thread_id IN (SELECT id FROM threads WHERE class_id IS NULL)",
  "link-once": `DROP INDEX links_living; INSERT INTO links SELECT (jsonb_populate_record(l, jsonb_build_object('id', 'forged' || l.id))).* FROM links l WHERE moved_from IS NULL`,
  "link-target":
    "UPDATE links SET target_citation_id = (SELECT id FROM citations WHERE revision_id <> answered_revision_id LIMIT 1) WHERE target = 'EVIDENCE'",
  "link-circle": `INSERT INTO links (id, thread_id, child_id, parent_id, stance, target, answered_revision_id, author_id)
    SELECT 'forged', a.thread_id, ${numbered(1)}, ${numbered(2)}, 'PRO', 'CLAIM', b.current_revision_id, a.author_id
    FROM arguments a, arguments b WHERE a.id = ${numbered(1)} AND b.id = ${numbered(2)}`,
  "event-numbers": "DELETE FROM events WHERE number = 2",
  "event-chain": "UPDATE events SET actor_id = NULL WHERE number = 2",
  "acts-recorded": "UPDATE events SET kind = 'argument.praised' WHERE kind = 'argument.withdrawn'",
  "flag-quiet": `UPDATE events SET actor_id = ${anyone} WHERE kind = 'flag.raised'`,
  "ruling-placed": `INSERT INTO challenges (id, argument_id, revision_id, citation_id, kind, note, raised_by, upheld, ruled_by, ruled_at)
    SELECT 'forged', r.argument_id, r.id, c.id, 'CLIPPED', 'x', ${anyone}, true, ${anyone}, now()
    FROM citations c JOIN revisions r ON r.id = c.revision_id LIMIT 1`,
  "mode-recorded": "UPDATE threads SET mode = 'SLOW'",
  "seat-enrolled": "DELETE FROM enrolments WHERE role = 'STUDENT'",
  "graded-by-a-teacher": "UPDATE grades SET graded_by = (SELECT id FROM users WHERE handle = 'mateo')",
  "grade-seated": "DELETE FROM seats",
  "peers-of-one-thread": "DELETE FROM seats",
  "peers-seen-to-by-a-teacher": "UPDATE peer_askings SET asked_by = (SELECT id FROM users WHERE handle = 'mateo')",
  "seat-sided": "UPDATE assignments SET sides = 'NONE'",
  "assignment-set": "UPDATE assignments SET set_by = (SELECT id FROM users WHERE handle = 'mateo')",
  "round-of-class": "UPDATE live_rounds SET thread_id = (SELECT id FROM threads WHERE class_id IS NULL LIMIT 1)",
  "note-argued-here": "UPDATE round_notes SET argument_id = (SELECT id FROM arguments LIMIT 1), speech = 0",
  "card-of-made": `INSERT INTO login_cards (user_id, hash, made_by, expires_at) VALUES (${anyone}, 'forged', ${anyone}, now())`,
  "purged-whole": "INSERT INTO purges (class_id, keep_until) SELECT id, now() FROM classes",
  "counted-purged-classes": "INSERT INTO purges (class_id, keep_until) VALUES ('gone', now())",
  "policy-numbered": "INSERT INTO policy_versions (number) VALUES (7)",
  "tray-became": `UPDATE arguments SET imported_from = imported_from || '{"originalId": "another"}'
    WHERE id IN (SELECT argument_id FROM tray_items)`,
  "tray-leads-up": `UPDATE tray_items SET parent_id = NULL, parent_item_id =
    (SELECT o.id FROM tray_items o WHERE o.id <> tray_items.id LIMIT 1)`,
  "imported-known": `UPDATE arguments SET imported_from = '{"fileSha256": "forged", "originalId": "1"}' WHERE number = 1`,
  "rating-another": `INSERT INTO ratings (link_id, person_id, impact) SELECT id, author_id, 2 FROM links LIMIT 1`,
  "rating-living": "UPDATE ratings SET rated_at = now()",
  "moved-on": "UPDATE links SET started_at = started_at - interval '1 hour' WHERE moved_from IS NOT NULL",
  "merged-by-another": "UPDATE merges SET merged_by = (SELECT author_id FROM arguments WHERE id = merges.into_id)",
  "merged-unanswered": `UPDATE links SET ended_at = NULL, ended_by = NULL, ended_reason = NULL
    WHERE id IN (SELECT link_id FROM merged_links) AND ended_at IS NOT NULL`,
  "merged-onto":
    "UPDATE links SET child_id = parent_id, parent_id = child_id WHERE id IN (SELECT onto_id FROM merged_links WHERE started)",
  "wording-became": "UPDATE wordings SET claim = 'Forged.' WHERE became_id IS NOT NULL",
  "split-whole": "UPDATE split_parts SET cites = '{0}', argument_id = NULL WHERE ordinal = 1",
  "class-apart": "UPDATE sources SET class_id = (SELECT id FROM classes LIMIT 1)",
  "snapshot-hash": "UPDATE snapshots SET content = content || ' '",
  "snapshot-quotes": "UPDATE snapshots SET content = replace(content, 'council met', 'council sat')",
  "snapshot-nameless": `UPDATE snapshots SET content = replace(content, '"name":""', '"name":"Naledi"')`,
  "rating-quiet": `UPDATE events SET actor_id = ${anyone} WHERE kind = 'link.rated'`,
  "removed-once": `DO $$ DECLARE name text; BEGIN FOR name IN SELECT indexname FROM pg_indexes WHERE tablename = 'removals' AND indexdef LIKE '%WHERE%'
    LOOP EXECUTE 'DROP INDEX ' || name; END LOOP; END $$;
    INSERT INTO removals SELECT (jsonb_populate_record(m, '{"id": "forged"}')).* FROM removals m`,
  "claim-length": "ALTER TABLE revisions DROP CONSTRAINT claim_length; UPDATE revisions SET claim = repeat('a', 281)",
  "written-nfc": "ALTER TABLE revisions DROP CONSTRAINT claim_form; UPDATE revisions SET claim = 'Cafe' || U&'\\0301'",
  "in-the-future": "UPDATE arguments SET posted_at = now() + interval '1 day'",
  "erased-locked-out":
    "UPDATE users SET erased_at = now(); INSERT INTO api_tokens (id, user_id, name, hash) SELECT 'forged', id, 'x', 'x' FROM users LIMIT 1",
  "visit-seen": `INSERT INTO visits (person_id, thread_id, seen, singly)
    SELECT ${anyone}, id, 1, '{9999}' FROM threads LIMIT 1`,
  "admin-acts": `INSERT INTO sanctions (id, user_id, kind, policy, code, given_by)
    SELECT 'forged' || u.id, u.id, 'SUSPEND', r.policy, r.code, v.id FROM users u, users v, (SELECT policy, code FROM reasons LIMIT 1) AS r
    WHERE u.role = 'ADMIN' AND v.id = (SELECT id FROM users WHERE role <> 'ADMIN' LIMIT 1)`,
  "erased-nameless": "UPDATE users SET erased_at = now(), about = 'Still here.'",
  "handle-retired":
    "INSERT INTO retired_handles SELECT encode(sha256(convert_to(skeleton, 'UTF8')), 'hex') FROM users LIMIT 1",
  "answer-kept": `UPDATE submission_keys SET answer = '{"id": "none"}'`,
  "reference-kept": "DELETE FROM passages",
  "counted-given-up-letters": "INSERT INTO mails (id, purpose, parked_at) VALUES ('forged', 'test', now())",
  "search-current": "UPDATE search_entries SET words = to_tsvector('grounds', 'harbour') WHERE kind = 'ARGUMENT'",
  "search-stray": `INSERT INTO search_entries SELECT (jsonb_populate_record(e, '{"id": "a:forged", "argument_id": "forged"}')).*
    FROM search_entries e WHERE kind = 'ARGUMENT' LIMIT 1`,
  "counted-redacted-revisions": `SELECT redact('revision', (SELECT id FROM revisions LIMIT 1), 'For the test.', ${anyone})`,
  "counted-redacted-passages": `SELECT redact('passage', (SELECT id FROM passages LIMIT 1), 'For the test.', ${anyone})`,
  "counted-redacted-reasons": `SELECT redact('posted_anyway', (SELECT argument_id FROM posted_anyway LIMIT 1), 'For the test.', ${anyone})`,
};

beforeAll(async () => {
  await superuser.connect();
  const [naledi, farid, signe] = [await person("naledi"), await person("farid"), await person("signe")];
  const mateo = await person("mateo");
  const source = await aSource(naledi);
  const { paragraphs } = await getSource(null, source);
  const text = paragraphs.map((one) => one.text).join("\n\n");
  await bringSourceAgain(farid, source, { text, url: "https://tide.example/a" });
  const [thread, other] = [await aThread(naledi, source), await aThread(farid, source)];
  const spans = [{ quote: QUOTES.council }, { quote: QUOTES.pilots }];
  const { id: first } = await anArgument(naledi, thread, source, {
    citations: [{ source, spans }],
    submissionKey: "one",
  });
  const { id: second } = await anArgument(farid, thread, source, { parent: first, stance: "CON", target: "EVIDENCE" });
  const { id: third } = await anArgument(farid, thread, source, {
    claim: "Gone.",
    parent: second,
    target: "RELEVANCE",
  });
  const { id: near } = await anArgument(naledi, other, source);
  await reviseArgument(naledi, first, { claim: "Better.", body: "Why.", citations: [{ source, quote: QUOTES.mayor }] });
  const link = await startLink(farid, {
    child: second,
    parent: null,
    stance: "PRO",
    target: "CLAIM",
    concession: false,
  });
  await rateLink(naledi, link.id, 3);
  await rateLink(signe, link.id, 1);
  await retractRating(signe, link.id);
  await endLink(farid, link.id, "Enough.");
  const again = { parent: null, stance: "PRO", target: "CLAIM", concession: false } as const;
  await moveArgument(farid, (await startLink(farid, { child: third, ...again })).id, { ...again, stance: "CON" });
  await markArgument(signe, first, { kind: "UNCLEAR", note: null });
  await markArgument(farid, first, { kind: "DUPLICATE" });
  const { marks } = await getMarked(farid, first);
  await resolveMark(farid, marks.find(({ own }) => own)?.id ?? "");
  await flagArgument(farid, first, { kind: "SPAM", note: "It sells boats." });
  await removeArgument(signe, third, { code: "off-topic", note: null });
  await withdrawArgument(farid, second, null);
  const [twin, undone] = [await anArgument(farid, other, source), await anArgument(farid, other, source)];
  for (const { id } of [twin, undone]) await anArgument(farid, other, source, { parent: id, stance: "CON" });
  for (const { id } of [twin, undone]) await mergeArgument(signe, id, { into: near, note: "It says the same." });
  await unmergeArgument(signe, undone.id);
  const twofold = { parts: ["One.", "Two."].map((claim) => ({ claim, cites: [0] })), answers: {} };
  for (const again of [false, true]) {
    const { id } = await anArgument(farid, other, source);
    await anArgument(naledi, other, source, { parent: id, stance: "CON" });
    await splitArgument(signe, id, twofold);
    await splitArgument(farid, id, {
      ...twofold,
      parts: twofold.parts.map((part) => ({ ...part, claim: `${part.claim} So.` })),
    });
    if (again) await rejoinArgument(farid, id);
  }
  for (const claim of ["Put better.", "Put worse."]) {
    await offerWording(signe, near, { claim });
    const waiting = (await getWordings(naledi, near)).wordings.find(({ answer }) => answer === null)?.id ?? "";
    await (claim === "Put better." ? takeWording(naledi, waiting) : declineWording(naledi, waiting, "No."));
  }
  await setThreadMode(signe, thread, { mode: "LOCKED" });
  await setThreadMode(signe, thread, { mode: "OPEN" });
  const map = `Discussion Name:\nX?\n\n1. Thesis:\nX.\n\n${["Posted [1]", "Cited", "Waits", "Waits, too"]
    .map((claim, i) => `  1.${i + 1}. Pro:\n  ${claim}.\n`)
    .join("\n")}\nSources:\n[1] \n"${QUOTES.newsletter}"\n`;
  await importMap(naledi, other, { name: "map.txt", bytes: new TextEncoder().encode(map) });
  const [waiting] = (await getTray(naledi, other)).items;
  await postFromTray(farid, other, waiting?.id ?? "", content(source, { claim: "Cited." }));
  const room = await aClass(naledi, [farid, signe]);
  const raisedBy = { source, quote: QUOTES.council };
  const own = await openThread(await asKnown(naledi), { question: "And in class?", raisedBy, class: room.slug });
  const { id: round } = await openRound(await asKnown(naledi), room.slug, aRound(own.slug));
  await writeNote(await asKnown(farid), room.slug, round, { text: "A ferry is not a bridge.", speech: 0 });
  const teacher = await asKnown(naledi);
  const { slug: assignment } = await setAssignment(teacher, room.slug, task(thread));
  await gradePupil(teacher, room.slug, assignment, "farid", { levels: { claim: 3 } });
  await noteArgument(teacher, room.slug, assignment, first, "Well begun.");
  await releaseGrades(teacher, room.slug, assignment);
  const pupils = [await asKnown(farid), await asKnown(signe)];
  const { slug: judged } = await setAssignment(teacher, room.slug, task(own.slug, { sides: "NONE" }));
  for (const pupil of pupils) await anArgument(pupil, own.slug, source);
  await askForPeers(teacher, room.slug, judged, { each: 1, dueAt: hours(24) });
  for (const pupil of pupils) {
    const id = (await findOwnPeers(pupil, room.slug, judged))?.toGive[0]?.id ?? "";
    await givePeerFeedback(pupil, room.slug, judged, id, { levels: { claim: 3 } });
    await hidePeerFeedback(teacher, room.slug, judged, id, true);
  }
  await releasePeerFeedback(teacher, room.slug, judged);
  await nameModerator(mateo, thread, "naledi");
  await dismissModerator(mateo, thread, "naledi");
  await liftSanction(mateo, await sanctionPerson(signe, "farid", { kind: "SILENCE", code: "off-topic", days: 1 }));
  await setThreadMode(signe, other, { mode: "ALL_APPROVED" });
  await anArgument(farid, other, source, { postedAnyway: { near, reason: "Mine is about the cost." } });
  await takeSnapshot(signe, thread);
  await correctSource(naledi, source, {
    text: `A correction stands before it.\n\n${TEXT}\n\nA last line for the tests.`,
  });
  // An import starts a thread that reads its file.
}, 60_000);

afterAll(async () => {
  await superuser.end();
  await disconnect();
});

const broken = async () => (await examine(superuser)).filter(({ count }) => count > 0).map(({ name }) => name);

describe("the doctor", () => {
  test("finds nothing in a world that the verbs made", async () => {
    expect(await broken()).toEqual([]);
  });

  test("has a forgery here for each of its rules", () => {
    expect(Object.keys(FORGERIES).sort()).toEqual(
      readInvariants()
        .map(({ name }) => name)
        .sort(),
    );
  });

  test.each(Object.entries(FORGERIES))("sees it when %s is broken", async (name, forgery) => {
    await superuser.query("BEGIN");
    try {
      // Neither triggers nor foreign keys look.
      if (!name.startsWith("counted-")) await superuser.query("SET LOCAL session_replication_role = replica");
      await superuser.query(forgery);
      expect(await broken()).toContain(name);
    } finally {
      await superuser.query("ROLLBACK");
    }
  });

  test("sees what a file quoted beside an argument that was redacted, and nothing where the database redacts it", async () => {
    await superuser.query("BEGIN");
    const { rows } = await superuser.query(
      `SELECT r.id FROM revisions r JOIN tray_items i USING (argument_id) LIMIT 1`,
    );
    await superuser.query(`SELECT redact('revision', $1, 'A name.', ${anyone})`, [rows[0].id]);
    expect(await broken()).not.toContain("redacted-in-trays");
    await superuser.query("SET LOCAL session_replication_role = replica");
    await superuser.query(
      `UPDATE tray_items SET quotations = '[{"words": ["A name."]}]' WHERE argument_id IS NOT NULL`,
    );
    expect(await broken()).toContain("redacted-in-trays");
    await superuser.query("ROLLBACK");
  });

  test("sees a reason that was redacted and still stands", async () => {
    await superuser.query("BEGIN; SET LOCAL session_replication_role = replica");
    await superuser.query(`INSERT INTO redactions (id, kind, subject_id, reason, redacted_by)
      SELECT 'forged', 'posted_anyway', argument_id, 'none', ${anyone} FROM posted_anyway`);
    expect(await broken()).toContain("redacted-everywhere");
    await superuser.query("ROLLBACK");
  });

  test("sees a circle that the question does not reach, too", async () => {
    await superuser.query("BEGIN; SET LOCAL session_replication_role = replica");
    await superuser.query(FORGERIES["link-circle"] as string);
    await superuser.query(`UPDATE links SET ended_at = now(), ended_by = author_id, ended_reason = 'forged'
      WHERE question_id IS NOT NULL AND child_id = ${numbered(1)}`);
    expect(await broken()).toContain("link-circle");
    await superuser.query("ROLLBACK");
  });

  test("takes a redaction for what it is, and for no breach", async () => {
    await superuser.query("BEGIN");
    await superuser.query(FORGERIES["counted-redacted-passages"] as string);
    await superuser.query(FORGERIES["counted-redacted-revisions"] as string);
    await superuser.query(FORGERIES["counted-redacted-reasons"] as string);
    expect(await broken()).toEqual([
      "counted-redacted-revisions",
      "counted-redacted-passages",
      "counted-redacted-reasons",
    ]);
    await superuser.query("ROLLBACK");
  });

  const run = () =>
    new Promise<{ code: number; out: string }>((resolve) => {
      execFile(process.execPath, ["bin/doctor.ts"], { cwd: root, env: process.env }, (error, out) =>
        resolve({ code: Number(error?.code ?? 0), out }),
      );
    });

  test("as a command it counts each rule, ends with the figure, and fails when one is broken", async () => {
    const rules = readInvariants().filter(({ counted }) => !counted).length;
    const well = await run();
    expect(well.code).toBe(0);
    expect(well.out.trimEnd().split("\n").at(-1)).toBe(`${rules} invariants, 0 broken`);
    await superuser.query("SET session_replication_role = replica");
    await superuser.query("UPDATE threads SET next_number = next_number + 1");
    const ill = await run();
    await superuser.query("UPDATE threads SET next_number = next_number - 1");
    expect([ill.code, ill.out.trimEnd().split("\n").at(-1)]).toEqual([1, `${rules} invariants, 1 broken`]);
    expect(ill.out).toMatch(/✗ +3 {2}next-number: /);
  });
});
