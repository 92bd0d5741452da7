-- What must hold of all rows, whoever wrote them and whatever was restored. Each block is a name, a sentence and one
-- query that answers the rows that break it; a sound database answers none. Blocks whose name begins with `counted-`
-- are no rules: they count what is allowed to be different, and how much there is of it.

-- version-canonical: A version's text is in canonical form.
SELECT v.id FROM source_versions v
WHERE v.text = '' OR v.text IS NOT NFC NORMALIZED
   OR v.text ~ E'[\\x01-\\x09\\x0b-\\x1f\\x7f\\u0080-\\u009f\\ufeff]'
   OR v.text ~ '  ' OR v.text ~ E'(^|\n) ' OR v.text ~ E' (\n|$)'
   OR v.text ~ E'^\n' OR v.text ~ E'\n$' OR v.text ~ E'\n{3}' OR v.text ~ E'[^\n]\n[^\n]';

-- version-hash: A version's hash is that of its text, unless words of it were redacted.
SELECT v.id FROM source_versions v
WHERE v.sha256 <> encode(sha256(convert_to(v.text, 'UTF8')), 'hex')
  AND NOT EXISTS (SELECT FROM redactions d JOIN passages p ON p.id = d.subject_id
                  WHERE d.kind = 'passage' AND p.version_id = v.id);

-- passage-text: A passage's words are its version's text at its offsets, and so is what stands around them.
SELECT p.id FROM passages p JOIN source_versions v ON v.id = p.version_id
WHERE p.start_at < 0 OR p.end_at <= p.start_at OR p.end_at > char_length(v.text)
   OR p.quote <> substr(v.text, p.start_at + 1, greatest(p.end_at - p.start_at, 0))
   OR p.prefix <> substr(v.text, greatest(p.start_at - 32, 0) + 1, least(32, greatest(p.start_at, 0)))
   OR p.suffix <> substr(v.text, greatest(p.end_at, 0) + 1, 32);

-- passage-length: A passage has 20 to 600 characters or is a shorter paragraph, and white space at neither end.
SELECT p.id FROM passages p JOIN source_versions v ON v.id = p.version_id
WHERE p.end_at - p.start_at > 600
   OR (p.end_at - p.start_at < 20 AND NOT is_paragraph(v.text, p.start_at, p.end_at))
   OR p.quote ~ '^\s' OR p.quote ~ '\s$';

-- redacted-everywhere: What was redacted is blank in every copy.
SELECT d.id FROM redactions d JOIN revisions r ON d.kind = 'revision' AND r.id = d.subject_id
WHERE r.claim ~ '[^\s█]' OR r.body_text ~ '[^\s█]'
UNION ALL
SELECT d.id FROM redactions d JOIN passages p ON d.kind = 'passage' AND p.id = d.subject_id
  JOIN source_versions v ON v.id = p.version_id
WHERE p.quote ~ '[^\s█]' OR substr(v.text, p.start_at + 1, p.end_at - p.start_at) ~ '[^\s█]'
UNION ALL
SELECT d.id FROM redactions d JOIN posted_anyway y ON d.kind = 'posted_anyway' AND y.argument_id = d.subject_id
WHERE y.reason ~ '[^\s█]'
UNION ALL
SELECT d.id FROM redactions d JOIN revisions r ON d.kind = 'revision' AND r.id = d.subject_id
  JOIN arguments a ON a.id = r.argument_id JOIN snapshots s ON s.thread_id = a.thread_id
  CROSS JOIN jsonb_array_elements(s.content::jsonb -> 'arguments') said
WHERE said ->> 'id' = a.id AND (said ->> 'revision')::int = r.ordinal AND said ->> 'claim' ~ '[^\s█]'
UNION ALL
SELECT d.id FROM redactions d JOIN revisions r ON d.kind = 'revision' AND r.id = d.subject_id
  JOIN tray_items i ON i.argument_id = r.argument_id
WHERE i.claim ~ '[^\s█]' OR i.body IS NOT NULL
UNION ALL
SELECT d.id FROM redactions d JOIN wordings w ON d.kind = 'revision' AND d.subject_id IN (w.revision_id, w.became_id)
WHERE concat(w.claim, w.note, w.answer) ~ '[^\s█]'
UNION ALL
SELECT d.id FROM redactions d JOIN (
  SELECT 'revision' AS kind, revision_id AS subject_id, note AS words FROM flags
  UNION ALL SELECT 'flag', id, note FROM flags
  UNION ALL SELECT 'revision', revision_id, note FROM marks
  UNION ALL SELECT 'mark', id, note FROM marks
  UNION ALL SELECT 'revision', revision_id, concat(note, answer, ruling) FROM challenges
  UNION ALL SELECT 'challenge', id, concat(note, answer, ruling) FROM challenges
  UNION ALL SELECT 'revision', revision_id, concat(note, plea) FROM reviews
  UNION ALL SELECT 'review', id, concat(note, plea) FROM reviews
  UNION ALL SELECT 'removal', id, note FROM removals
  UNION ALL SELECT 'withdrawal', argument_id, reason FROM withdrawals
  UNION ALL SELECT 'merge', id, note FROM merges
  UNION ALL SELECT 'sanction', id, concat(note, plea) FROM sanctions
  UNION ALL SELECT 'revision', revision_id, answer FROM splits
  UNION ALL SELECT 'split', id, answer FROM splits
  UNION ALL SELECT 'split', split_id, claim FROM split_parts
  UNION ALL SELECT 'wording', id, concat(claim, note, answer) FROM wordings) AS said USING (kind, subject_id)
WHERE said.words ~ '[^\s█]'
UNION ALL
SELECT d.id FROM redactions d JOIN revisions r ON d.kind = 'revision' AND r.id = d.subject_id
  JOIN split_parts p ON p.argument_id = r.argument_id OR EXISTS (SELECT FROM splits s WHERE s.id = p.split_id AND s.revision_id = r.id)
WHERE p.claim ~ '[^\s█]';

-- redacted-in-copies: What was copied, or became an argument, and was redacted there is blank in the copy and in the note.
SELECT c.id FROM redactions d JOIN revisions r ON d.kind = 'revision' AND r.id = d.subject_id
  JOIN arguments a ON a.imported_from ->> 'format' = 'grounds' AND a.imported_from ->> 'originalId' = r.argument_id
  JOIN revisions c ON c.argument_id = a.id AND c.hash = r.hash
