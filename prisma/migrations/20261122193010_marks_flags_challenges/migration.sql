-- What people say of posts, and what is done about it: more kinds of marks, flags, challenges of evidence, posts that
-- are hidden for a while, reviews that are claimed, sent back, appealed against and overturned.

ALTER TYPE "MarkKind" ADD VALUE 'NOT_A_CLAIM';
ALTER TYPE "MarkKind" ADD VALUE 'SEVERAL_CLAIMS';
ALTER TYPE "MarkKind" ADD VALUE 'UNRELATED';
ALTER TYPE "MarkKind" ADD VALUE 'WRONG_STANCE';
ALTER TYPE "MarkKind" ADD VALUE 'ELSEWHERE';
ALTER TYPE "MarkKind" ADD VALUE 'MISLEADING_OMISSION';
ALTER TYPE "MarkKind" ADD VALUE 'PARAPHRASE_AS_QUOTATION';
ALTER TYPE "ReviewCause" ADD VALUE 'CHALLENGE';
ALTER TYPE "NoticeKind" ADD VALUE 'HIDDEN';
ALTER TYPE "NoticeKind" ADD VALUE 'RESTORED';
ALTER TYPE "NoticeKind" ADD VALUE 'CHANGES';
ALTER TYPE "NoticeKind" ADD VALUE 'MENDED';
ALTER TYPE "NoticeKind" ADD VALUE 'CHALLENGED';
ALTER TYPE "NoticeKind" ADD VALUE 'ANSWERED';
ALTER TYPE "NoticeKind" ADD VALUE 'RULED';
ALTER TYPE "NoticeKind" ADD VALUE 'APPEAL_REFUSED';

CREATE TYPE "RemovalKind" AS ENUM ('REMOVED', 'HIDDEN');
CREATE TYPE "FlagKind" AS ENUM ('ABUSE', 'SPAM', 'PERSONAL_DATA', 'OTHER');
CREATE TYPE "ChallengeKind" AS ENUM ('ALTERED', 'CLIPPED', 'OUT_OF_CONTEXT', 'OVERCLAIMED', 'RETRACTED');

-- Hidden is out of sight until somebody has judged; by the flags of many it is hidden by nobody, for no reason as yet.
ALTER TABLE "removals" ADD COLUMN "kind" "RemovalKind" NOT NULL DEFAULT 'REMOVED';
ALTER TABLE "removals" ALTER COLUMN "policy" DROP NOT NULL, ALTER COLUMN "code" DROP NOT NULL, ALTER COLUMN "removed_by" DROP NOT NULL;
ALTER TABLE removals ADD CONSTRAINT removal_reasoned
  CHECK (num_nulls(policy, code, removed_by) = 0 OR (kind = 'HIDDEN' AND num_nulls(policy, code, removed_by) = 3));

-- A decision keeps its reason; a review may be somebody's for a while, wait for its author, or be an appeal.
ALTER TABLE "reviews"
  ADD COLUMN "policy" INTEGER,
  ADD COLUMN "code" TEXT,
  ADD COLUMN "claimed_by" TEXT REFERENCES "users" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN "claimed_at" TIMESTAMPTZ(3),
  ADD COLUMN "asked_by" TEXT REFERENCES "users" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN "asked_at" TIMESTAMPTZ(3),
  ADD COLUMN "plea" TEXT,
  ADD COLUMN "appealed_removal" TEXT REFERENCES "removals" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN "appealed_review" TEXT REFERENCES "reviews" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN "overturned_by" TEXT REFERENCES "reviews" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD FOREIGN KEY ("policy", "code") REFERENCES "reasons" ("policy", "code") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE reviews
  ADD CONSTRAINT review_reason CHECK ((policy IS NULL) = (code IS NULL)),
  ADD CONSTRAINT review_claimed CHECK ((claimed_by IS NULL) = (claimed_at IS NULL)),
  ADD CONSTRAINT review_asked CHECK ((asked_by IS NULL) = (asked_at IS NULL)),
  ADD CONSTRAINT review_plea CHECK (char_length(plea) BETWEEN 1 AND 2000),
  ADD CONSTRAINT review_appeal CHECK (num_nonnulls(appealed_removal, appealed_review) <= 1
    AND (plea IS NULL) = (num_nonnulls(appealed_removal, appealed_review) = 0));
-- One open review of an argument gathers all that is said of it; of every judgement there is one appeal.
CREATE INDEX reviews_waiting ON reviews (opened_at, id) WHERE decided_at IS NULL;
CREATE UNIQUE INDEX reviews_appealed_removal_key ON reviews (appealed_removal);
CREATE UNIQUE INDEX reviews_appealed_review_key ON reviews (appealed_review);

CREATE TABLE "flags" (
    "id" TEXT NOT NULL,
    "argument_id" TEXT NOT NULL,
    "revision_id" TEXT NOT NULL,
    "kind" "FlagKind" NOT NULL,
    "note" TEXT,
    "flagged_by" TEXT NOT NULL,
    "flagged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "upheld" BOOLEAN,
    "settled_by" TEXT,
    CONSTRAINT "flags_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "flags_argument_id_fkey" FOREIGN KEY ("argument_id") REFERENCES "arguments" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "flags_revision_id_argument_id_fkey" FOREIGN KEY ("revision_id", "argument_id") REFERENCES "revisions" ("id", "argument_id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "flags_flagged_by_fkey" FOREIGN KEY ("flagged_by") REFERENCES "users" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "flags_settled_by_fkey" FOREIGN KEY ("settled_by") REFERENCES "reviews" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT flag_settled CHECK ((upheld IS NULL) = (settled_by IS NULL)),
    CONSTRAINT flag_note CHECK (char_length(note) BETWEEN 1 AND 500)
);
CREATE INDEX "flags_argument_id_idx" ON "flags" ("argument_id");
CREATE INDEX "flags_flagged_by_idx" ON "flags" ("flagged_by");
CREATE UNIQUE INDEX "flags_revision_id_flagged_by_kind_key" ON "flags" ("revision_id", "flagged_by", "kind");

