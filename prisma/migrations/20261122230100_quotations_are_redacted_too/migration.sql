-- Words that are taken out of a text are taken out of what waits in a tray, too, where a file quoted them. Files quote
-- loosely, so that letters and digits alone are compared, and whatever shares a run of them is blanked whole.

-- Letters and digits, in lower case.
CREATE FUNCTION letters_of(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT SET search_path = public, pg_temp AS $$
  SELECT regexp_replace(lower(words), '[^[:alnum:]]', '', 'g')
$$;

-- Whether a quotation says words of a passage: it stands in it, or shares thirty letters in a row with it. Runs of
-- twenty, which no two sentences share by chance, are tried at every tenth letter: one of them lies in any thirty.
CREATE FUNCTION quotes_of(quoted text, runs text[], passage text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT SET search_path = public, pg_temp AS $$
  SELECT letters <> '' AND (position(letters IN passage) > 0
    OR EXISTS (SELECT FROM unnest(runs) run WHERE position(run IN letters) > 0))
  FROM (SELECT letters_of(quoted) AS letters) AS folded
$$;

CREATE FUNCTION tray_quotations_are_redacted() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  passage text := (SELECT letters_of(quote) FROM passages WHERE id = NEW.subject_id);
  runs text[];
BEGIN
  -- Blank already: nobody can tell any more what the words were.
  IF coalesce(passage, '') = '' THEN RETURN NULL; END IF;
  SELECT array_agg(substr(passage, at, 20)) INTO runs
    FROM generate_series(1, greatest(char_length(passage) - 19, 1), 10) AS at;
  UPDATE tray_items i SET quotations = (
      SELECT jsonb_agg(quotation || jsonb_build_object('words', (
          SELECT coalesce(jsonb_agg(CASE WHEN quotes_of(said, runs, passage) THEN blanked(said) ELSE said END ORDER BY nth), '[]')
          FROM jsonb_array_elements_text(quotation -> 'words') WITH ORDINALITY AS words (said, nth))) ORDER BY place)
      FROM jsonb_array_elements(i.quotations) WITH ORDINALITY AS quotations (quotation, place))
  WHERE EXISTS (
    SELECT FROM jsonb_array_elements(i.quotations) quotation, jsonb_array_elements_text(quotation -> 'words') said
    WHERE quotes_of(said, runs, passage));
  RETURN NULL;
END $$;
-- redact() notes itself before it blanks, so that the words are still there to be compared.
CREATE TRIGGER tray_quotations_are_redacted AFTER INSERT ON redactions
  FOR EACH ROW WHEN (NEW.kind = 'passage') EXECUTE FUNCTION tray_quotations_are_redacted();