WHERE c.claim ~ '[^\s█]' OR c.body_text ~ '[^\s█]'
UNION ALL
SELECT n.id FROM redactions d JOIN revisions r ON d.kind = 'revision' AND r.id = d.subject_id
  JOIN round_notes n ON n.argument_id = r.argument_id
WHERE n.text ~ '[^\s█]';

-- redacted-in-trays: What a file quoted is not in a tray any more where it became an argument that was redacted, nor where it has the shape of a passage that was redacted since.
SELECT i.id FROM redactions d JOIN revisions r ON d.kind = 'revision' AND r.id = d.subject_id
  JOIN tray_items i ON i.argument_id = r.argument_id
WHERE i.quotations <> '[]'
UNION ALL
-- The words are gone, and how long each was is not: forty characters agree in it by chance about once in a million.
SELECT i.id FROM redactions d JOIN passages p ON d.kind = 'passage' AND p.id = d.subject_id AND char_length(p.quote) >= 40
  JOIN map_imports m ON m.imported_at < d.redacted_at JOIN tray_items i ON i.import_id = m.id
  CROSS JOIN jsonb_array_elements(i.quotations) quotation CROSS JOIN jsonb_array_elements_text(quotation -> 'words') said
WHERE said ~ '[^\s█]'
  AND position(regexp_replace(blanked(p.quote), '\s+', ' ', 'g') IN regexp_replace(blanked(said), '\s+', ' ', 'g')) > 0;

-- class-apart: What a class owns is cited, and raises questions, in that class alone.
SELECT c.id FROM citations c
  JOIN revisions r ON r.id = c.revision_id
  JOIN arguments a ON a.id = r.argument_id
  JOIN threads t ON t.id = a.thread_id
  JOIN source_versions v ON v.id = c.version_id
  JOIN sources s ON s.id = v.source_id
WHERE s.class_id IS NOT NULL AND s.class_id IS DISTINCT FROM t.class_id
UNION ALL
SELECT t.id FROM threads t
  JOIN passages p ON p.id = t.raised_by
  JOIN source_versions v ON v.id = p.version_id
  JOIN sources s ON s.id = v.source_id
WHERE s.class_id IS NOT NULL AND s.class_id IS DISTINCT FROM t.class_id;

-- snapshot-hash: A snapshot's hash is that of what was stored, unless words of it were redacted.
SELECT s.id FROM snapshots s
WHERE s.sha256 <> encode(sha256(convert_to(s.content, 'UTF8')), 'hex')
  AND NOT EXISTS (SELECT FROM redactions d WHERE d.redacted_at = s.redacted_at);

-- snapshot-quotes: What a snapshot quotes is its source's text.
SELECT DISTINCT s.id FROM snapshots s
  CROSS JOIN LATERAL (SELECT s.content::jsonb AS content) AS read
  CROSS JOIN LATERAL (
    SELECT read.content #> '{thread,raisedBy}' AS passage
    UNION ALL
    SELECT cited FROM jsonb_array_elements(read.content -> 'arguments') said, jsonb_array_elements(said -> 'citations') cited) AS quoted
  CROSS JOIN LATERAL jsonb_array_elements(passage -> 'spans') span
  LEFT JOIN sources o ON o.slug = passage #>> '{source,slug}'
  LEFT JOIN source_versions v ON v.source_id = o.id AND v.number = (passage ->> 'version')::int
WHERE span ->> 'quote' IS DISTINCT FROM substr(v.text, (span ->> 'start')::int + 1, (span ->> 'end')::int - (span ->> 'start')::int);

-- snapshot-nameless: A snapshot holds nobody's name: people stand in it as their ids.
SELECT DISTINCT s.id FROM snapshots s
  CROSS JOIN jsonb_array_elements(s.content::jsonb -> 'arguments') said
  CROSS JOIN LATERAL (SELECT said -> 'author' AS person UNION ALL SELECT jsonb_path_query(said, '$.marks[*].by')) AS named
WHERE person ->> 'name' <> '' OR NOT EXISTS (SELECT FROM users u WHERE u.id = person ->> 'handle');

-- revision-cited: A revision stands on one to five citations, numbered from 0 without gaps.
SELECT r.id FROM revisions r LEFT JOIN citations c ON c.revision_id = r.id
GROUP BY r.id HAVING count(c.id) NOT BETWEEN 1 AND 5 OR max(c.ordinal) <> count(c.id) - 1;

-- citation-spans: A citation has one to five spans of its own version, numbered from 0 without gaps.
SELECT c.id FROM citations c LEFT JOIN spans s ON s.citation_id = c.id LEFT JOIN passages p ON p.id = s.passage_id
GROUP BY c.id
HAVING count(s.ordinal) NOT BETWEEN 1 AND 5 OR max(s.ordinal) <> count(s.ordinal) - 1
    OR bool_or(p.version_id IS DISTINCT FROM c.version_id OR s.version_id IS DISTINCT FROM c.version_id);

-- spans-in-order: A citation's spans stand in text order and share no word.
SELECT DISTINCT citation_id FROM (
  SELECT s.citation_id, p.start_at < lag(p.end_at) OVER (PARTITION BY s.citation_id ORDER BY s.ordinal) AS shares
  FROM spans s JOIN passages p ON p.id = s.passage_id) AS placed
WHERE shares;

-- citation-length: A citation's spans have 1,200 characters at most together.
SELECT s.citation_id FROM spans s JOIN passages p ON p.id = s.passage_id
GROUP BY s.citation_id HAVING sum(p.end_at - p.start_at) > 1200;

-- anchor-place: An anchor is of a newer version of the same text and within it, and what is verbatim there has the same words.
SELECT a.subject FROM (
    SELECT n.citation_id AS subject, n.version_id, n.state, n.start_at, n.end_at, s.passage_id
    FROM anchors n LEFT JOIN spans s ON s.citation_id = n.citation_id AND s.ordinal = n.ordinal
    UNION ALL
    SELECT n.thread_id, n.version_id, n.state, n.start_at, n.end_at, t.raised_by
    FROM raised_anchors n LEFT JOIN threads t ON t.id = n.thread_id) AS a
  LEFT JOIN passages p ON p.id = a.passage_id
  LEFT JOIN source_versions old ON old.id = p.version_id
  LEFT JOIN source_versions v ON v.id = a.version_id
