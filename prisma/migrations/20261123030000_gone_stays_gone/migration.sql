-- What was erased or redacted does not come back, and stands nowhere in a copy.

-- Whom a platform may not bring again: a keyed hash of its name for them, which says nothing to whoever reads it.
CREATE TABLE lti_gone (
  platform_id TEXT NOT NULL REFERENCES lti_platforms (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  mark TEXT NOT NULL,
  -- They went themselves, and may come again themselves.
  by_self BOOLEAN NOT NULL,
  gone_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (platform_id, mark)
);

-- Nothing but a redaction changes a revision. Copies of an argument say its words, and a note that became one does.
CREATE FUNCTION copies_are_redacted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  copy text;
  why redactions;
BEGIN
  SELECT * INTO why FROM redactions WHERE kind = 'revision' AND subject_id = NEW.id ORDER BY redacted_at DESC LIMIT 1;
  FOR copy IN
    SELECT r.id FROM revisions r JOIN arguments a ON a.id = r.argument_id
    WHERE a.imported_from ->> 'format' = 'grounds' AND a.imported_from ->> 'originalId' = NEW.argument_id
      AND r.claim = OLD.claim AND r.body_text IS NOT DISTINCT FROM OLD.body_text
  LOOP
    PERFORM redact('revision', copy, why.reason, why.redacted_by);
  END LOOP;
  UPDATE round_notes SET text = blanked(text) WHERE argument_id = NEW.argument_id;
  RETURN NULL;
END $$;
CREATE TRIGGER copies_are_redacted AFTER UPDATE ON revisions
  FOR EACH ROW WHEN (OLD.claim IS DISTINCT FROM NEW.claim) EXECUTE FUNCTION copies_are_redacted();
