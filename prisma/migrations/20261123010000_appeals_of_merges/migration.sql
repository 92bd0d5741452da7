-- Whose argument was merged away may appeal, as of any other decision. What people report is another matter than what its
-- author says against a decision: both may wait at once.

ALTER TABLE "reviews" ADD COLUMN "appealed_merge" TEXT REFERENCES "merges" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX "reviews_appealed_merge_key" ON "reviews" ("appealed_merge");
ALTER TABLE reviews DROP CONSTRAINT review_appeal;
ALTER TABLE reviews ADD CONSTRAINT review_appeal CHECK (num_nonnulls(appealed_removal, appealed_review, appealed_merge) <= 1
  AND (plea IS NULL) = (num_nonnulls(appealed_removal, appealed_review, appealed_merge) = 0));
DROP INDEX reviews_open;
CREATE UNIQUE INDEX reviews_open ON reviews (argument_id) WHERE decided_at IS NULL AND cause <> 'APPEAL';

-- Nor is an appeal of a merge decided by who wrote what it went into.
CREATE OR REPLACE FUNCTION judged_once() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  was jsonb := to_jsonb(OLD);
  becomes jsonb := to_jsonb(NEW);
  ended text := CASE TG_TABLE_NAME WHEN 'reviews' THEN 'decided_at' WHEN 'marks' THEN 'resolved_at'
    WHEN 'flags' THEN 'settled_by' WHEN 'challenges' THEN 'ruled_at' ELSE 'lifted_at' END;
  judge text := coalesce(becomes ->> 'decided_by', becomes ->> 'ruled_by', becomes ->> 'asked_by');
BEGIN
  IF only_words_go(was, becomes) THEN RETURN NEW; END IF;
  IF was ->> ended IS NOT NULL THEN
    IF TG_TABLE_NAME = 'reviews' AND was ->> 'overturned_by' IS NULL
       AND becomes = was || jsonb_build_object('verdict', 'APPROVED', 'overturned_by', becomes -> 'overturned_by')
       AND EXISTS (SELECT FROM reviews o WHERE o.id = becomes ->> 'overturned_by' AND o.id <> was ->> 'id'
         AND o.argument_id = was ->> 'argument_id') THEN
      RETURN NEW;
    END IF;
    IF TG_TABLE_NAME = 'flags' AND becomes = was || '{"upheld": null, "settled_by": null}'
       AND EXISTS (SELECT FROM reviews o WHERE o.id = was ->> 'settled_by' AND o.overturned_by IS NOT NULL) THEN
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
    OR EXISTS (SELECT FROM reviews r WHERE r.id = becomes ->> 'appealed_review' AND r.decided_by = becomes ->> 'decided_by')
    OR EXISTS (SELECT FROM merges m JOIN arguments i ON i.id = m.into_id
      WHERE m.id = becomes ->> 'appealed_merge' AND becomes ->> 'decided_by' IN (m.merged_by, i.author_id))) THEN
    PERFORM refuse('appeal_by_another', TG_TABLE_NAME, 'an appeal is decided by somebody else');
  END IF;
  RETURN NEW;
END $$;
