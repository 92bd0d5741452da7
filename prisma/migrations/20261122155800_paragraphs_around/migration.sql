-- A page shows cited words in their sentence: of a text of any length it needs the paragraphs that hold them, no more.

-- The paragraphs of a canonical text from the one that holds start_at to the one in which end_at lies: where they
-- begin, the number of the first, and their words. Places are 0-based code points.
CREATE FUNCTION paragraphs_around(body text, start_at int, end_at int, OUT from_at int, OUT number int, OUT words text)
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = public, pg_temp AS $$
  SELECT cut.from_at,
    1 + (char_length(cut.above) - char_length(replace(cut.above, E'\n\n', ''))) / 2,
    substr(body, cut.from_at + 1, end_at - cut.from_at) || split_part(substr(body, end_at + 1), E'\n', 1)
  FROM (
    SELECT above, CASE position(E'\n' IN reverse(above)) WHEN 0 THEN 0
      ELSE start_at + 1 - position(E'\n' IN reverse(above)) END AS from_at
    FROM (SELECT substr(body, 1, start_at)) AS read(above)) AS cut
$$;
