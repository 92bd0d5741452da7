-- What can be found: one entry for each argument, thread, source, passage, and paragraph of a source's newest text. The
-- entries hold the words of today alone, and triggers keep them so in the transaction of the act; who may find an entry is
-- judged when somebody searches.

-- English stems without accents; and words as they are written, without accents, for what somebody may have meant.
CREATE TEXT SEARCH CONFIGURATION grounds (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION grounds ALTER MAPPING FOR word, hword, hword_part WITH unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION grounds_plain (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION grounds_plain ALTER MAPPING FOR word, hword, hword_part WITH unaccent, simple;

-- CreateEnum
CREATE TYPE "EntryKind" AS ENUM ('ARGUMENT', 'THREAD', 'SOURCE', 'PASSAGE', 'PARAGRAPH');

-- CreateTable
CREATE TABLE "search_entries" (
    "id" TEXT NOT NULL,
    "kind" "EntryKind" NOT NULL,
    "argument_id" TEXT,
    "thread_id" TEXT,
    "author_id" TEXT,
    "source_id" TEXT,
    "passage_id" TEXT,
    "version_id" TEXT,
    "paragraph" INTEGER,
    "source_ids" TEXT[],
    "stance" "Stance",
    "at" TIMESTAMPTZ(3) NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "search_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_words" (
    "word" TEXT NOT NULL
);

ALTER TABLE search_entries ADD CONSTRAINT search_entry_subject CHECK (CASE kind
  WHEN 'ARGUMENT' THEN num_nulls(argument_id, thread_id, author_id) = 0
  WHEN 'THREAD' THEN thread_id IS NOT NULL
  WHEN 'SOURCE' THEN source_id IS NOT NULL
  WHEN 'PASSAGE' THEN num_nulls(passage_id, version_id, source_id) = 0
  ELSE num_nulls(version_id, source_id, paragraph) = 0 END);
ALTER TABLE search_entries ADD FOREIGN KEY (argument_id) REFERENCES arguments ON DELETE CASCADE;
ALTER TABLE search_entries ADD FOREIGN KEY (thread_id) REFERENCES threads ON DELETE CASCADE;
ALTER TABLE search_entries ADD FOREIGN KEY (source_id) REFERENCES sources ON DELETE CASCADE;
ALTER TABLE search_entries ADD FOREIGN KEY (version_id) REFERENCES source_versions ON DELETE CASCADE;
ALTER TABLE search_entries ADD FOREIGN KEY (passage_id) REFERENCES passages ON DELETE CASCADE;

-- Without a list of pending entries, which every search would have to read through.
CREATE INDEX search_entries_words ON search_entries USING gin (words) WITH (fastupdate = off);
CREATE INDEX search_entries_thread_id ON search_entries (thread_id, kind);
CREATE INDEX search_entries_author_id ON search_entries (author_id);
CREATE INDEX search_entries_argument_id ON search_entries (argument_id);
CREATE INDEX search_entries_source_id ON search_entries (source_id, kind);
CREATE INDEX search_entries_passage_id ON search_entries (passage_id);
CREATE INDEX search_entries_source_ids ON search_entries USING gin (source_ids) WITH (fastupdate = off);
-- Not unique: two who write the same new word at once need not wait for each other.
CREATE INDEX search_words_word ON search_words (word);
CREATE INDEX search_words_alike ON search_words USING gin (word gin_trgm_ops) WITH (fastupdate = off);

-- ---- What an entry says: the heading has weight A, what it stands on B, the rest C ------------------

-- A paragraph is read up to its first 50,000 characters: a tsvector holds a megabyte and no error may stop a post.
CREATE FUNCTION search_words_of(words text, weight "char") RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
  SELECT setweight(to_tsvector('grounds', left(coalesce(words, ''), 50000)), weight)
$$;

CREATE FUNCTION search_entry_of_argument(argument text) RETURNS SETOF search_entries LANGUAGE sql STABLE AS $$
  SELECT 'a:' || a.id, 'ARGUMENT'::"EntryKind", a.id, a.thread_id, a.author_id, NULL::text, NULL::text, NULL::text, NULL::int, cited.sources,
    (SELECT l.stance FROM links l WHERE l.child_id = a.id AND l.ended_at IS NULL ORDER BY l.started_at, l.id LIMIT 1),
    a.posted_at, search_words_of(r.claim, 'A') || search_words_of(cited.quotes, 'B') || search_words_of(r.body_text, 'C')
  FROM arguments a JOIN revisions r ON r.id = a.current_revision_id
  CROSS JOIN LATERAL (
    SELECT array_agg(DISTINCT v.source_id) AS sources, string_agg(p.quote, E'\n\n' ORDER BY c.ordinal, s.ordinal) AS quotes
    FROM citations c JOIN source_versions v ON v.id = c.version_id
      JOIN spans s ON s.citation_id = c.id JOIN passages p ON p.id = s.passage_id
    WHERE c.revision_id = r.id) AS cited
  WHERE a.id = argument
$$;

CREATE FUNCTION search_entry_of_thread(thread text) RETURNS SETOF search_entries LANGUAGE sql STABLE AS $$
  SELECT 't:' || t.id, 'THREAD'::"EntryKind", NULL::text, t.id, NULL::text, NULL::text, NULL::text, NULL::text, NULL::int, ARRAY[v.source_id], NULL::"Stance", t.opened_at,
    search_words_of(t.question, 'A') || search_words_of(p.quote, 'B')
    || search_words_of(concat_ws(E'\n\n', t.thesis, t.topic, t.background), 'C')
  FROM threads t JOIN passages p ON p.id = t.raised_by JOIN source_versions v ON v.id = p.version_id
  WHERE t.id = thread
$$;

CREATE FUNCTION search_entry_of_source(source text) RETURNS SETOF search_entries LANGUAGE sql STABLE AS $$
  SELECT 's:' || s.id, 'SOURCE'::"EntryKind", NULL::text, NULL::text, NULL::text, s.id, NULL::text, NULL::text, NULL::int, ARRAY[s.id], NULL::"Stance", s.brought_at,
    search_words_of(s.title, 'A') || search_words_of(concat_ws(E'\n\n', s.outlet, s.byline), 'B') || search_words_of(s.note, 'C')
  FROM sources s WHERE s.id = source
$$;

CREATE FUNCTION search_entry_of_passage(passage text) RETURNS SETOF search_entries LANGUAGE sql STABLE AS $$
  SELECT 'p:' || p.id, 'PASSAGE'::"EntryKind", NULL::text, NULL::text, NULL::text, v.source_id, p.id, v.id, NULL::int, ARRAY[v.source_id], NULL::"Stance", p.created_at,
    search_words_of(p.quote, 'B')
  FROM passages p JOIN source_versions v ON v.id = p.version_id WHERE p.id = passage
$$;

-- Of the newest version; the longest text that may be brought in has some thousand paragraphs, unless somebody plays.
CREATE FUNCTION search_entries_of_text(source text) RETURNS SETOF search_entries LANGUAGE sql STABLE AS $$
  SELECT 'x:' || v.id || ':' || lpad(n::text, 4, '0'), 'PARAGRAPH'::"EntryKind", NULL::text, NULL::text, NULL::text, s.id, NULL::text, v.id, n::int, ARRAY[s.id],
    NULL::"Stance", s.brought_at, search_words_of(words, 'B')
  FROM sources s
  CROSS JOIN LATERAL (SELECT id, text FROM source_versions WHERE source_id = s.id ORDER BY number DESC LIMIT 1) AS v
  CROSS JOIN LATERAL string_to_table(v.text, E'\n\n') WITH ORDINALITY AS paragraphs (words, n)
  WHERE s.id = source AND n <= 5000
$$;

-- ---- Kept by triggers, as the owner: the app reads the entries and writes none ----------------------

-- What somebody may have meant is one of these; whether they may know of it is asked when it is offered.
CREATE FUNCTION search_spellings(words text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
  SELECT word FROM unnest(tsvector_to_array(to_tsvector('grounds_plain', left(coalesce(words, ''), 50000)))) AS word
  WHERE word ~ '^[[:alpha:]]{4,24}$' AND numnode(plainto_tsquery('grounds', word)) > 0
$$;

CREATE FUNCTION search_learns(words text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO search_words (word)
  SELECT said FROM search_spellings(words) AS said WHERE NOT EXISTS (SELECT FROM search_words w WHERE w.word = said)
$$;

-- After words were blanked: those that no entry says any more.
CREATE FUNCTION search_forgets(words text) RETURNS void LANGUAGE sql AS $$
  DELETE FROM search_words WHERE word IN (SELECT search_spellings(words))
    AND NOT EXISTS (SELECT FROM search_entries e WHERE e.words @@ plainto_tsquery('grounds', search_words.word))
$$;

CREATE FUNCTION search_keeps(entry search_entries) RETURNS void LANGUAGE sql AS $$
  INSERT INTO search_entries SELECT entry.*
  ON CONFLICT (id) DO UPDATE SET source_ids = excluded.source_ids, stance = excluded.stance, at = excluded.at, words = excluded.words
$$;

-- At the end of the transaction, when the revision, its citations and the link are there.
CREATE FUNCTION argument_is_searched() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM search_keeps(e) FROM search_entry_of_argument(NEW.id) e;
  PERFORM search_learns(concat_ws(E'\n\n', r.claim, r.body_text)) FROM revisions r
    JOIN arguments a ON a.current_revision_id = r.id WHERE a.id = NEW.id;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER argument_is_searched AFTER INSERT OR UPDATE ON arguments
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION argument_is_searched();

CREATE FUNCTION link_is_searched() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  UPDATE search_entries e SET stance = home.stance
  FROM (SELECT l.stance FROM links l WHERE l.child_id = NEW.child_id AND l.ended_at IS NULL ORDER BY l.started_at, l.id LIMIT 1) AS home
  WHERE e.argument_id = NEW.child_id AND e.stance IS DISTINCT FROM home.stance;
  RETURN NULL;
END $$;
CREATE TRIGGER link_is_searched AFTER INSERT OR UPDATE OF ended_at ON links FOR EACH ROW EXECUTE FUNCTION link_is_searched();

CREATE FUNCTION thread_is_searched() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM search_keeps(e) FROM search_entry_of_thread(NEW.id) e;
  PERFORM search_learns(concat_ws(E'\n\n', NEW.question, NEW.thesis, NEW.topic, NEW.background));
  RETURN NULL;
END $$;
CREATE TRIGGER thread_is_searched AFTER INSERT OR UPDATE OF question, thesis, topic, background ON threads
  FOR EACH ROW EXECUTE FUNCTION thread_is_searched();

CREATE FUNCTION source_is_searched() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM search_keeps(e) FROM search_entry_of_source(NEW.id) e;
  PERFORM search_learns(concat_ws(E'\n\n', NEW.title, NEW.outlet, NEW.byline, NEW.note));
  RETURN NULL;
END $$;
CREATE TRIGGER source_is_searched AFTER INSERT OR UPDATE ON sources FOR EACH ROW EXECUTE FUNCTION source_is_searched();

-- A new version takes the place of the one before; a redaction blanks words of any.
CREATE FUNCTION text_is_searched() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  DELETE FROM search_entries WHERE source_id = NEW.source_id AND kind = 'PARAGRAPH';
  INSERT INTO search_entries SELECT * FROM search_entries_of_text(NEW.source_id);
  IF TG_OP = 'INSERT' THEN
    PERFORM search_learns(words) FROM string_to_table(NEW.text, E'\n\n') AS words;
  ELSE
    PERFORM search_forgets(OLD.text);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER text_is_searched AFTER INSERT OR UPDATE ON source_versions FOR EACH ROW EXECUTE FUNCTION text_is_searched();

-- Its words are its version's, and were learnt from there.
CREATE FUNCTION passage_is_searched() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM search_keeps(e) FROM search_entry_of_passage(NEW.id) e;
  IF TG_OP = 'UPDATE' THEN
    PERFORM search_keeps(e) FROM threads t, search_entry_of_thread(t.id) e WHERE t.raised_by = NEW.id;
    PERFORM search_keeps(e) FROM (
      SELECT DISTINCT a.id FROM spans s JOIN citations c ON c.id = s.citation_id JOIN arguments a ON a.current_revision_id = c.revision_id
      WHERE s.passage_id = NEW.id) AS standing, search_entry_of_argument(standing.id) e;
    PERFORM search_forgets(OLD.quote);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER passage_is_searched AFTER INSERT OR UPDATE ON passages FOR EACH ROW EXECUTE FUNCTION passage_is_searched();

-- Only a redaction changes a revision.
CREATE FUNCTION revision_is_searched() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM search_keeps(e) FROM arguments a, search_entry_of_argument(a.id) e WHERE a.current_revision_id = NEW.id;
  PERFORM search_forgets(concat_ws(E'\n\n', OLD.claim, OLD.body_text));
  RETURN NULL;
END $$;
CREATE TRIGGER revision_is_searched AFTER UPDATE ON revisions FOR EACH ROW EXECUTE FUNCTION revision_is_searched();

REVOKE ALL ON FUNCTION search_learns(text), search_forgets(text), search_keeps(search_entries) FROM PUBLIC;

-- ---- What is there already --------------------------------------------------------------------------

INSERT INTO search_entries SELECT e.* FROM arguments a, search_entry_of_argument(a.id) e;
INSERT INTO search_entries SELECT e.* FROM threads t, search_entry_of_thread(t.id) e;
INSERT INTO search_entries SELECT e.* FROM sources s, search_entry_of_source(s.id) e;
INSERT INTO search_entries SELECT e.* FROM passages p, search_entry_of_passage(p.id) e;
INSERT INTO search_entries SELECT e.* FROM sources s, search_entries_of_text(s.id) e;
INSERT INTO search_words (word)
  SELECT DISTINCT word FROM (
    SELECT concat_ws(E'\n\n', r.claim, r.body_text) AS words FROM revisions r JOIN arguments a ON a.current_revision_id = r.id
    UNION ALL SELECT concat_ws(E'\n\n', question, thesis, topic, background) FROM threads
    UNION ALL SELECT concat_ws(E'\n\n', title, outlet, byline, note) FROM sources
    UNION ALL SELECT string_to_table(text, E'\n\n') FROM source_versions) AS said, search_spellings(said.words) AS word;

-- ---- No function is led astray ---------------------------------------------------------------------
DO $$
DECLARE
  own regprocedure;
BEGIN
  FOR own IN SELECT p.oid::regprocedure FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace
      AND (p.proname LIKE 'search\_%' OR p.proname LIKE '%\_is\_searched') LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', own);
  END LOOP;
END $$;
