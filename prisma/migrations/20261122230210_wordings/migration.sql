-- Another wording of a claim, offered by anybody. Its author takes it, and it becomes a revision of theirs that stands on
-- the same passages; or says no, with a word if they like.

ALTER TYPE "Occasion" ADD VALUE 'REWORDED';
ALTER TYPE "NoticeKind" ADD VALUE 'WORDING_OFFERED';
ALTER TYPE "NoticeKind" ADD VALUE 'WORDING_TAKEN';
ALTER TYPE "NoticeKind" ADD VALUE 'WORDING_DECLINED';

CREATE TABLE "wordings" (
    "id" TEXT NOT NULL,
    "argument_id" TEXT NOT NULL,
    "revision_id" TEXT NOT NULL,
    "claim" TEXT NOT NULL,
    "note" TEXT,
    "offered_by" TEXT NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "became_id" TEXT,
    CONSTRAINT "wordings_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "wordings_argument_id_fkey" FOREIGN KEY ("argument_id") REFERENCES "arguments" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "wordings_revision_id_argument_id_fkey" FOREIGN KEY ("revision_id", "argument_id") REFERENCES "revisions" ("id", "argument_id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "wordings_became_id_fkey" FOREIGN KEY ("became_id") REFERENCES "revisions" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "wordings_offered_by_fkey" FOREIGN KEY ("offered_by") REFERENCES "users" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT wording_claim CHECK (char_length(claim) BETWEEN 1 AND 280 AND claim = btrim(claim) AND claim IS NFC NORMALIZED),
    CONSTRAINT wording_note CHECK (char_length(note) BETWEEN 1 AND 500),
    CONSTRAINT wording_answer CHECK (char_length(answer) BETWEEN 1 AND 500 AND (answer IS NULL OR answered_at IS NOT NULL)),
    CONSTRAINT wording_became CHECK (became_id IS NULL OR (answered_at IS NOT NULL AND answer IS NULL))
);
CREATE INDEX "wordings_argument_id_idx" ON "wordings" ("argument_id");
CREATE UNIQUE INDEX "wordings_became_id_key" ON "wordings" ("became_id");
-- One at a time: whoever thinks of a better one waits for the answer to the first.
CREATE UNIQUE INDEX wordings_open ON wordings (argument_id, offered_by) WHERE answered_at IS NULL;
CREATE TRIGGER never_deleted BEFORE DELETE ON wordings FOR EACH ROW EXECUTE FUNCTION insert_only();
CREATE TRIGGER never_deleted_whole BEFORE TRUNCATE ON wordings FOR EACH STATEMENT EXECUTE FUNCTION insert_only();

CREATE FUNCTION wording_is_anothers() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM arguments WHERE id = NEW.argument_id AND author_id = NEW.offered_by) THEN
    PERFORM refuse('wording_is_anothers', 'wordings', 'an author revises');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER wording_is_anothers BEFORE INSERT ON wordings FOR EACH ROW EXECUTE FUNCTION wording_is_anothers();

-- Answered once; what it became is a revision of its argument with these very words.
CREATE FUNCTION wording_is_answered_once() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM redactions WHERE xmin = pg_current_xact_id()::xid)
     AND to_jsonb(NEW) - 'claim'::text = to_jsonb(OLD) - 'claim'::text THEN
    RETURN NEW;
  END IF;
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
CREATE TRIGGER wording_is_answered_once BEFORE UPDATE ON wordings FOR EACH ROW EXECUTE FUNCTION wording_is_answered_once();

-- What is offered holds mostly the author's words: it loses them with the revision that it rewords, or became.
CREATE FUNCTION wording_is_redacted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE wordings SET claim = blanked(claim) WHERE revision_id = NEW.id OR became_id = NEW.id;
  RETURN NULL;
END $$;
-- Nothing but a redaction changes a revision.
CREATE TRIGGER wording_is_redacted AFTER UPDATE ON revisions FOR EACH ROW EXECUTE FUNCTION wording_is_redacted();
