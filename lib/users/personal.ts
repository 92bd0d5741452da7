/**
 * Every table that names a person, and what each does when they take their data along or close their account. A test
 * compares it with the schema, so that no table is forgotten. Names and columns are ours, never a request's.
 */

interface Naming {
  table: string;
  /** The column that names the person. */
  by: string;
  /** What of it goes into the download, as a list for SELECT; null for what others did, and for secrets. */
  shown: string | null;
  /** Whether its rows stay, under a name that says nothing, when the account is closed. */
  closing: "stays" | "goes";
}

const goes = (table: string, by: string, shown: string | null): Naming => ({ table, by, shown, closing: "goes" });
const stays = (table: string, by: string, shown: string | null): Naming => ({
  table,
  by,
  shown,
  closing: "stays",
});

const RELEASED = (column: string) => `CASE WHEN EXISTS (
  SELECT FROM grade_releases r WHERE r.assignment_id = grades.assignment_id AND r.undone_at IS NULL) THEN ${column} END AS ${column}`;

const RECEIVED = (column: string) => `CASE WHEN hidden_at IS NULL AND EXISTS (
  SELECT FROM peer_askings p WHERE p.assignment_id = peer_feedback.assignment_id AND p.released_at IS NOT NULL AND p.due_at <= now())
  THEN ${column} END AS ${column}`;

