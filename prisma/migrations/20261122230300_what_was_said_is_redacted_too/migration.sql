-- What people say of a post repeats its words: reports, marks, doubts with what was answered and ruled, pleas, a moderator's
-- word to the author, why it was removed, withdrawn, merged or not reworded. They go when a revision of it is redacted,
-- and each may be redacted by itself.

-- Whether a redaction of this transaction takes words away and changes nothing else.
CREATE FUNCTION only_words_go(was jsonb, becomes jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM redactions WHERE xmin = pg_current_xact_id()::xid)
    AND was - '{note,plea,answer,ruling,reason,claim}'::text[] = becomes - '{note,plea,answer,ruling,reason,claim}'::text[]
$$;

CREATE OR REPLACE FUNCTION judged_once() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  was jsonb := to_jsonb(OLD);
  becomes jsonb := to_jsonb(NEW);
  ended text := CASE TG_TABLE_NAME WHEN 'reviews' THEN 'decided_at' WHEN 'marks' THEN 'resolved_at'
    WHEN 'flags' THEN 'settled_by' WHEN 'challenges' THEN 'ruled_at' ELSE 'lifted_at' END;
  judge text := coalesce(becomes ->> 'decided_by', becomes ->> 'ruled_by', becomes ->> 'asked_by');
BEGIN
  IF only_words_go(was, becomes) THEN RETURN NEW; END IF;
  IF was ->> ended IS NOT NULL THEN
    IF TG_TABLE_NAME = 'reviews' AND was ->> 'overturned_by' IS NULL
       AND becomes = was || jsonb_build_object('verdict', 'APPROVED', 'overturned_by', becomes -> 'overturned_by')
       AND EXISTS (SELECT FROM reviews o WHERE o.id = becomes ->> 'overturned_by' AND o.id <> was ->> 'id'
         AND o.argument_id = was ->> 'argument_id') THEN
      RETURN NEW;
    END IF;
    IF TG_TABLE_NAME = 'flags' AND becomes = was || '{"upheld": null, "settled_by": null}'
       AND EXISTS (SELECT FROM reviews o WHERE o.id = was ->> 'settled_by' AND o.overturned_by IS NOT NULL) THEN
      RETURN NEW;
    END IF;
    PERFORM refuse('judged_once', TG_TABLE_NAME, 'what was judged is not judged again');
  END IF;
  IF TG_TABLE_NAME IN ('reviews', 'challenges') AND EXISTS (
    SELECT FROM arguments WHERE id = becomes ->> 'argument_id' AND author_id = judge) THEN
    PERFORM refuse('judged_by_another', TG_TABLE_NAME, 'nobody judges their own');
  END IF;
  IF TG_TABLE_NAME = 'challenges' AND becomes ->> 'raised_by' = becomes ->> 'ruled_by' THEN
    PERFORM refuse('judged_by_another', TG_TABLE_NAME, 'nobody rules on their own challenge');
  END IF;
  IF TG_TABLE_NAME = 'reviews' AND (
    EXISTS (SELECT FROM removals m WHERE m.id = becomes ->> 'appealed_removal' AND m.removed_by = becomes ->> 'decided_by')
    OR EXISTS (SELECT FROM reviews r WHERE r.id = becomes ->> 'appealed_review' AND r.decided_by = becomes ->> 'decided_by')) THEN
    PERFORM refuse('appeal_by_another', TG_TABLE_NAME, 'an appeal is decided by somebody else');
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION sanction_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF only_words_go(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  IF OLD.lifted_at IS NOT NULL OR (OLD.kept_at IS NOT NULL AND NEW.lifted_at IS NULL)
     OR (OLD.plea IS NOT NULL AND NEW.plea IS DISTINCT FROM OLD.plea) THEN
    PERFORM refuse('sanction_stays', 'sanctions', 'what was judged is not judged again');
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION merge_only_undone() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF only_words_go(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  IF OLD.undone_at IS NOT NULL
     OR (to_jsonb(NEW) - '{undone_by,undone_at}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{undone_by,undone_at}'::text[]) THEN
    PERFORM refuse('merge_only_undone', 'merges', 'a merge is only taken back, once');
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION wording_is_answered_once() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF only_words_go(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  IF OLD.answered_at IS NOT NULL
     OR (to_jsonb(NEW) - '{answered_at,answer,became_id}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{answered_at,answer,became_id}'::text[]) THEN
    PERFORM refuse('wording_is_answered_once', 'wordings', 'a wording is answered once');
  END IF;
  IF NEW.became_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM revisions WHERE id = NEW.became_id AND argument_id = NEW.argument_id AND claim = NEW.claim) THEN
    PERFORM refuse('wording_became', 'wordings', 'a wording becomes a revision that says it');
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION insert_only() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME IN ('source_versions', 'passages', 'revisions', 'posted_anyway', 'withdrawals')
     AND EXISTS (SELECT FROM redactions WHERE xmin = pg_current_xact_id()::xid) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'insert_only: % is insert-only', TG_TABLE_NAME
    USING ERRCODE = '55000', CONSTRAINT = 'insert_only', TABLE = TG_TABLE_NAME;
END $$;

CREATE OR REPLACE FUNCTION redact(what text, subject text, why text, actor text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  place passages;
BEGIN
  IF btrim(why) = '' OR why IS NULL THEN PERFORM refuse('redaction_reason', 'redactions', 'a redaction says why'); END IF;
  INSERT INTO redactions (id, kind, subject_id, reason, redacted_by)
    VALUES (replace(gen_random_uuid()::text, '-', ''), what, subject, why, actor);
  CASE what
    WHEN 'revision' THEN
      UPDATE revisions SET claim = blanked(claim), body = CASE WHEN body IS NULL THEN NULL ELSE
          jsonb_build_object('type', 'doc', 'content', jsonb_build_array(jsonb_build_object('type', 'paragraph',
            'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', blanked(body_text)))))) END,
        body_text = blanked(body_text) WHERE id = subject;
    WHEN 'passage' THEN
      SELECT * INTO place FROM passages WHERE id = subject;
      UPDATE source_versions SET text = blanked_between(text, place.start_at, place.end_at) WHERE id = place.version_id;
      UPDATE passages p SET
        quote = blanked_between(p.quote, place.start_at - p.start_at, place.end_at - p.start_at),
        prefix = blanked_between(p.prefix, place.start_at - p.start_at + char_length(p.prefix), place.end_at - p.start_at + char_length(p.prefix)),
        suffix = blanked_between(p.suffix, place.start_at - p.end_at, place.end_at - p.end_at)
        WHERE p.version_id = place.version_id
          AND int4range(p.start_at - 32, p.end_at + 32) && int4range(place.start_at, place.end_at);
    WHEN 'posted_anyway' THEN
      UPDATE posted_anyway SET reason = blanked(reason) WHERE argument_id = subject;
    WHEN 'flag' THEN UPDATE flags SET note = blanked(note) WHERE id = subject;
    WHEN 'mark' THEN UPDATE marks SET note = blanked(note) WHERE id = subject;
    WHEN 'challenge' THEN
      UPDATE challenges SET note = blanked(note), answer = blanked(answer), ruling = blanked(ruling) WHERE id = subject;
    WHEN 'review' THEN UPDATE reviews SET note = blanked(note), plea = blanked(plea) WHERE id = subject;
    WHEN 'removal' THEN UPDATE removals SET note = blanked(note) WHERE id = subject;
    WHEN 'sanction' THEN UPDATE sanctions SET note = blanked(note), plea = blanked(plea) WHERE id = subject;
    WHEN 'withdrawal' THEN UPDATE withdrawals SET reason = blanked(reason) WHERE argument_id = subject;
    WHEN 'merge' THEN UPDATE merges SET note = blanked(note) WHERE id = subject;
    WHEN 'wording' THEN
      UPDATE wordings SET claim = blanked(claim), note = blanked(note), answer = blanked(answer) WHERE id = subject;
    ELSE PERFORM refuse('redaction_kind', 'redactions', 'there is no such kind of redaction');
  END CASE;
  IF NOT FOUND THEN PERFORM refuse('redaction_subject', 'redactions', 'there is nothing to redact'); END IF;
  -- Nobody can say on which pages the words stood.
  PERFORM pg_notify('pages', 'all');
END $$;

-- Nothing but a redaction changes a revision.
CREATE FUNCTION what_was_said_is_redacted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE flags SET note = blanked(note) WHERE revision_id = NEW.id;
  UPDATE marks SET note = blanked(note) WHERE revision_id = NEW.id;
  UPDATE challenges SET note = blanked(note), answer = blanked(answer), ruling = blanked(ruling) WHERE revision_id = NEW.id;
  UPDATE reviews SET note = blanked(note), plea = blanked(plea) WHERE revision_id = NEW.id;
  UPDATE wordings SET note = blanked(note), answer = blanked(answer) WHERE revision_id = NEW.id OR became_id = NEW.id;
  -- These name no revision.
  UPDATE removals SET note = blanked(note) WHERE argument_id = NEW.argument_id;
  UPDATE withdrawals SET reason = blanked(reason) WHERE argument_id = NEW.argument_id;
  UPDATE posted_anyway SET reason = blanked(reason) WHERE argument_id = NEW.argument_id;
  UPDATE merges SET note = blanked(note) WHERE argument_id = NEW.argument_id OR into_id = NEW.argument_id;
  RETURN NULL;
END $$;
CREATE TRIGGER what_was_said_is_redacted AFTER UPDATE ON revisions FOR EACH ROW EXECUTE FUNCTION what_was_said_is_redacted();

-- A frozen state repeats marks, and why something was taken away: there they go with the row that they are a copy of.
CREATE FUNCTION snapshots_follow_said() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  words jsonb := to_jsonb(OLD) -> TG_ARGV[0];
  gone jsonb := to_jsonb(NEW) -> TG_ARGV[0];
  its jsonb := jsonb_build_array(jsonb_build_object('id', NEW.argument_id));
BEGIN
  UPDATE snapshots s SET redacted_at = now(), content = (
    s.content::jsonb || jsonb_build_object('arguments', (
      SELECT jsonb_agg(CASE WHEN NOT said @> (its -> 0) THEN said ELSE said
          || jsonb_build_object('marks', (SELECT coalesce(jsonb_agg(
              CASE WHEN mark -> 'note' = words THEN mark || jsonb_build_object('note', gone) ELSE mark END ORDER BY nth), '[]')
            FROM jsonb_array_elements(said -> 'marks') WITH ORDINALITY AS marks (mark, nth)))
          || CASE WHEN said #> '{tombstone,reason}' = words
            THEN jsonb_build_object('tombstone', said -> 'tombstone' || jsonb_build_object('reason', gone)) ELSE '{}' END
        END ORDER BY place)
      FROM jsonb_array_elements(s.content::jsonb -> 'arguments') WITH ORDINALITY AS all_said (said, place))))::text
  WHERE s.thread_id = (SELECT thread_id FROM arguments WHERE id = NEW.argument_id)
    AND s.content::jsonb -> 'arguments' @> its;
  RETURN NULL;
END $$;
-- Nothing but a redaction changes these words.
CREATE TRIGGER snapshots_follow AFTER UPDATE ON marks
  FOR EACH ROW WHEN (OLD.note IS DISTINCT FROM NEW.note) EXECUTE FUNCTION snapshots_follow_said('note');
CREATE TRIGGER snapshots_follow AFTER UPDATE ON removals
  FOR EACH ROW WHEN (OLD.note IS DISTINCT FROM NEW.note) EXECUTE FUNCTION snapshots_follow_said('note');
CREATE TRIGGER snapshots_follow AFTER UPDATE ON withdrawals
  FOR EACH ROW WHEN (OLD.reason IS DISTINCT FROM NEW.reason) EXECUTE FUNCTION snapshots_follow_said('reason');
