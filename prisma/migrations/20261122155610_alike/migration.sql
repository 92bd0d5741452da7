-- The revisions whose claims say nearly the same as these words: they share half of their three-letter groups or more.
-- Among the 1,864 pairs of arguments that share a thread of the demonstration debate the nearest two come to 0.45 and
-- say different things; a claim put in other words, with its nouns kept, comes to between 0.55 and 0.8.
--
-- The planner takes the words apart for every row that it knows by sample, each time it is asked, and then believes
-- that most claims are alike; so it is asked once a session, and not whether to read the whole table instead.
CREATE FUNCTION alike(words text) RETURNS SETOF text LANGUAGE plpgsql STABLE ROWS 20
SET search_path = public, pg_temp
SET pg_trgm.similarity_threshold = 0.5
SET enable_seqscan = off
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN QUERY SELECT id FROM revisions WHERE claim % words;
END $$;

-- The revisions whose claims hold these words, capitals or not, or words that a slip in typing may have made of them.
CREATE FUNCTION holding(words text) RETURNS SETOF text LANGUAGE plpgsql STABLE ROWS 50
SET search_path = public, pg_temp
SET enable_seqscan = off
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN QUERY SELECT id FROM revisions
    WHERE claim ILIKE '%' || regexp_replace(words, '[\\%_]', '\\\&', 'g') || '%' OR words <% claim;
END $$;