WHERE v.source_id IS DISTINCT FROM old.source_id OR v.number = old.number OR a.end_at > char_length(v.text)
   OR (a.state = 'VERBATIM' AND p.quote !~ '█' AND v.text !~ '█'
       AND substr(v.text, a.start_at + 1, greatest(a.end_at - a.start_at, 0)) <> p.quote);

-- anchors-complete: What was cited from an older version, or raised a thread, was looked for in the newest.
WITH newest AS (SELECT DISTINCT ON (source_id) source_id, id FROM source_versions ORDER BY source_id, number DESC)
SELECT s.citation_id || ' ' || s.ordinal FROM spans s
  JOIN source_versions v ON v.id = s.version_id
  JOIN newest ON newest.source_id = v.source_id AND newest.id <> v.id
WHERE NOT EXISTS (SELECT FROM anchors n
                  WHERE n.citation_id = s.citation_id AND n.ordinal = s.ordinal AND n.version_id = newest.id)
UNION ALL
SELECT t.id FROM threads t
  JOIN passages p ON p.id = t.raised_by
  JOIN source_versions v ON v.id = p.version_id
  JOIN newest ON newest.source_id = v.source_id AND newest.id <> v.id
WHERE NOT EXISTS (SELECT FROM raised_anchors n WHERE n.thread_id = t.id AND n.version_id = newest.id);

-- current-newest: An argument's current revision is its own and its newest.
SELECT a.id FROM arguments a
WHERE a.current_revision_id IS DISTINCT FROM
  (SELECT r.id FROM revisions r WHERE r.argument_id = a.id ORDER BY r.ordinal DESC LIMIT 1);

-- revision-ordinals: An argument's revisions are numbered from 1 without gaps.
SELECT argument_id FROM revisions GROUP BY argument_id HAVING min(ordinal) <> 1 OR max(ordinal) <> count(*);

-- argument-numbers: A thread's arguments are numbered from 1 without gaps.
SELECT thread_id FROM arguments GROUP BY thread_id HAVING min(number) <> 1 OR max(number) <> count(*);

-- next-number: The number that a thread gives next is the one after its last.
SELECT t.id FROM threads t
WHERE t.next_number <> 1 + coalesce((SELECT max(a.number) FROM arguments a WHERE a.thread_id = t.id), 0);

-- argument-linked: An argument has a living link.
SELECT a.id FROM arguments a WHERE NOT EXISTS (SELECT FROM links l WHERE l.child_id = a.id AND l.ended_at IS NULL);

-- link-thread: A link and both its ends are in one thread.
SELECT l.id FROM links l JOIN arguments c ON c.id = l.child_id LEFT JOIN arguments p ON p.id = l.parent_id
WHERE c.thread_id <> l.thread_id OR coalesce(p.thread_id, l.question_id) IS DISTINCT FROM l.thread_id;

-- link-once: One living link joins two ends.
SELECT child_id FROM links WHERE ended_at IS NULL GROUP BY child_id, coalesce(parent_id, question_id) HAVING count(*) > 1;

-- link-target: A link aims at what its parent has: a citation of the answered revision, or one of its own links.
SELECT l.id FROM links l
  LEFT JOIN revisions r ON r.id = l.answered_revision_id
  LEFT JOIN citations c ON c.id = l.target_citation_id
  LEFT JOIN links up ON up.id = l.target_link_id
WHERE r.argument_id IS DISTINCT FROM l.parent_id
   OR (l.target = 'EVIDENCE' AND c.revision_id IS DISTINCT FROM l.answered_revision_id)
   OR (l.target = 'RELEVANCE' AND up.child_id IS DISTINCT FROM l.parent_id);

-- link-circle: No argument answers itself, however far around, and every one leads up to its question.
WITH RECURSIVE living AS (SELECT child_id, parent_id FROM links WHERE ended_at IS NULL),
reached(id) AS (
  SELECT child_id FROM living WHERE parent_id IS NULL
  UNION
  SELECT l.child_id FROM living l JOIN reached ON l.parent_id = reached.id),
-- A circle that the question reaches is entered at an argument that answers two things.
crossing AS (SELECT child_id AS id FROM living GROUP BY child_id HAVING count(*) > 1),
above(start, id) AS (
  SELECT c.id, l.parent_id FROM crossing c JOIN living l ON l.child_id = c.id WHERE l.parent_id IS NOT NULL
  UNION
  SELECT a.start, l.parent_id FROM above a JOIN living l ON l.child_id = a.id WHERE l.parent_id IS NOT NULL)
SELECT child_id FROM living WHERE child_id NOT IN (SELECT id FROM reached)
UNION
SELECT start FROM above WHERE start = id;

-- event-numbers: A stream's events are numbered from 1 without gaps.
SELECT stream FROM events GROUP BY stream HAVING min(number) <> 1 OR max(number) <> count(*);

-- event-chain: Every event carries the hash of the one before it, and its own.
SELECT stream || ' ' || number FROM (
  SELECT e.*, event_hash(e) AS true_hash, lag(hash, 1, '') OVER (PARTITION BY stream ORDER BY number) AS before
  FROM events e) AS chained
WHERE hash <> true_hash OR previous <> before;