export const PERSONAL: readonly Naming[] = [
  // What lets somebody in, and what is theirs alone.
  goes("credentials", "user_id", "changed_at"),
  goes("sessions", "user_id", "agent, created_at, expires_at, ended_at"),
  goes("api_tokens", "user_id", "name, created_at, used_at, revoked_at"),
  goes("sent_links", "user_id", "purpose, email, asked_at, expires_at"),
  goes("login_cards", "user_id", "made_at, expires_at"),
  goes("made_accounts", "user_id", "class_id, name, sourced_id, made_at"),
  goes("lti_subjects", "user_id", "platform_id, sub"),
  goes("lti_tickets", "user_id", null),
  goes("notice_settings", "user_id", "mail, watch_own, answers"),
  goes("watches", "user_id", "thread_id, argument_id, since, ended_at"),
  goes("bookmarks", "user_id", "argument_id, made_at"),
  // To the minute: it is somebody else's act, and may be one of a class that hides who did it.
  goes("notices", "reader_id", "kind, thread_id, argument_id, date_trunc('minute', at) AS at, read_at"),
  goes("class_notices", "reader_id", "kind, class_id, assignment_id, at, read_at"),
  goes("visits", "person_id", "thread_id, seen, at"),
  goes("blocks", "blocker_id", "(SELECT handle FROM users WHERE id = blocked_id) AS blocked, at"),
  goes("blocks", "blocked_id", null),
  // What they said: others have answered it.
  stays("arguments", "author_id", "id, thread_id, number, posted_at, imported_from"),
  stays("threads", "opened_by", "id, slug, question, thesis, topic, background, opened_at"),
  stays(
    "sources",
    "brought_by",
    "slug, title, outlet, byline, published_on, url, rights, provenance, file_name, requested_url, final_url, brought_at",
  ),
  stays("brought_again", "brought_by", "version_id, provenance, file_name, requested_url, final_url, url, brought_at"),
  stays("source_versions", "created_by", "id, source_id, number, sha256, text, created_at"),
  stays("map_imports", "imported_by", "thread_id, format, file_name, file_sha256, imported_at"),
  stays("tray_items", "left_by", "id, thread_id, claim, left_at, argument_id"),
  stays("links", "author_id", "id, thread_id, child_id, parent_id, stance, target, concession, started_at, ended_at"),
  stays("links", "ended_by", "id, ended_at, ended_reason"),
  stays("ratings", "person_id", "link_id, impact, rated_at"),
  stays("withdrawals", "withdrawn_by", "argument_id, withdrawn_at, reason"),
  stays("anchors", "confirmed_by", "citation_id, version_id, confirmed_at"),
  // What they did for the forum.
  stays("removals", "removed_by", "argument_id, policy, code, note, removed_at"),
  stays("removals", "lifted_by", "argument_id, lifted_at"),
  stays("splits", "drawn_by", "argument_id, drawn_at, answered_at, taken, answer"),
  stays("wordings", "offered_by", "argument_id, claim, note, offered_at, answered_at, answer"),
  stays("merges", "merged_by", "argument_id, into_id, note, merged_at"),
  stays("merges", "undone_by", "argument_id, undone_at"),
  stays("reviews", "decided_by", "argument_id, verdict, policy, code, note, decided_at"),
  stays("reviews", "claimed_by", null),
  stays("reviews", "asked_by", "argument_id, policy, code, note, asked_at"),
  // One's own reports alone; what became of them would tell what others reported.
  stays("flags", "flagged_by", "argument_id, kind, note, flagged_at"),
  stays("challenges", "raised_by", "argument_id, kind, note, raised_at"),
  stays("challenges", "ruled_by", "argument_id, kind, upheld, ruling, ruled_at"),
  stays("marks", "marked_by", "argument_id, kind, note, marked_at"),
  stays("marks", "resolved_by", "argument_id, resolved_at"),
  stays("sanctions", "user_id", "kind, code, note, given_at, until_at, plea, pleaded_at, kept_at, lifted_at"),
  stays("sanctions", "given_by", "user_id, kind, code, given_at, until_at"),
  stays("sanctions", "kept_by", "user_id, kind, kept_at"),
  stays("sanctions", "lifted_by", "user_id, kind, lifted_at"),
  stays("thread_moderators", "user_id", "thread_id, named_at, lifted_at"),
  stays("thread_moderators", "named_by", "thread_id, user_id, named_at"),
  stays("thread_moderators", "lifted_by", "thread_id, user_id, lifted_at"),
  stays("policy_versions", "published_by", "number, thread_id, since"),
  stays("snapshots", "taken_by", "id, thread_id, taken_at"),
  stays("redactions", "redacted_by", "kind, subject_id, reason, redacted_at"),
  stays("invitations", "created_by", "created_at, expires_at, used_at"),
  stays("invitations", "used_by", "used_at"),
  // Their classes.
  stays("classes", "opened_by", "slug, name, about, term, created_at, keep_until"),
  stays("enrolments", "user_id", "class_id, role, enrolled_at, removed_at"),
  stays("enrolments", "enrolled_by", null),
  stays("enrolments", "removed_by", null),
  stays("pseudonyms", "user_id", "thread_id, name"),
  stays("join_codes", "made_by", "class_id, made_at, expires_at, cap, used, revoked_at"),
  stays("join_codes", "revoked_by", null),
  stays("assignments", "set_by", "id, class_id, title, instructions, set_at"),
  stays("seats", "user_id", "assignment_id, side, seated_at"),
  stays("live_rounds", "opened_by", "id, class_id, thread_id, format, opened_at"),
  stays("live_rounds", "recorder_id", "id, class_id, opened_at"),
  stays("live_round_acts", "acted_by", "round_id, act, at"),
  goes("round_notes", "author_id", "round_id, speech, side, text, written_at, argument_id"),
  // What was not released yet nobody learns this way.
  goes("grades", "user_id", `assignment_id, ${RELEASED("levels")}, ${RELEASED("feedback")}`),
  goes("peer_feedback", "giver_id", "assignment_id, levels, words, given_at"),
  goes("peer_feedback", "receiver_id", `assignment_id, ${RECEIVED("levels")}, ${RECEIVED("words")}, report`),
  stays("peer_feedback", "hidden_by", null),
  stays("peer_askings", "asked_by", "assignment_id, each, due_at, asked_at"),
  stays("peer_askings", "released_by", null),
  stays("grades", "graded_by", null),
  stays("grade_notes", "noted_by", null),
  stays("grade_releases", "released_by", null),
  stays("grade_releases", "undone_by", null),
  stays("made_accounts", "made_by", null),
  stays("login_cards", "made_by", null),
  stays("lti_platforms", "registered_by", "name, issuer, registered_at"),
  // The record: ids and codes.
  stays("events", "actor_id", "stream, number, kind, subjects, at"),
  stays("submission_keys", "author_id", "key, answer, created_at"),
  stays("notices", "actor_id", null),
];

/** What hangs on a person's arguments and names nobody itself. */
export const SAID = {
  revisions: `SELECT r.argument_id, r.ordinal, r.claim, r.body, r.body_text, r.occasion, r.created_at
    FROM revisions r JOIN arguments a ON a.id = r.argument_id WHERE a.author_id = $1 ORDER BY r.argument_id, r.ordinal`,
  citations: `SELECT r.argument_id, r.ordinal AS revision, c.ordinal, source.slug AS source, v.number AS version, p.start_at, p.end_at, p.quote
    FROM spans s JOIN citations c ON c.id = s.citation_id JOIN revisions r ON r.id = c.revision_id
      JOIN arguments a ON a.id = r.argument_id JOIN passages p ON p.id = s.passage_id
      JOIN source_versions v ON v.id = c.version_id JOIN sources source ON source.id = v.source_id
    WHERE a.author_id = $1 ORDER BY r.argument_id, r.ordinal, c.ordinal, s.ordinal`,
} as const;
