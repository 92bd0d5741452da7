-- How much an argument weighs where it stands, said by each reader once for each link; and a link that came of a move.

ALTER TABLE links ADD COLUMN moved_from TEXT;
-- The two are places of the same argument, and a place is left once.
ALTER TABLE links ADD CONSTRAINT links_moved_from_child_id_fkey
  FOREIGN KEY (moved_from, child_id) REFERENCES links (id, child_id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE links ADD CONSTRAINT link_moved_elsewhere CHECK (moved_from <> id);
CREATE UNIQUE INDEX links_moved_from_child_id_key ON links (moved_from, child_id);

CREATE TABLE ratings (
    link_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    impact INTEGER NOT NULL,
    rated_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT ratings_pkey PRIMARY KEY (link_id, person_id)
);
CREATE INDEX ratings_person_id_idx ON ratings (person_id);
ALTER TABLE ratings ADD CONSTRAINT ratings_link_id_fkey
  FOREIGN KEY (link_id) REFERENCES links (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE ratings ADD CONSTRAINT ratings_person_id_fkey
  FOREIGN KEY (person_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE;
-- From "nothing" to "it decides the matter".
ALTER TABLE ratings ADD CONSTRAINT rating_impact CHECK (impact BETWEEN 0 AND 4);

-- The link's row is held, so that nobody ends it while somebody rates it.
CREATE FUNCTION rating_is_fit() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  rated links;
BEGIN
  SELECT * INTO rated FROM links WHERE id = NEW.link_id FOR SHARE;
  IF rated.ended_at IS NOT NULL THEN
    PERFORM refuse('rating_of_a_living_link', 'ratings', 'a link is rated while it lives');
  END IF;
  IF EXISTS (SELECT FROM arguments WHERE id = rated.child_id AND author_id = NEW.person_id) THEN
    PERFORM refuse('rating_of_another', 'ratings', 'nobody weighs their own');
  END IF;
  IF NOT EXISTS (SELECT FROM visible_arguments WHERE id = rated.child_id) THEN
    PERFORM refuse('rating_of_what_stands', 'ratings', 'what is gone or waits is not weighed');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rating_is_fit BEFORE INSERT OR UPDATE ON ratings FOR EACH ROW EXECUTE FUNCTION rating_is_fit();