-- acts-recorded: Every act is on the record, in the stream of its thread.
SELECT kind || ' ' || subject FROM (
  SELECT 'site' AS stream, 'source.brought' AS kind, id AS subject FROM sources
  UNION ALL SELECT 'site', 'source.brought_again', id FROM brought_again
  UNION ALL SELECT 'site', 'policy.published', number::text FROM policy_versions WHERE number > 1
  UNION ALL SELECT id, 'thread.opened', id FROM threads
  UNION ALL SELECT thread_id, 'snapshot.taken', id FROM snapshots
  UNION ALL SELECT 'site', 'assignment.set', id FROM assignments
  UNION ALL SELECT 'site', 'rubric.changed', id FROM assignments WHERE rubric IS NOT NULL
  UNION ALL SELECT 'site', 'grade.given', user_id FROM grades
  UNION ALL SELECT 'site', 'grade.noted', argument_id FROM grade_notes
  UNION ALL SELECT 'site', 'grades.released', assignment_id FROM grade_releases
  UNION ALL SELECT 'site', 'grades.withheld', assignment_id FROM grade_releases WHERE undone_at IS NOT NULL
  UNION ALL SELECT 'site', 'feedback.asked', assignment_id FROM peer_askings
  UNION ALL SELECT 'site', 'feedback.released', assignment_id FROM peer_askings WHERE released_at IS NOT NULL
  UNION ALL SELECT 'site', 'feedback.given', id FROM peer_feedback WHERE given_at IS NOT NULL
  UNION ALL SELECT 'site', 'feedback.hidden', id FROM peer_feedback WHERE hidden_at IS NOT NULL
  UNION ALL SELECT 'site', 'feedback.reported', id FROM peer_feedback WHERE reported_at IS NOT NULL
  UNION ALL SELECT thread_id, 'round.frozen', snapshot_id FROM round_snapshots
  UNION ALL SELECT thread_id, 'round.opened', id FROM live_rounds
  UNION ALL SELECT r.thread_id, 'note.written', n.id FROM round_notes n JOIN live_rounds r ON r.id = n.round_id
  UNION ALL SELECT thread_id, 'moderator.named', id FROM thread_moderators
  UNION ALL SELECT thread_id, 'moderator.dismissed', id FROM thread_moderators WHERE lifted_at IS NOT NULL
  UNION ALL SELECT 'site', 'sanction.given', id FROM sanctions
  UNION ALL SELECT 'site', 'sanction.lifted', id FROM sanctions WHERE lifted_at IS NOT NULL
  UNION ALL SELECT 'site', 'sanction.kept', id FROM sanctions WHERE kept_at IS NOT NULL
  UNION ALL SELECT thread_id, 'argument.posted', id FROM arguments
  UNION ALL SELECT a.thread_id, 'argument.revised', r.id FROM revisions r JOIN arguments a ON a.id = r.argument_id WHERE r.ordinal > 1
  UNION ALL SELECT a.thread_id, 'argument.withdrawn', a.id FROM withdrawals w JOIN arguments a ON a.id = w.argument_id
  UNION ALL SELECT a.thread_id, CASE m.kind WHEN 'HIDDEN' THEN 'argument.hidden' ELSE 'argument.removed' END, m.id
    FROM removals m JOIN arguments a ON a.id = m.argument_id
  UNION ALL SELECT thread_id, 'argument.merged', id FROM merges
  UNION ALL SELECT thread_id, 'argument.unmerged', id FROM merges WHERE undone_at IS NOT NULL
  UNION ALL SELECT a.thread_id, 'split.drawn', s.id FROM splits s JOIN arguments a ON a.id = s.argument_id
  UNION ALL SELECT a.thread_id, CASE WHEN s.taken THEN 'argument.split' ELSE 'split.declined' END, s.id
    FROM splits s JOIN arguments a ON a.id = s.argument_id WHERE s.answered_at IS NOT NULL
  UNION ALL SELECT a.thread_id, 'argument.rejoined', s.id FROM splits s JOIN arguments a ON a.id = s.argument_id WHERE s.undone_at IS NOT NULL
  UNION ALL SELECT a.thread_id, 'wording.offered', w.id FROM wordings w JOIN arguments a ON a.id = w.argument_id
  UNION ALL SELECT a.thread_id, CASE WHEN w.became_id IS NULL THEN 'wording.declined' ELSE 'wording.taken' END, w.id
    FROM wordings w JOIN arguments a ON a.id = w.argument_id WHERE w.answered_at IS NOT NULL
  UNION ALL SELECT a.thread_id, 'argument.marked', m.id FROM marks m JOIN arguments a ON a.id = m.argument_id
  UNION ALL SELECT a.thread_id, 'mark.resolved', m.id FROM marks m JOIN arguments a ON a.id = m.argument_id WHERE m.resolved_at IS NOT NULL
  UNION ALL SELECT 'site', 'flag.raised', id FROM flags
  UNION ALL SELECT a.thread_id, 'challenge.raised', c.id FROM challenges c JOIN arguments a ON a.id = c.argument_id
  UNION ALL SELECT a.thread_id, 'challenge.answered', c.id FROM challenges c JOIN arguments a ON a.id = c.argument_id WHERE c.answered_at IS NOT NULL
  UNION ALL SELECT a.thread_id, 'challenge.ruled', c.id FROM challenges c JOIN arguments a ON a.id = c.argument_id WHERE c.ruled_at IS NOT NULL
  UNION ALL SELECT CASE v.cause WHEN 'FLAG' THEN 'site' ELSE a.thread_id END, 'review.opened', v.id
    FROM reviews v JOIN arguments a ON a.id = v.argument_id
  UNION ALL SELECT a.thread_id, 'review.decided', v.id FROM reviews v JOIN arguments a ON a.id = v.argument_id WHERE v.decided_at IS NOT NULL
  UNION ALL SELECT thread_id, 'map.imported', id FROM map_imports
  UNION ALL SELECT thread_id, CASE WHEN argument_id IS NULL THEN 'tray.put_away' ELSE 'tray.posted' END, id FROM tray_items WHERE left_at IS NOT NULL
  UNION ALL SELECT thread_id, 'link.started', id FROM links
  UNION ALL SELECT thread_id, 'link.ended', id FROM links WHERE ended_at IS NOT NULL
  UNION ALL SELECT thread_id, 'argument.moved', id FROM links WHERE moved_from IS NOT NULL
  UNION ALL SELECT DISTINCT l.thread_id, 'link.rated', l.id FROM ratings r JOIN links l ON l.id = r.link_id
  EXCEPT
  SELECT stream, kind, subjects ->> CASE kind
      WHEN 'source.brought' THEN 'source' WHEN 'source.brought_again' THEN 'again'
      WHEN 'policy.published' THEN 'policy' WHEN 'thread.opened' THEN 'thread'
      WHEN 'snapshot.taken' THEN 'snapshot' WHEN 'assignment.set' THEN 'assignment' WHEN 'round.frozen' THEN 'snapshot'
      WHEN 'rubric.changed' THEN 'assignment' WHEN 'grade.given' THEN 'user'
      WHEN 'grades.released' THEN 'assignment' WHEN 'grades.withheld' THEN 'assignment'
      WHEN 'feedback.asked' THEN 'assignment' WHEN 'feedback.released' THEN 'assignment'
      WHEN 'feedback.given' THEN 'feedback' WHEN 'feedback.hidden' THEN 'feedback' WHEN 'feedback.reported' THEN 'feedback'
      WHEN 'round.opened' THEN 'round' WHEN 'note.written' THEN 'note'
      WHEN 'moderator.named' THEN 'moderator' WHEN 'moderator.dismissed' THEN 'moderator'
      WHEN 'sanction.given' THEN 'sanction' WHEN 'sanction.lifted' THEN 'sanction' WHEN 'sanction.kept' THEN 'sanction'
      WHEN 'argument.revised' THEN 'revision' WHEN 'argument.removed' THEN 'removal' WHEN 'argument.hidden' THEN 'removal'
      WHEN 'argument.marked' THEN 'mark' WHEN 'mark.resolved' THEN 'mark' WHEN 'flag.raised' THEN 'flag'
      WHEN 'challenge.raised' THEN 'challenge' WHEN 'challenge.answered' THEN 'challenge' WHEN 'challenge.ruled' THEN 'challenge'
      WHEN 'review.opened' THEN 'review' WHEN 'review.decided' THEN 'review'
      WHEN 'link.started' THEN 'link' WHEN 'link.ended' THEN 'link' WHEN 'link.rated' THEN 'link'
      WHEN 'argument.moved' THEN 'link' WHEN 'argument.merged' THEN 'merge' WHEN 'argument.unmerged' THEN 'merge'
      WHEN 'split.drawn' THEN 'split' WHEN 'split.declined' THEN 'split' WHEN 'argument.split' THEN 'split' WHEN 'argument.rejoined' THEN 'split'
      WHEN 'wording.offered' THEN 'wording' WHEN 'wording.taken' THEN 'wording' WHEN 'wording.declined' THEN 'wording'
      WHEN 'map.imported' THEN 'import' WHEN 'tray.put_away' THEN 'item' WHEN 'tray.posted' THEN 'item' ELSE 'argument' END FROM events
  EXCEPT
  -- An argument's first link starts with its post; a move ends one and starts another.
  SELECT stream, 'link.started', subjects ->> 'link' FROM events WHERE kind IN ('argument.posted', 'argument.moved')
  EXCEPT
  SELECT stream, 'link.ended', subjects ->> 'from' FROM events WHERE kind = 'argument.moved'
  EXCEPT
  -- A merge ends answers and starts others; taken back, it ends those.
  SELECT e.stream, act.kind, act.link FROM events e JOIN merged_links k ON k.merge_id = e.subjects ->> 'merge'
    CROSS JOIN LATERAL (VALUES ('argument.merged', 'link.started', k.onto_id), ('argument.merged', 'link.ended', k.link_id),
      ('argument.unmerged', 'link.ended', k.onto_id)) AS act (made_by, kind, link)
  WHERE e.kind = act.made_by
  EXCEPT
  SELECT e.stream, act.kind, act.link FROM events e JOIN split_links k ON k.split_id = e.subjects ->> 'split'
    CROSS JOIN LATERAL (VALUES ('argument.split', 'link.started', k.onto_id), ('argument.split', 'link.ended', k.link_id),
      ('argument.rejoined', 'link.ended', k.onto_id)) AS act (made_by, kind, link)
  WHERE e.kind = act.made_by) AS unrecorded;