CREATE TABLE "challenges" (
    "id" TEXT NOT NULL,
    "argument_id" TEXT NOT NULL,
    "revision_id" TEXT NOT NULL,
    "citation_id" TEXT NOT NULL,
    "kind" "ChallengeKind" NOT NULL,
    "note" TEXT NOT NULL,
    "raised_by" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "upheld" BOOLEAN,
    "ruling" TEXT,
    "ruled_by" TEXT,
    "ruled_at" TIMESTAMPTZ(3),
    CONSTRAINT "challenges_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "challenges_revision_id_argument_id_fkey" FOREIGN KEY ("revision_id", "argument_id") REFERENCES "revisions" ("id", "argument_id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "challenges_citation_id_revision_id_fkey" FOREIGN KEY ("citation_id", "revision_id") REFERENCES "citations" ("id", "revision_id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "challenges_argument_id_fkey" FOREIGN KEY ("argument_id") REFERENCES "arguments" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "challenges_raised_by_fkey" FOREIGN KEY ("raised_by") REFERENCES "users" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "challenges_ruled_by_fkey" FOREIGN KEY ("ruled_by") REFERENCES "users" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT challenge_note CHECK (char_length(note) BETWEEN 1 AND 500),
    CONSTRAINT challenge_answer CHECK ((answer IS NULL) = (answered_at IS NULL) AND char_length(answer) BETWEEN 1 AND 1000),
    CONSTRAINT challenge_ruled CHECK (num_nulls(upheld, ruled_by, ruled_at) IN (0, 3) AND (ruling IS NULL OR ruled_at IS NOT NULL)
      AND char_length(ruling) BETWEEN 1 AND 500)
);
CREATE INDEX "challenges_argument_id_idx" ON "challenges" ("argument_id");
-- The same doubt about the same citation stands once.
CREATE UNIQUE INDEX challenges_open ON challenges (citation_id, kind) WHERE ruled_at IS NULL;

-- The passages that a ruling speaks of: it is shown wherever one of them is used.
CREATE TABLE "ruled_passages" (
    "challenge_id" TEXT NOT NULL,
    "passage_id" TEXT NOT NULL,
    CONSTRAINT "ruled_passages_pkey" PRIMARY KEY ("challenge_id", "passage_id"),
    CONSTRAINT "ruled_passages_challenge_id_fkey" FOREIGN KEY ("challenge_id") REFERENCES "challenges" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ruled_passages_passage_id_fkey" FOREIGN KEY ("passage_id") REFERENCES "passages" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "ruled_passages_passage_id_idx" ON "ruled_passages" ("passage_id");
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON ruled_passages FOR EACH ROW EXECUTE FUNCTION insert_only();
CREATE TRIGGER insert_only_whole BEFORE TRUNCATE ON ruled_passages FOR EACH STATEMENT EXECUTE FUNCTION insert_only();
CREATE TRIGGER never_deleted BEFORE DELETE ON flags FOR EACH ROW EXECUTE FUNCTION insert_only();
CREATE TRIGGER never_deleted_whole BEFORE TRUNCATE ON flags FOR EACH STATEMENT EXECUTE FUNCTION insert_only();
CREATE TRIGGER never_deleted BEFORE DELETE ON challenges FOR EACH ROW EXECUTE FUNCTION insert_only();
CREATE TRIGGER never_deleted_whole BEFORE TRUNCATE ON challenges FOR EACH STATEMENT EXECUTE FUNCTION insert_only();

-- Said once, by somebody, never of one's own, and an appeal never by who judged first. What was refused may be
-- overturned once, by a review of the same argument: then it is as if it had been approved.
CREATE OR REPLACE FUNCTION judged_once() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  was jsonb := to_jsonb(OLD);
  becomes jsonb := to_jsonb(NEW);
  ended text := CASE TG_TABLE_NAME WHEN 'reviews' THEN 'decided_at' WHEN 'marks' THEN 'resolved_at'
    WHEN 'flags' THEN 'settled_by' WHEN 'challenges' THEN 'ruled_at' ELSE 'lifted_at' END;
  judge text := coalesce(becomes ->> 'decided_by', becomes ->> 'ruled_by', becomes ->> 'asked_by');
BEGIN
  IF was ->> ended IS NOT NULL THEN
    IF TG_TABLE_NAME = 'reviews' AND was ->> 'verdict' = 'REFUSED' AND was ->> 'overturned_by' IS NULL
       AND becomes = was || jsonb_build_object('verdict', 'APPROVED', 'overturned_by', becomes -> 'overturned_by')
       AND EXISTS (SELECT FROM reviews o WHERE o.id = becomes ->> 'overturned_by' AND o.id <> was ->> 'id'
         AND o.argument_id = was ->> 'argument_id') THEN
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
CREATE TRIGGER judged_once BEFORE UPDATE ON flags FOR EACH ROW EXECUTE FUNCTION judged_once();
CREATE TRIGGER judged_once BEFORE UPDATE ON challenges FOR EACH ROW EXECUTE FUNCTION judged_once();
