-- What the app's role may do; run by the owner after the migrations, with :app replaced by the role's quoted name.
-- Nothing here can be undone by the app: it owns no table and may not disable a trigger.
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM :app;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO :app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO :app;
GRANT EXECUTE ON FUNCTION redact(text, text, text, text) TO :app;
GRANT EXECUTE ON FUNCTION purge_class(text) TO :app;

-- Insert-only: texts, words, acts.
GRANT INSERT ON source_versions, passages, revisions, citations, spans, events, withdrawals, submission_keys, posted_anyway, brought_again, raised_anchors,
  policy_versions, reasons TO :app;
GRANT INSERT ON snapshots TO :app;

-- Inserted, and then changed in these columns alone.
GRANT INSERT, UPDATE (title, outlet, byline, published_on, url, note, csl, rights) ON sources TO :app;
GRANT INSERT, UPDATE (question, thesis, topic, background, mode, slow_seconds, first_posts, next_mode, next_at, dropped_after_hours, dropped_later_arguments, next_number) ON threads TO :app;
GRANT INSERT, UPDATE (current_revision_id) ON arguments TO :app;
GRANT INSERT, UPDATE (ended_at, ended_by, ended_reason, rank) ON links TO :app;
GRANT INSERT, UPDATE (impact, rated_at), DELETE ON ratings TO :app;
GRANT INSERT, UPDATE (lifted_by, lifted_at) ON removals, thread_moderators TO :app;
GRANT INSERT, UPDATE (undone_by, undone_at) ON merges TO :app;
GRANT INSERT ON merged_links TO :app;
GRANT INSERT, UPDATE (answered_at, answer, became_id) ON wordings TO :app;
GRANT INSERT, UPDATE (answered_at, taken, answer, undone_at) ON splits TO :app;
GRANT INSERT, UPDATE (argument_id) ON split_parts TO :app;
GRANT INSERT ON split_links TO :app;
GRANT INSERT, UPDATE (plea, pleaded_at, kept_by, kept_at, lifted_by, lifted_at) ON sanctions TO :app;
GRANT INSERT, UPDATE (revision_id, edition, decided_at, decided_by, verdict, note, policy, code, claimed_by, claimed_at, asked_by, asked_at,
  overturned_by, batch) ON reviews TO :app;
GRANT INSERT, UPDATE (upheld, settled_by) ON flags TO :app;
GRANT INSERT, UPDATE (answer, answered_at, upheld, ruling, ruled_by, ruled_at) ON challenges TO :app;
GRANT INSERT ON ruled_passages TO :app;
GRANT INSERT, UPDATE (resolved_by, resolved_at) ON marks TO :app;
GRANT INSERT, UPDATE (confirmed_by, confirmed_at) ON anchors TO :app;

-- Maps from elsewhere, and what of them waits for a passage.
GRANT INSERT ON map_imports TO :app;
GRANT INSERT, UPDATE (left_at, left_by, argument_id) ON tray_items TO :app;