-- policy-numbered: Versions of the policy are numbered from 1 without gaps, each has reasons, and the first is the site's.
SELECT 'all' WHERE (SELECT count(*) FROM policy_versions) <> (SELECT max(number) FROM policy_versions)
UNION ALL
SELECT p.number::text FROM policy_versions p
WHERE NOT EXISTS (SELECT FROM reasons r WHERE r.policy = p.number) OR (p.number = 1 AND p.thread_id IS NOT NULL);

-- tray-became: What left a tray became the argument of its own claim of its own file, or nothing.
SELECT i.id FROM tray_items i JOIN map_imports m ON m.id = i.import_id JOIN arguments a ON a.id = i.argument_id
WHERE a.imported_from ->> 'fileSha256' IS DISTINCT FROM m.file_sha256 OR a.imported_from ->> 'originalId' IS DISTINCT FROM i.original_id;

-- tray-leads-up: What waits in a tray leads to the question, or to an argument, and never in a circle.
WITH RECURSIVE reached(id) AS (
  SELECT id FROM tray_items WHERE parent_item_id IS NULL
  UNION
  SELECT i.id FROM tray_items i JOIN reached r ON i.parent_item_id = r.id)
SELECT id FROM tray_items WHERE id NOT IN (SELECT id FROM reached);

-- imported-known: An imported argument is of a file that its thread has taken in, and of no other.
SELECT a.id FROM arguments a WHERE a.imported_from ->> 'fileSha256' IS NOT NULL AND NOT EXISTS
  (SELECT FROM map_imports m WHERE m.thread_id = a.thread_id AND m.file_sha256 = a.imported_from ->> 'fileSha256');

-- rating-another: Nobody weighs their own argument, and nothing beyond 0 to 4 is said.
SELECT r.link_id || ' ' || r.person_id FROM ratings r JOIN links l ON l.id = r.link_id JOIN arguments a ON a.id = l.child_id
WHERE a.author_id = r.person_id OR r.impact NOT BETWEEN 0 AND 4;

-- rating-living: A link is rated while it lives.
SELECT r.link_id || ' ' || r.person_id FROM ratings r JOIN links l ON l.id = r.link_id WHERE r.rated_at > l.ended_at;

-- moved-on: A place that was moved from has ended when the next began, and is its argument's own.
SELECT l.id FROM links l JOIN links was ON was.id = l.moved_from
WHERE was.ended_at IS DISTINCT FROM l.started_at OR was.child_id <> l.child_id;

