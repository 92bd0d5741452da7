-- Why somebody posted anyway is written by a person like all the rest, and may have to go like all the rest.

CREATE OR REPLACE FUNCTION insert_only() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME IN ('source_versions', 'passages', 'revisions', 'posted_anyway')
     AND EXISTS (SELECT FROM redactions WHERE xmin = pg_current_xact_id()::xid) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'insert_only: % is insert-only', TG_TABLE_NAME
    USING ERRCODE = '55000', CONSTRAINT = 'insert_only', TABLE = TG_TABLE_NAME;
END $$;

-- Blanks a revision's own words ('revision'), a passage's ('passage', also in the version's text and in every passage
-- that shares them), or why an argument was posted anyway ('posted_anyway', by the argument). Runs as the owner; the
-- app may call it and nothing else of its kind.
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
    ELSE PERFORM refuse('redaction_kind', 'redactions', 'a redaction is of a revision, a passage or a reason');
  END CASE;
  IF NOT FOUND THEN PERFORM refuse('redaction_subject', 'redactions', 'there is nothing to redact'); END IF;
  -- Nobody can say on which pages the words stood.
  PERFORM pg_notify('pages', 'all');
END $$;

-- While somebody writes, the claims that say nearly the same are found through this; it is small and chosen by the
-- planner where one over inverted lists is not.
CREATE INDEX revisions_alike ON revisions USING gist (claim gist_trgm_ops(siglen = 64));
