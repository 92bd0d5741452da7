-- Splitting what makes more than one claim: its author makes parts of it, each with a claim of its own and some of its
-- passages. A moderator may draw the parts; they come about only when the author takes them.

ALTER TYPE "NoticeKind" ADD VALUE 'SPLIT_OFFERED';
ALTER TYPE "NoticeKind" ADD VALUE 'SPLIT_TAKEN';
ALTER TYPE "NoticeKind" ADD VALUE 'SPLIT_DECLINED';

CREATE TABLE "splits" (
    "id" TEXT NOT NULL,
    "argument_id" TEXT NOT NULL,
    "revision_id" TEXT NOT NULL,
    "drawn_by" TEXT NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),
    "taken" BOOLEAN,
    "answer" TEXT,
    "undone_at" TIMESTAMPTZ(3),
    CONSTRAINT "splits_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "splits_argument_id_fkey" FOREIGN KEY ("argument_id") REFERENCES "arguments" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "splits_revision_id_argument_id_fkey" FOREIGN KEY ("revision_id", "argument_id") REFERENCES "revisions" ("id", "argument_id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "splits_drawn_by_fkey" FOREIGN KEY ("drawn_by") REFERENCES "users" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT split_answered CHECK ((answered_at IS NULL) = (taken IS NULL)),
    CONSTRAINT split_answer CHECK (char_length(answer) BETWEEN 1 AND 500 AND (answer IS NULL OR taken IS FALSE)),
    CONSTRAINT split_undone CHECK (undone_at IS NULL OR taken)
);
CREATE INDEX "splits_argument_id_idx" ON "splits" ("argument_id");
CREATE UNIQUE INDEX splits_in_force ON splits (argument_id) WHERE taken AND undone_at IS NULL;
CREATE UNIQUE INDEX splits_waiting ON splits (argument_id) WHERE answered_at IS NULL;

-- `cites` are the places of the citations of the revision that was split; `argument_id` is what the part became.
CREATE TABLE "split_parts" (
    "split_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "claim" TEXT NOT NULL,
    "cites" INTEGER[] NOT NULL,
    "argument_id" TEXT,
    CONSTRAINT "split_parts_pkey" PRIMARY KEY ("split_id", "ordinal"),
    CONSTRAINT "split_parts_split_id_fkey" FOREIGN KEY ("split_id") REFERENCES "splits" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "split_parts_argument_id_fkey" FOREIGN KEY ("argument_id") REFERENCES "arguments" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT split_part_ordinal CHECK (ordinal BETWEEN 0 AND 4),
    CONSTRAINT split_part_claim CHECK (char_length(claim) BETWEEN 1 AND 280 AND claim = btrim(claim) AND claim IS NFC NORMALIZED),
    CONSTRAINT split_part_cites CHECK (cardinality(cites) BETWEEN 1 AND 5)
);
CREATE UNIQUE INDEX "split_parts_argument_id_key" ON "split_parts" ("argument_id");

-- Where each living link of what was split goes on: an answer as one link of a part, a place as one of every part.
CREATE TABLE "split_links" (
    "split_id" TEXT NOT NULL,
    "link_id" TEXT NOT NULL,
    "onto_id" TEXT NOT NULL,
    CONSTRAINT "split_links_pkey" PRIMARY KEY ("split_id", "onto_id"),
    CONSTRAINT "split_links_split_id_fkey" FOREIGN KEY ("split_id") REFERENCES "splits" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "split_links_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "links" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "split_links_onto_id_fkey" FOREIGN KEY ("onto_id") REFERENCES "links" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "split_links_link_id_idx" ON "split_links" ("link_id");
CREATE INDEX "split_links_onto_id_idx" ON "split_links" ("onto_id");
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON split_links FOR EACH ROW EXECUTE FUNCTION insert_only();
CREATE TRIGGER insert_only_whole BEFORE TRUNCATE ON split_links FOR EACH STATEMENT EXECUTE FUNCTION insert_only();
CREATE TRIGGER never_deleted BEFORE DELETE ON splits FOR EACH ROW EXECUTE FUNCTION insert_only();
CREATE TRIGGER never_deleted_whole BEFORE TRUNCATE ON splits FOR EACH STATEMENT EXECUTE FUNCTION insert_only();
CREATE TRIGGER never_deleted BEFORE DELETE ON split_parts FOR EACH ROW EXECUTE FUNCTION insert_only();
CREATE TRIGGER never_deleted_whole BEFORE TRUNCATE ON split_parts FOR EACH STATEMENT EXECUTE FUNCTION insert_only();

CREATE FUNCTION split_is_answered_once() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM redactions WHERE xmin = pg_current_xact_id()::xid)
     AND to_jsonb(NEW) - 'answer'::text = to_jsonb(OLD) - 'answer'::text THEN
    RETURN NEW;
  END IF;
  IF OLD.answered_at IS NOT NULL AND to_jsonb(NEW) - 'undone_at'::text IS DISTINCT FROM to_jsonb(OLD) - 'undone_at'::text
     OR OLD.undone_at IS NOT NULL
     OR (to_jsonb(NEW) - '{answered_at,taken,answer,undone_at}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{answered_at,taken,answer,undone_at}'::text[]) THEN
    PERFORM refuse('split_is_answered_once', 'splits', 'a split is answered once, and taken back once');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER split_is_answered_once BEFORE UPDATE ON splits FOR EACH ROW EXECUTE FUNCTION split_is_answered_once();