-- merged-by-another: Nobody merged their own, nor into their own, and nothing went into itself, however far around.
SELECT m.id FROM merges m JOIN arguments a ON a.id IN (m.argument_id, m.into_id) WHERE a.author_id = m.merged_by
UNION ALL
(WITH RECURSIVE led(start, id) AS (
  SELECT argument_id, into_id FROM merges WHERE undone_at IS NULL
  UNION
  SELECT l.start, m.into_id FROM led l JOIN merges m ON m.argument_id = l.id WHERE m.undone_at IS NULL)
SELECT start FROM led WHERE start = id);

-- merged-unanswered: What went into another is answered there alone.
SELECT l.id FROM links l JOIN merges m ON m.argument_id = l.parent_id AND m.undone_at IS NULL WHERE l.ended_at IS NULL;

-- merged-onto: A merge leads each link of what was merged to the same end of what it went into.
SELECT k.merge_id || ' ' || k.link_id FROM merged_links k JOIN merges m ON m.id = k.merge_id
  JOIN links l ON l.id = k.link_id LEFT JOIN links o ON o.id = k.onto_id
WHERE NOT (l.parent_id = m.argument_id AND o.parent_id = m.into_id AND o.child_id = l.child_id
  OR l.child_id = m.argument_id AND (o.id IS NULL
    OR o.child_id = m.into_id AND coalesce(o.parent_id, o.question_id) = coalesce(l.parent_id, l.question_id)));

-- wording-became: A wording that was taken is, word for word, a revision of its argument; no author offers one to themselves.
SELECT w.id FROM wordings w JOIN revisions r ON r.id = w.became_id WHERE r.claim <> w.claim OR r.argument_id <> w.argument_id
UNION ALL
SELECT w.id FROM wordings w JOIN arguments a ON a.id = w.argument_id WHERE a.author_id = w.offered_by;

-- split-whole: What was split stands as two parts or more of the same author, which keep every passage; nothing answers it.
SELECT s.id FROM splits s JOIN arguments a ON a.id = s.argument_id
WHERE s.taken AND (
  (SELECT count(*) FROM split_parts p JOIN arguments part ON part.id = p.argument_id AND part.author_id = a.author_id
    WHERE p.split_id = s.id) NOT BETWEEN 2 AND 5
  OR EXISTS (SELECT FROM citations c WHERE c.revision_id = s.revision_id
    AND NOT EXISTS (SELECT FROM split_parts p WHERE p.split_id = s.id AND c.ordinal = ANY (p.cites)))
  OR (s.undone_at IS NULL AND EXISTS (SELECT FROM links l WHERE l.parent_id = a.id AND l.ended_at IS NULL)));

-- rating-quiet: Who rated what is not on the record.
SELECT stream || ' ' || number FROM events WHERE kind IN ('link.rated', 'link.rating_retracted') AND actor_id IS NOT NULL;

-- flag-quiet: Who reported what is not on the record, nor of which argument.
SELECT stream || ' ' || number FROM events
WHERE kind = 'flag.raised' AND (actor_id IS NOT NULL OR stream <> 'site' OR subjects ? 'argument');

-- ruling-placed: A challenge that was upheld names the passages of its citation, and no other does.
SELECT c.id FROM challenges c
WHERE coalesce(c.upheld, false) <> EXISTS (SELECT FROM ruled_passages r WHERE r.challenge_id = c.id)
UNION ALL
SELECT r.challenge_id FROM ruled_passages r JOIN challenges c ON c.id = r.challenge_id
WHERE NOT EXISTS (SELECT FROM spans s WHERE s.citation_id = c.citation_id AND s.passage_id = r.passage_id);

-- mode-recorded: A thread's mode is the one that was put on the record last.
SELECT t.id FROM threads t
  JOIN LATERAL (SELECT replace(e.subjects ->> 'mode', 'FROZEN', 'LOCKED') AS mode FROM events e
    WHERE e.stream = t.id AND e.kind = 'thread.mode_set' ORDER BY e.number DESC LIMIT 1) AS told ON true
WHERE told.mode <> t.mode::text;

-- removed-once: One removal of an argument is in force.
SELECT argument_id FROM removals WHERE lifted_at IS NULL GROUP BY argument_id HAVING count(*) > 1;

-- claim-length: A claim has 1 to 280 characters, its elaboration up to 5,000.
SELECT id FROM revisions WHERE char_length(claim) NOT BETWEEN 1 AND 280 OR char_length(body_text) > 5000;

-- written-nfc: What people wrote is in NFC.
SELECT id FROM revisions WHERE claim IS NOT NFC NORMALIZED OR body_text IS NOT NFC NORMALIZED
UNION ALL
SELECT id FROM threads WHERE question IS NOT NFC NORMALIZED OR thesis IS NOT NFC NORMALIZED
  OR topic IS NOT NFC NORMALIZED OR background IS NOT NFC NORMALIZED
UNION ALL
SELECT id FROM sources WHERE title IS NOT NFC NORMALIZED OR outlet IS NOT NFC NORMALIZED
  OR byline IS NOT NFC NORMALIZED OR note IS NOT NFC NORMALIZED
UNION ALL
SELECT id FROM users WHERE name IS NOT NFC NORMALIZED OR about IS NOT NFC NORMALIZED
UNION ALL
SELECT argument_id FROM posted_anyway WHERE reason IS NOT NFC NORMALIZED
UNION ALL
SELECT policy || ' ' || code FROM reasons WHERE sentence IS NOT NFC NORMALIZED OR example IS NOT NFC NORMALIZED
UNION ALL
SELECT id FROM merges WHERE note IS NOT NFC NORMALIZED
UNION ALL
SELECT id FROM splits WHERE answer IS NOT NFC NORMALIZED
UNION ALL
SELECT split_id FROM split_parts WHERE claim IS NOT NFC NORMALIZED
UNION ALL
SELECT id FROM wordings WHERE claim IS NOT NFC NORMALIZED OR note IS NOT NFC NORMALIZED OR answer IS NOT NFC NORMALIZED
UNION ALL
SELECT id FROM marks WHERE note IS NOT NFC NORMALIZED
UNION ALL
SELECT id FROM flags WHERE note IS NOT NFC NORMALIZED
UNION ALL
SELECT id FROM challenges WHERE note IS NOT NFC NORMALIZED OR answer IS NOT NFC NORMALIZED OR ruling IS NOT NFC NORMALIZED
UNION ALL
SELECT id FROM reviews WHERE note IS NOT NFC NORMALIZED OR plea IS NOT NFC NORMALIZED;

