-- Merging what says the same: a row says which argument went into which, by whom and when, and whether it was taken
-- back. Nothing is written over: the merged argument keeps its words, its author, its citations and its places.

ALTER TYPE "NoticeKind" ADD VALUE 'MERGED';
ALTER TYPE "NoticeKind" ADD VALUE 'TOOK_IN';
ALTER TYPE "NoticeKind" ADD VALUE 'CARRIED';
ALTER TYPE "NoticeKind" ADD VALUE 'RATE_AGAIN';
ALTER TYPE "NoticeKind" ADD VALUE 'UNMERGED';

CREATE TABLE "merges" (
    "id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "argument_id" TEXT NOT NULL,
    "into_id" TEXT NOT NULL,
    "note" TEXT,
    "merged_by" TEXT NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "review_id" TEXT,
    "undone_by" TEXT,
    "undone_at" TIMESTAMPTZ(3),
    CONSTRAINT "merges_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "merges_argument_id_thread_id_fkey" FOREIGN KEY ("argument_id", "thread_id") REFERENCES "arguments" ("id", "thread_id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "merges_into_id_thread_id_fkey" FOREIGN KEY ("into_id", "thread_id") REFERENCES "arguments" ("id", "thread_id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "merges_merged_by_fkey" FOREIGN KEY ("merged_by") REFERENCES "users" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "merges_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "merges_undone_by_fkey" FOREIGN KEY ("undone_by") REFERENCES "users" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT merge_elsewhere CHECK (argument_id <> into_id),
    CONSTRAINT merge_undone CHECK ((undone_by IS NULL) = (undone_at IS NULL)),
    CONSTRAINT merge_note CHECK (char_length(note) BETWEEN 1 AND 500)
);
CREATE INDEX "merges_argument_id_idx" ON "merges" ("argument_id");
CREATE INDEX "merges_into_id_idx" ON "merges" ("into_id");
CREATE UNIQUE INDEX merges_in_force ON merges (argument_id) WHERE undone_at IS NULL;

-- What a merge did with each living link of what was merged. An answer to it has ended and goes on as `onto_id`; a place
-- of its own lives on, and `onto_id` is where the other stands there. `started`: the merge itself started that link.
CREATE TABLE "merged_links" (
    "merge_id" TEXT NOT NULL,
    "link_id" TEXT NOT NULL,
    "onto_id" TEXT,
    "started" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "merged_links_pkey" PRIMARY KEY ("merge_id", "link_id"),
    CONSTRAINT "merged_links_merge_id_fkey" FOREIGN KEY ("merge_id") REFERENCES "merges" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "merged_links_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "links" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "merged_links_onto_id_fkey" FOREIGN KEY ("onto_id") REFERENCES "links" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT merged_link_started CHECK (onto_id IS NOT NULL OR NOT started)
);
CREATE INDEX "merged_links_link_id_idx" ON "merged_links" ("link_id");
CREATE INDEX "merged_links_onto_id_idx" ON "merged_links" ("onto_id");
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON merged_links FOR EACH ROW EXECUTE FUNCTION insert_only();
CREATE TRIGGER insert_only_whole BEFORE TRUNCATE ON merged_links FOR EACH STATEMENT EXECUTE FUNCTION insert_only();
CREATE TRIGGER never_deleted BEFORE DELETE ON merges FOR EACH ROW EXECUTE FUNCTION insert_only();
CREATE TRIGGER never_deleted_whole BEFORE TRUNCATE ON merges FOR EACH STATEMENT EXECUTE FUNCTION insert_only();

-- Nobody merges their own, nor into their own; what is merged stands, and so does what it goes into.
CREATE FUNCTION merge_is_fit() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM arguments WHERE id IN (NEW.argument_id, NEW.into_id) AND author_id = NEW.merged_by) THEN
    PERFORM refuse('merged_by_another', 'merges', 'nobody merges their own');
  END IF;
  IF (SELECT count(*) FROM visible_arguments WHERE id IN (NEW.argument_id, NEW.into_id)) <> 2 THEN
    PERFORM refuse('merge_of_what_stands', 'merges', 'what is gone or waits is not merged');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER merge_is_fit BEFORE INSERT ON merges FOR EACH ROW EXECUTE FUNCTION merge_is_fit();

CREATE FUNCTION merge_only_undone() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.undone_at IS NOT NULL
     OR (to_jsonb(NEW) - '{undone_by,undone_at}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{undone_by,undone_at}'::text[]) THEN
    PERFORM refuse('merge_only_undone', 'merges', 'a merge is only taken back, once');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER merge_only_undone BEFORE UPDATE ON merges FOR EACH ROW EXECUTE FUNCTION merge_only_undone();

-- A link that a merge ended lives again when that merge was taken back, with what was said of it; no other does.
CREATE OR REPLACE FUNCTION link_only_ends() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  same boolean := (to_jsonb(NEW) - '{ended_at,ended_by,ended_reason,rank}'::text[])
    IS NOT DISTINCT FROM (to_jsonb(OLD) - '{ended_at,ended_by,ended_reason,rank}'::text[]);
BEGIN
  IF same AND OLD.ended_at IS NULL THEN RETURN NEW; END IF;
  IF same AND NEW.ended_at IS NULL AND EXISTS (
    SELECT FROM merged_links k JOIN merges m ON m.id = k.merge_id
    WHERE k.link_id = OLD.id AND m.argument_id = OLD.parent_id AND m.merged_at = OLD.ended_at AND m.undone_at IS NOT NULL) THEN
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

-- What was merged does not stand by itself: the one definition of what stands.
CREATE OR REPLACE VIEW visible_arguments AS
  SELECT a.* FROM arguments a
  WHERE NOT EXISTS (SELECT FROM withdrawals w WHERE w.argument_id = a.id)
    AND NOT EXISTS (SELECT FROM removals m WHERE m.argument_id = a.id AND m.lifted_at IS NULL)
    AND NOT EXISTS (SELECT FROM reviews v WHERE v.argument_id = a.id AND v.cause = 'MODE' AND v.verdict IS DISTINCT FROM 'APPROVED')
    AND NOT EXISTS (SELECT FROM merges g WHERE g.argument_id = a.id AND g.undone_at IS NULL);
