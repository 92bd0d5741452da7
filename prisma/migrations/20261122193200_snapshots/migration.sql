-- A thread's state, frozen: a snapshot in canonical JSON, in which people stand as their ids. Names are put in when it
-- is read, so that they live in one place; `hash` is that of the file with the names of its day, `sha256` that of what
-- is stored. What is taken out of sight later is left out by the reader; what is redacted is blanked here, too.
CREATE TABLE snapshots (
  id text NOT NULL,
  thread_id text NOT NULL,
  hash text NOT NULL,
  sha256 text NOT NULL,
  content text NOT NULL,
  arguments integer NOT NULL,
  taken_by text NOT NULL,
  taken_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  redacted_at timestamptz(3),
  CONSTRAINT snapshots_pkey PRIMARY KEY (id),
  CONSTRAINT snapshots_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES threads (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT snapshots_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
-- The same state is frozen once.
CREATE UNIQUE INDEX snapshots_thread_id_hash_key ON snapshots (thread_id, hash);

CREATE FUNCTION snapshot_is_hashed() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.sha256 IS DISTINCT FROM encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex') OR NEW.hash !~ '^[0-9a-f]{64}$' THEN
    PERFORM refuse('snapshot_hash', 'snapshots', 'the hash is not that of the content');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER snapshot_is_hashed BEFORE INSERT ON snapshots FOR EACH ROW EXECUTE FUNCTION snapshot_is_hashed();

-- Nothing of it changes but by redact(), and then nothing but its words.
CREATE FUNCTION snapshot_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND EXISTS (SELECT FROM redactions WHERE xmin = pg_current_xact_id()::xid)
     AND to_jsonb(NEW) - '{content,redacted_at}'::text[] = to_jsonb(OLD) - '{content,redacted_at}'::text[] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'insert_only: % is insert-only', TG_TABLE_NAME
    USING ERRCODE = '55000', CONSTRAINT = 'insert_only', TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON snapshots FOR EACH ROW EXECUTE FUNCTION snapshot_stays();
CREATE TRIGGER insert_only_whole BEFORE TRUNCATE ON snapshots FOR EACH STATEMENT EXECUTE FUNCTION snapshot_stays();

-- ---- Redaction follows the words into every snapshot ------------------------------------------------
-- Words are changed in two places alone, and by redact() alone; whoever changes them there changes them here.

-- A quoted passage, its words read anew from the text of its version. Offsets are 0-based code points.
CREATE FUNCTION passage_read_anew(passage jsonb, body text) RETURNS jsonb
LANGUAGE sql IMMUTABLE STRICT SET search_path = public, pg_temp AS $$
  SELECT passage || jsonb_build_object(
    'before', substr(body, (passage #>> '{spans,0,start}')::int - char_length(passage ->> 'before') + 1, char_length(passage ->> 'before')),
    'after', substr(body, (passage #>> '{spans,-1,end}')::int + 1, char_length(passage ->> 'after')),
    'spans', (SELECT jsonb_agg(span || jsonb_build_object(
        'quote', substr(body, (span ->> 'start')::int + 1, (span ->> 'end')::int - (span ->> 'start')::int),
        'prefix', substr(body, (span ->> 'start')::int - char_length(span ->> 'prefix') + 1, char_length(span ->> 'prefix')),
        'suffix', substr(body, (span ->> 'end')::int + 1, char_length(span ->> 'suffix'))) ORDER BY place)
      FROM jsonb_array_elements(passage -> 'spans') WITH ORDINALITY AS spans (span, place)))
$$;

-- The same where it is of this version of this source, else as it was.
CREATE FUNCTION passage_of_version(passage jsonb, source text, number int, body text) RETURNS jsonb
LANGUAGE sql IMMUTABLE STRICT SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN passage #>> '{source,slug}' = source AND (passage ->> 'version')::int = number
    THEN passage_read_anew(passage, body) ELSE passage END
$$;

CREATE FUNCTION snapshots_follow_text() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  source text := (SELECT slug FROM sources WHERE id = NEW.source_id);
BEGIN
  UPDATE snapshots s SET redacted_at = now(), content = (
    s.content::jsonb || jsonb_build_object(
      'thread', s.content::jsonb -> 'thread' || jsonb_build_object(
        'raisedBy', passage_of_version(s.content::jsonb #> '{thread,raisedBy}', source, NEW.number, NEW.text)),
      'arguments', (SELECT coalesce(jsonb_agg(said || jsonb_build_object(
          'citations', (SELECT coalesce(jsonb_agg(passage_of_version(cited, source, NEW.number, NEW.text) ORDER BY nth), '[]')
            FROM jsonb_array_elements(said -> 'citations') WITH ORDINALITY AS citations (cited, nth))) ORDER BY place), '[]')
        FROM jsonb_array_elements(s.content::jsonb -> 'arguments') WITH ORDINALITY AS all_said (said, place))))::text
  WHERE s.content::jsonb -> 'sources' @> jsonb_build_array(jsonb_build_object(
    'slug', source, 'versions', jsonb_build_array(jsonb_build_object('number', NEW.number))));
  RETURN NULL;
END $$;
CREATE TRIGGER snapshots_follow AFTER UPDATE ON source_versions
  FOR EACH ROW WHEN (OLD.text IS DISTINCT FROM NEW.text) EXECUTE FUNCTION snapshots_follow_text();

CREATE FUNCTION snapshots_follow_revision() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  its jsonb := jsonb_build_array(jsonb_build_object('id', NEW.argument_id, 'revision', NEW.ordinal, 'state', 'VISIBLE'));
BEGIN
  UPDATE snapshots s SET redacted_at = now(), content = (
    s.content::jsonb || jsonb_build_object('arguments', (
      SELECT jsonb_agg(CASE WHEN said @> (its -> 0)
          THEN said || jsonb_build_object('claim', NEW.claim, 'body', NEW.body) ELSE said END ORDER BY place)
      FROM jsonb_array_elements(s.content::jsonb -> 'arguments') WITH ORDINALITY AS all_said (said, place))))::text
  WHERE s.thread_id = (SELECT thread_id FROM arguments WHERE id = NEW.argument_id)
    AND s.content::jsonb -> 'arguments' @> its;
  RETURN NULL;
END $$;
CREATE TRIGGER snapshots_follow AFTER UPDATE ON revisions FOR EACH ROW EXECUTE FUNCTION snapshots_follow_revision();

-- Who freezes while words are redacted waits, and looks again before the commit.
CREATE FUNCTION redaction_halts_snapshots() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  LOCK TABLE snapshots IN SHARE MODE;
  RETURN NEW;
END $$;
CREATE TRIGGER redaction_halts_snapshots BEFORE INSERT ON redactions
  FOR EACH ROW EXECUTE FUNCTION redaction_halts_snapshots();