-- in-the-future: Nothing has happened in the future.
SELECT subject FROM (
  SELECT id AS subject, brought_at AS at FROM sources
  UNION ALL SELECT id, brought_at FROM brought_again
  UNION ALL SELECT id, created_at FROM source_versions
  UNION ALL SELECT id, created_at FROM passages
  UNION ALL SELECT number::text, since FROM policy_versions
  UNION ALL SELECT id, opened_at FROM threads
  UNION ALL SELECT id, posted_at FROM arguments
  UNION ALL SELECT id, created_at FROM revisions
  UNION ALL SELECT id, greatest(started_at, ended_at) FROM links
  UNION ALL SELECT link_id || ' ' || person_id, rated_at FROM ratings
  UNION ALL SELECT argument_id, at FROM posted_anyway
  UNION ALL SELECT argument_id, withdrawn_at FROM withdrawals
  UNION ALL SELECT id, greatest(removed_at, lifted_at) FROM removals
  UNION ALL SELECT id, greatest(merged_at, undone_at) FROM merges
  UNION ALL SELECT id, greatest(offered_at, answered_at) FROM wordings
  UNION ALL SELECT id, greatest(drawn_at, answered_at, undone_at) FROM splits
  UNION ALL SELECT id, greatest(opened_at, decided_at, claimed_at, asked_at) FROM reviews
  UNION ALL SELECT id, flagged_at FROM flags
  UNION ALL SELECT id, greatest(raised_at, answered_at, ruled_at) FROM challenges
  UNION ALL SELECT id, greatest(marked_at, resolved_at) FROM marks
  UNION ALL SELECT stream || ' ' || number, at FROM events
  UNION ALL SELECT id, greatest(taken_at, redacted_at) FROM snapshots
  UNION ALL SELECT id, redacted_at FROM redactions
  UNION ALL SELECT id, greatest(created_at, erased_at) FROM users) AS moments
WHERE at > clock_timestamp();

-- erased-locked-out: Nothing lets an erased person in.
SELECT u.id FROM users u
WHERE u.erased_at IS NOT NULL
  AND (EXISTS (SELECT FROM sessions s WHERE s.user_id = u.id AND s.ended_at IS NULL AND s.expires_at > now())
    OR EXISTS (SELECT FROM api_tokens t WHERE t.user_id = u.id AND t.revoked_at IS NULL)
    OR EXISTS (SELECT FROM sent_links l WHERE l.user_id = u.id)
    OR EXISTS (SELECT FROM credentials c WHERE c.user_id = u.id));

-- admin-acts: Where there are admins, one of them may act.
SELECT 'nobody' WHERE EXISTS (SELECT FROM users WHERE role = 'ADMIN' AND erased_at IS NULL)
  AND NOT EXISTS (SELECT FROM users WHERE role = 'ADMIN' AND erased_at IS NULL
    AND NOT is_sanctioned(id, 'SUSPEND') AND NOT is_sanctioned(id, 'SILENCE'));

-- erased-nameless: Of an erased person no name, no mail address and no description is left.
SELECT id FROM users
WHERE erased_at IS NOT NULL AND (email IS NOT NULL OR about IS NOT NULL OR name <> handle OR handle !~ '^deleted_[0-9]+$');

-- handle-retired: Nobody goes by a handle that somebody else has left.
SELECT u.id FROM users u JOIN retired_handles r ON r.hash = encode(sha256(convert_to(u.skeleton, 'UTF8')), 'hex');

-- visit-seen: Nobody has seen what has not happened yet.
SELECT v.person_id || ' ' || v.thread_id FROM visits v
WHERE greatest(v.seen, (SELECT max(one) FROM unnest(v.singly) AS one))
  > (SELECT max(e.number) FROM events e WHERE e.stream = v.thread_id);

-- answer-kept: What a submission key's answer names is there, and by the same author.
SELECT k.author_id || ' ' || k.key FROM submission_keys k LEFT JOIN arguments a ON a.id = k.answer ->> 'id'
WHERE k.answer ? 'id' AND a.author_id IS DISTINCT FROM k.author_id;

-- reference-kept: Everything that a row names is there.
SELECT s.citation_id FROM spans s LEFT JOIN passages p ON p.id = s.passage_id WHERE p.id IS NULL
UNION ALL
SELECT p.id FROM passages p LEFT JOIN source_versions v ON v.id = p.version_id WHERE v.id IS NULL
UNION ALL
SELECT r.id FROM revisions r LEFT JOIN arguments a ON a.id = r.argument_id WHERE a.id IS NULL
UNION ALL
SELECT a.id FROM arguments a LEFT JOIN threads t ON t.id = a.thread_id LEFT JOIN users u ON u.id = a.author_id
WHERE t.id IS NULL OR u.id IS NULL
UNION ALL
SELECT l.id FROM links l LEFT JOIN arguments c ON c.id = l.child_id WHERE c.id IS NULL;

-- search-current: Whatever can be looked for has its entry, which says what it says today.
SELECT due.id FROM (
  SELECT e.* FROM arguments a, search_entry_of_argument(a.id) e
  UNION ALL SELECT e.* FROM threads t, search_entry_of_thread(t.id) e
  UNION ALL SELECT e.* FROM sources s, search_entry_of_source(s.id) e
  UNION ALL SELECT e.* FROM passages p, search_entry_of_passage(p.id) e
  UNION ALL SELECT e.* FROM sources s, search_entries_of_text(s.id) e) AS due
LEFT JOIN search_entries e ON e.id = due.id WHERE e IS DISTINCT FROM due;

-- search-stray: Nothing else can be found: no argument, thread, source or passage that is not there, no older text.
SELECT e.id FROM search_entries e WHERE NOT CASE e.kind
  WHEN 'ARGUMENT' THEN EXISTS (SELECT FROM arguments WHERE id = e.argument_id)
  WHEN 'THREAD' THEN EXISTS (SELECT FROM threads WHERE id = e.thread_id)
  WHEN 'SOURCE' THEN EXISTS (SELECT FROM sources WHERE id = e.source_id)
  WHEN 'PASSAGE' THEN EXISTS (SELECT FROM passages WHERE id = e.passage_id)
  ELSE e.version_id = (SELECT id FROM source_versions WHERE source_id = e.source_id ORDER BY number DESC LIMIT 1) END;

