-- After its day everything of a class goes. Beside redact() this is the only way in which anything that was written leaves.

-- That it happened, and nothing of what was there.
CREATE TABLE purges (
  class_id TEXT PRIMARY KEY,
  keep_until DATE NOT NULL,
  purged_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  rows_gone INTEGER NOT NULL DEFAULT 0
);

-- Whether this transaction is one: only purge_class() writes there, as the owner.
CREATE FUNCTION is_purging() RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM purges WHERE xmin = pg_current_xact_id()::xid)
$$;

CREATE OR REPLACE FUNCTION insert_only() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME IN ('source_versions', 'passages', 'revisions', 'posted_anyway', 'withdrawals')
     AND EXISTS (SELECT FROM redactions WHERE xmin = pg_current_xact_id()::xid) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND is_purging() THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'insert_only: % is insert-only', TG_TABLE_NAME
    USING ERRCODE = '55000', CONSTRAINT = 'insert_only', TABLE = TG_TABLE_NAME;
END $$;

CREATE OR REPLACE FUNCTION snapshot_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND EXISTS (SELECT FROM redactions WHERE xmin = pg_current_xact_id()::xid)
     AND to_jsonb(NEW) - '{content,redacted_at}'::text[] = to_jsonb(OLD) - '{content,redacted_at}'::text[] THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND is_purging() THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'insert_only: % is insert-only', TG_TABLE_NAME
    USING ERRCODE = '55000', CONSTRAINT = 'insert_only', TABLE = TG_TABLE_NAME;
END $$;

-- Some columns of a table, as a list for SQL; `named` is how the table is called there.
CREATE FUNCTION columns_of(named text, relation oid, numbers smallint[]) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT string_agg(format('%s.%I', named, a.attname), ', ' ORDER BY n.place)
  FROM unnest(numbers) WITH ORDINALITY AS n(number, place) JOIN pg_attribute a ON a.attrelid = relation AND a.attnum = n.number
$$;

-- Places of rows, from a list as jsonb has it.
CREATE FUNCTION places_in(list jsonb) RETURNS tid[] LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(place::tid), '{}') FROM jsonb_array_elements_text(list) AS place
$$;

-- Deletes a class whose day is over, with every row that stands on it by foreign keys, however many tables there will
-- be; of the events those of its threads, whose chains end with them. Those of the site name its id and stay. A second
-- call finds nothing. Answers how many rows went.
CREATE FUNCTION purge_class(target text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  due date;
  doomed jsonb;
  way record;
  more jsonb;
  grown boolean := true;
  deletions text;
  counts text;
  gone integer;
  total integer;
BEGIN
  SELECT keep_until INTO due FROM classes WHERE id = target FOR UPDATE;
  IF NOT FOUND THEN RETURN 0; END IF;
  IF due IS NULL OR due >= (now() AT TIME ZONE 'UTC')::date THEN
    PERFORM refuse('purge_early', 'classes', 'a class is kept until its day is over');
  END IF;
  INSERT INTO purges (class_id, keep_until) VALUES (target, due);
  DELETE FROM events WHERE stream IN (SELECT id FROM threads WHERE class_id = target);
  GET DIAGNOSTICS total = ROW_COUNT;
  DELETE FROM search_entries WHERE thread_id IN (SELECT id FROM threads WHERE class_id = target)
    OR source_id IN (SELECT id FROM sources WHERE class_id = target);

  -- Where the rows are that stand on it: nothing moves while this transaction only looks.
  SELECT jsonb_build_object('classes', jsonb_agg(ctid::text)) INTO doomed FROM classes WHERE id = target;
  WHILE grown LOOP
    grown := false;
    FOR way IN
      SELECT k.conrelid::regclass::text AS child, k.confrelid::regclass::text AS parent,
        columns_of('c', k.conrelid, k.conkey) AS mine, columns_of('p', k.confrelid, k.confkey) AS theirs
      FROM pg_constraint k
      WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND k.conrelid <> 'events'::regclass
    LOOP
      CONTINUE WHEN NOT jsonb_exists(doomed, way.parent);
      EXECUTE format('SELECT jsonb_agg(DISTINCT c.ctid::text) FROM %s c JOIN %s p ON (%s) = (%s) WHERE p.ctid = ANY ($1) AND c.ctid <> ALL ($2)',
        way.child, way.parent, way.mine, way.theirs)
      INTO more USING places_in(doomed -> way.parent), places_in(coalesce(doomed -> way.child, '[]'));
      CONTINUE WHEN more IS NULL;
      doomed := doomed || jsonb_build_object(way.child, coalesce(doomed -> way.child, '[]') || more);
      grown := true;
    END LOOP;
  END LOOP;
  IF EXISTS (SELECT FROM threads WHERE ctid = ANY (places_in(coalesce(doomed -> 'threads', '[]'))) AND class_id IS DISTINCT FROM target) THEN
    RAISE EXCEPTION 'a class cannot be purged: a debate of somebody else stands on it';
  END IF;

  -- In one statement, so that rows that hold each other can go.
  SELECT string_agg(format('t%s AS (DELETE FROM %s WHERE ctid = ANY (places_in($1 -> %L)) RETURNING 1)', place, name, name), ', '),
    string_agg(format('(SELECT count(*) FROM t%s)', place), ' + ')
  INTO deletions, counts FROM jsonb_object_keys(doomed) WITH ORDINALITY AS one(name, place);
  EXECUTE format('WITH %s SELECT %s', deletions, counts) INTO gone USING doomed;
  total := total + gone;

  UPDATE purges SET rows_gone = total WHERE class_id = target;
  PERFORM pg_notify('pages', 'all');
  RETURN total;
END $$;
REVOKE ALL ON FUNCTION purge_class(text) FROM PUBLIC;
