-- Parts that were drawn and not taken hold words that stand nowhere else: a moderator's, and the author's why not.

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
    WHEN 'split' THEN
      UPDATE split_parts SET claim = blanked(claim) WHERE split_id = subject;
      UPDATE splits SET answer = blanked(answer) WHERE id = subject;
    ELSE PERFORM refuse('redaction_kind', 'redactions', 'there is no such kind of redaction');
  END CASE;
  IF NOT FOUND THEN PERFORM refuse('redaction_subject', 'redactions', 'there is nothing to redact'); END IF;
  -- Nobody can say on which pages the words stood.
  PERFORM pg_notify('pages', 'all');
END $$;
