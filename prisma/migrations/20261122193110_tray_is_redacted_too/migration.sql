-- A claim that was posted from a tray loses its words there, too, when they are redacted where it was posted.

CREATE OR REPLACE FUNCTION tray_item_leaves_once() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM redactions WHERE xmin = pg_current_xact_id()::xid)
     AND to_jsonb(NEW) - '{claim,body,quotations}'::text[] = to_jsonb(OLD) - '{claim,body,quotations}'::text[] THEN
    RETURN NEW;
  END IF;
  IF OLD.left_at IS NOT NULL
     OR (to_jsonb(NEW) - '{left_at,left_by,argument_id}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{left_at,left_by,argument_id}'::text[]) THEN
    PERFORM refuse('tray_item_leaves_once', 'tray_items', 'what left a tray does not come back');
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION tray_copy_is_redacted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE tray_items SET claim = blanked(claim), body = NULL, quotations = '[]' WHERE argument_id = NEW.argument_id;
  RETURN NULL;
END $$;
-- Nothing but a redaction changes a revision.
CREATE TRIGGER tray_copy_is_redacted AFTER UPDATE ON revisions FOR EACH ROW EXECUTE FUNCTION tray_copy_is_redacted();
