-- A circle needs somebody who answers the child: what is new has nobody yet, so that its ancestors need not be walked up. An
-- import of thousands then asks one index once for each.
CREATE OR REPLACE FUNCTION link_closes_no_circle() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.parent_id IS NULL THEN RETURN NEW; END IF;
  UPDATE threads SET next_number = next_number WHERE id = NEW.thread_id AND xmin <> pg_current_xact_id()::xid;
  IF NOT EXISTS (SELECT FROM links WHERE parent_id = NEW.child_id AND ended_at IS NULL) THEN RETURN NEW; END IF;
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
END $$;