-- counted-redacted-revisions: revisions whose words were redacted
SELECT DISTINCT subject_id FROM redactions WHERE kind = 'revision';

-- counted-redacted-passages: passages whose words were redacted
SELECT DISTINCT subject_id FROM redactions WHERE kind = 'passage';

-- counted-given-up-letters: letters that could not be sent
SELECT id FROM mails WHERE parked_at IS NOT NULL;

-- counted-redacted-reasons: reasons for posting anyway that were redacted
SELECT DISTINCT subject_id FROM redactions WHERE kind = 'posted_anyway';

-- seat-enrolled: Whoever has a seat in an assignment belongs or belonged to its class, and sits in one of its threads.
SELECT s.assignment_id || ' ' || s.user_id FROM seats s
WHERE NOT EXISTS (SELECT FROM enrolments e JOIN assignments a ON a.class_id = e.class_id
    WHERE a.id = s.assignment_id AND e.class_id = s.class_id AND e.user_id = s.user_id)
  OR NOT EXISTS (SELECT FROM assignment_threads t WHERE t.assignment_id = s.assignment_id AND t.thread_id = s.thread_id);

-- seat-sided: Nobody has a side where an assignment has none.
SELECT s.assignment_id || ' ' || s.user_id FROM seats s JOIN assignments a ON a.id = s.assignment_id
WHERE a.sides = 'NONE' AND s.side IS NOT NULL;

-- assignment-set: Who set an assignment has taught its class, and it has a round and a thread that the class may enter.
SELECT a.id FROM assignments a
WHERE NOT EXISTS (SELECT FROM enrolments e WHERE e.class_id = a.class_id AND e.user_id = a.set_by)
  OR NOT EXISTS (SELECT FROM assignment_rounds r WHERE r.assignment_id = a.id AND r.ordinal = 1)
  OR NOT EXISTS (SELECT FROM assignment_threads t WHERE t.assignment_id = a.id)
  OR EXISTS (SELECT FROM assignment_threads t JOIN threads h ON h.id = t.thread_id
    WHERE t.assignment_id = a.id AND h.class_id IS NOT NULL AND h.class_id <> a.class_id);

-- round-of-class: A round is held on a thread of its own class, opened by somebody who has taught it.
SELECT r.id FROM live_rounds r JOIN threads t ON t.id = r.thread_id
WHERE t.class_id IS DISTINCT FROM r.class_id
  OR NOT EXISTS (SELECT FROM enrolments e WHERE e.class_id = r.class_id AND e.user_id = r.opened_by);

-- note-argued-here: A note that became an argument points to one of its round's thread, and stands in one of its speeches.
SELECT n.id FROM round_notes n JOIN live_rounds r ON r.id = n.round_id LEFT JOIN arguments a ON a.id = n.argument_id
WHERE (n.argument_id IS NOT NULL AND a.thread_id IS DISTINCT FROM r.thread_id)
  OR n.speech >= jsonb_array_length(r.speeches);

-- graded-by-a-teacher: Whoever gave a grade, wrote a note on an argument or released grades teaches or taught the class.
SELECT g.assignment_id || ' ' || g.by FROM (
    SELECT assignment_id, graded_by AS by FROM grades UNION ALL SELECT assignment_id, noted_by FROM grade_notes
    UNION ALL SELECT assignment_id, released_by FROM grade_releases) g
  JOIN assignments a ON a.id = g.assignment_id
WHERE NOT EXISTS (SELECT FROM enrolments e WHERE e.class_id = a.class_id AND e.user_id = g.by AND e.role = 'TEACHER');

-- grade-seated: A grade is somebody's who was set the assignment, and a note is on an argument of its threads.
SELECT g.assignment_id || ' ' || g.user_id FROM grades g
WHERE NOT EXISTS (SELECT FROM seats s WHERE s.assignment_id = g.assignment_id AND s.user_id = g.user_id)
UNION ALL
SELECT n.assignment_id || ' ' || n.argument_id FROM grade_notes n
WHERE NOT EXISTS (SELECT FROM arguments a JOIN assignment_threads t ON t.thread_id = a.thread_id
  WHERE a.id = n.argument_id AND t.assignment_id = n.assignment_id);

-- peers-of-one-thread: Whoever was drawn to judge somebody sits with them in one thread of the assignment.
SELECT f.id FROM peer_feedback f
  LEFT JOIN seats g ON g.assignment_id = f.assignment_id AND g.user_id = f.giver_id
  LEFT JOIN seats r ON r.assignment_id = f.assignment_id AND r.user_id = f.receiver_id
WHERE g.thread_id IS DISTINCT FROM r.thread_id OR g.thread_id IS NULL;

-- peers-seen-to-by-a-teacher: Whoever asked for feedback among pupils, released it or hid some of it teaches or taught the class.
SELECT p.assignment_id || ' ' || p.by FROM (
    SELECT assignment_id, asked_by AS by FROM peer_askings UNION ALL SELECT assignment_id, released_by FROM peer_askings
    UNION ALL SELECT assignment_id, hidden_by FROM peer_feedback) p
  JOIN assignments a ON a.id = p.assignment_id
WHERE p.by IS NOT NULL
  AND NOT EXISTS (SELECT FROM enrolments e WHERE e.class_id = a.class_id AND e.user_id = p.by AND e.role = 'TEACHER');

-- card-of-made: A login card opens an account that a teacher made, and one that has no password.
SELECT l.user_id FROM login_cards l WHERE NOT EXISTS (SELECT FROM made_accounts m WHERE m.user_id = l.user_id)
  OR EXISTS (SELECT FROM credentials c WHERE c.user_id = l.user_id);

-- purged-whole: Of a class that was deleted after its day nothing is left.
SELECT p.class_id FROM purges p WHERE p.class_id IN (SELECT id FROM classes UNION ALL SELECT class_id FROM threads
  UNION ALL SELECT class_id FROM sources UNION ALL SELECT class_id FROM enrolments UNION ALL SELECT class_id FROM made_accounts);

-- counted-purged-classes: classes that were deleted after their day
SELECT class_id FROM purges;