-- A part becomes an argument once: one of the same author, in the same thread, that began with these words.
CREATE FUNCTION part_becomes_once() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM redactions WHERE xmin = pg_current_xact_id()::xid)
     AND to_jsonb(NEW) - 'claim'::text = to_jsonb(OLD) - 'claim'::text THEN
    RETURN NEW;
  END IF;
  IF OLD.argument_id IS NOT NULL OR to_jsonb(NEW) - 'argument_id'::text IS DISTINCT FROM to_jsonb(OLD) - 'argument_id'::text
     OR NOT EXISTS (SELECT FROM splits s JOIN arguments whole ON whole.id = s.argument_id
       JOIN arguments part ON part.author_id = whole.author_id AND part.thread_id = whole.thread_id
       JOIN revisions r ON r.argument_id = part.id AND r.ordinal = 1 AND r.claim = NEW.claim
       WHERE s.id = NEW.split_id AND part.id = NEW.argument_id) THEN
    PERFORM refuse('part_becomes_once', 'split_parts', 'a part becomes an argument of the same author, once');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER part_becomes_once BEFORE UPDATE ON split_parts FOR EACH ROW EXECUTE FUNCTION part_becomes_once();

-- What is drawn holds mostly the author's words: it loses them with the revision that was split, or what it became.
CREATE FUNCTION part_is_redacted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE split_parts p SET claim = blanked(p.claim) FROM splits s
    WHERE s.id = p.split_id AND (s.revision_id = NEW.id OR p.argument_id = NEW.argument_id);
  UPDATE splits SET answer = blanked(answer) WHERE revision_id = NEW.id;
  RETURN NULL;
END $$;
-- Nothing but a redaction changes a revision.
CREATE TRIGGER part_is_redacted AFTER UPDATE ON revisions FOR EACH ROW EXECUTE FUNCTION part_is_redacted();

-- A link that a merge or a split ended lives again when that was taken back, with what was said of it; no other does.
CREATE OR REPLACE FUNCTION link_only_ends() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  same boolean := (to_jsonb(NEW) - '{ended_at,ended_by,ended_reason,rank}'::text[])
    IS NOT DISTINCT FROM (to_jsonb(OLD) - '{ended_at,ended_by,ended_reason,rank}'::text[]);
BEGIN
  IF same AND OLD.ended_at IS NULL THEN RETURN NEW; END IF;
  IF same AND NEW.ended_at IS NULL AND (EXISTS (
    SELECT FROM merged_links k JOIN merges m ON m.id = k.merge_id
    WHERE k.link_id = OLD.id AND m.argument_id = OLD.parent_id AND m.merged_at = OLD.ended_at AND m.undone_at IS NOT NULL)
    OR EXISTS (
    SELECT FROM split_links k JOIN splits s ON s.id = k.split_id
    WHERE k.link_id = OLD.id AND s.argument_id = OLD.parent_id AND s.answered_at = OLD.ended_at AND s.undone_at IS NOT NULL)) THEN
    IF EXISTS (
      WITH RECURSIVE above(id) AS (
        SELECT NEW.parent_id
        UNION
        SELECT l.parent_id FROM links l JOIN above ON l.child_id = above.id
        WHERE l.ended_at IS NULL AND l.parent_id IS NOT NULL)
      SELECT FROM above WHERE id = NEW.child_id) THEN
      PERFORM refuse('link_closes_no_circle', 'links', 'an argument cannot answer what answers it');
    END IF;
    RETURN NEW;
  END IF;
  PERFORM refuse('link_only_ends', 'links', 'a link is never re-aimed, only ended, once');
  RETURN NEW;
END $$;

-- What was split stands as its parts: the one definition of what stands.
CREATE OR REPLACE VIEW visible_arguments AS
  SELECT a.* FROM arguments a
  WHERE NOT EXISTS (SELECT FROM withdrawals w WHERE w.argument_id = a.id)
    AND NOT EXISTS (SELECT FROM removals m WHERE m.argument_id = a.id AND m.lifted_at IS NULL)
    AND NOT EXISTS (SELECT FROM reviews v WHERE v.argument_id = a.id AND v.cause = 'MODE' AND v.verdict IS DISTINCT FROM 'APPROVED')
    AND NOT EXISTS (SELECT FROM merges g WHERE g.argument_id = a.id AND g.undone_at IS NULL)
    AND NOT EXISTS (SELECT FROM splits s WHERE s.argument_id = a.id AND s.taken AND s.undone_at IS NULL);