-- People.
GRANT INSERT, UPDATE (handle, skeleton, name, about, role, locale, email, erased_at) ON users TO :app;
GRANT INSERT, UPDATE (password_hash, changed_at), DELETE ON credentials TO :app;
GRANT INSERT, UPDATE (expires_at, ended_at), DELETE ON sessions TO :app;
GRANT INSERT, UPDATE (used_at, revoked_at), DELETE ON api_tokens TO :app;
GRANT INSERT, UPDATE (hash, email, asked_at, expires_at), DELETE ON sent_links TO :app;
GRANT INSERT, DELETE ON blocks TO :app;
GRANT USAGE ON SEQUENCE people_gone TO :app;
GRANT INSERT ON retired_handles TO :app;
GRANT INSERT, UPDATE (used_by, used_at) ON invitations TO :app;
GRANT INSERT, UPDATE (name, about, term, keep_until) ON classes TO :app;
GRANT INSERT, UPDATE (role, removed_by, removed_at) ON enrolments TO :app;
GRANT INSERT ON pseudonyms TO :app;
GRANT INSERT, UPDATE (used, revoked_by, revoked_at) ON join_codes TO :app;
GRANT INSERT, UPDATE (title, instructions, late, snapshots, strict, post_first) ON assignments TO :app;
GRANT INSERT, UPDATE (opens_at, due_at, arguments, passages, articles, answers, met, concessions), DELETE ON assignment_rounds TO :app;
GRANT INSERT ON assignment_threads, round_snapshots TO :app;
GRANT INSERT, UPDATE (speeches) ON live_rounds TO :app;
GRANT INSERT ON live_round_acts TO :app;
GRANT INSERT, UPDATE (text, taken_back_at, argument_id), DELETE ON round_notes TO :app;
GRANT INSERT, UPDATE (thread_id, side, seated_at) ON seats TO :app;
GRANT UPDATE (rubric) ON assignments TO :app;
GRANT INSERT, UPDATE (rubric, levels, feedback, graded_by, graded_at), DELETE ON grades TO :app;
GRANT INSERT, UPDATE (note, noted_by, noted_at), DELETE ON grade_notes TO :app;
GRANT INSERT, UPDATE (undone_by, undone_at) ON grade_releases TO :app;
GRANT INSERT, UPDATE (each, due_at, released_by, released_at) ON peer_askings TO :app;
GRANT INSERT, UPDATE (rubric, levels, words, given_at, hidden_by, hidden_at, report, reported_at), DELETE ON peer_feedback TO :app;
GRANT INSERT, UPDATE (name), DELETE ON made_accounts TO :app;
GRANT INSERT, UPDATE (hash, made_by, made_at, expires_at), DELETE ON login_cards TO :app;

-- Learning platforms.
GRANT INSERT, UPDATE (name, login_url, token_url, jwks_url, origins, retired_at) ON lti_platforms TO :app;
GRANT INSERT ON lti_deployments TO :app;
GRANT INSERT, UPDATE (retired_at) ON lti_keys TO :app;
GRANT INSERT, DELETE ON lti_states, lti_tickets TO :app;
GRANT INSERT, DELETE ON lti_subjects, lti_gone TO :app;
GRANT INSERT, UPDATE (memberships_url, line_items_url, synced_at) ON lti_contexts TO :app;
GRANT INSERT, UPDATE (thread_id, assignment_id, line_item_url) ON lti_resource_links TO :app;

-- What each person has read.
GRANT INSERT, UPDATE (seen, singly, at), DELETE ON visits TO :app;

-- The rate limiter's counters.
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO :app;

-- What people follow and what they are told.
GRANT UPDATE (email_confirmed_at) ON users TO :app;
GRANT INSERT, UPDATE (mail, watch_own, answers, unsubscribe_key), DELETE ON notice_settings TO :app;
GRANT INSERT, UPDATE (since, ended_at), DELETE ON watches TO :app;
GRANT INSERT, DELETE ON bookmarks TO :app;
GRANT INSERT, UPDATE (read_at), DELETE ON notices, class_notices TO :app;

-- Letters, and the queue that the owner has installed: the app asks for work, does it and clears up, and makes no queue.
GRANT INSERT, UPDATE (to_address, subject, text, unsubscribe, attempts, sent_at, parked_at, dropped_at), DELETE ON mails TO :app;
GRANT USAGE ON SCHEMA pgboss TO :app;
GRANT SELECT ON ALL TABLES IN SCHEMA pgboss TO :app;
GRANT INSERT, UPDATE, DELETE ON pgboss.job, pgboss.job_common TO :app;
GRANT UPDATE ON pgboss.queue, pgboss.version TO :app;
GRANT DELETE ON pgboss.job_dependency TO :app;
GRANT UPDATE (stopped_on), DELETE ON pgboss.instance TO :app;

-- Nobody needs tables of their own.
DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$;
