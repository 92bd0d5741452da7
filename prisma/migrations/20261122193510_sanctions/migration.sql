-- What a person may not for a time, with who, when, why and until when; and who moderates a thread.

CREATE TYPE "SanctionKind" AS ENUM ('SILENCE', 'SUSPEND');

CREATE TABLE sanctions (
  id TEXT NOT NULL PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  kind "SanctionKind" NOT NULL,
  policy INTEGER NOT NULL,
  code TEXT NOT NULL,
  note TEXT,
  given_by TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  given_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  until_at TIMESTAMPTZ(3),
  plea TEXT,
  pleaded_at TIMESTAMPTZ(3),
  kept_by TEXT REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  kept_at TIMESTAMPTZ(3),
  lifted_by TEXT REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  lifted_at TIMESTAMPTZ(3),
  FOREIGN KEY (policy, code) REFERENCES reasons (policy, code) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT sanction_of_another CHECK (user_id <> given_by),
  CONSTRAINT sanction_lifted CHECK ((lifted_by IS NULL) = (lifted_at IS NULL) AND lifted_by <> user_id),
  CONSTRAINT sanction_ends CHECK (until_at > given_at),
  CONSTRAINT sanction_note CHECK (char_length(note) BETWEEN 1 AND 1000),
  CONSTRAINT sanction_plea CHECK ((plea IS NULL) = (pleaded_at IS NULL) AND char_length(plea) BETWEEN 1 AND 1000),
  -- An appeal is heard by somebody else, and never by whom it is about.
  CONSTRAINT sanction_kept CHECK ((kept_by IS NULL) = (kept_at IS NULL) AND kept_by <> given_by AND kept_by <> user_id
    AND (kept_by IS NULL OR plea IS NOT NULL))
);
CREATE INDEX sanctions_user_id_idx ON sanctions (user_id);

CREATE FUNCTION sanction_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.lifted_at IS NOT NULL OR (OLD.kept_at IS NOT NULL AND NEW.lifted_at IS NULL)
     OR (OLD.plea IS NOT NULL AND NEW.plea IS DISTINCT FROM OLD.plea) THEN
    PERFORM refuse('sanction_stays', 'sanctions', 'what was judged is not judged again');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sanction_stays BEFORE UPDATE ON sanctions FOR EACH ROW EXECUTE FUNCTION sanction_stays();
CREATE TRIGGER never_deleted BEFORE DELETE ON sanctions FOR EACH ROW EXECUTE FUNCTION insert_only();
CREATE TRIGGER never_deleted_whole BEFORE TRUNCATE ON sanctions FOR EACH STATEMENT EXECUTE FUNCTION insert_only();

-- Whether somebody is under a sanction at this moment; asked at every request.
CREATE FUNCTION is_sanctioned(person text, what "SanctionKind") RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM sanctions WHERE user_id = person AND kind = what AND lifted_at IS NULL
    AND (until_at IS NULL OR until_at > now()))
$$;

CREATE TABLE thread_moderators (
  id TEXT NOT NULL PRIMARY KEY,
  thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  named_by TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  named_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  lifted_by TEXT REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  lifted_at TIMESTAMPTZ(3),
  CONSTRAINT thread_moderator_lifted CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
);
CREATE UNIQUE INDEX thread_moderators_in_force ON thread_moderators (thread_id, user_id) WHERE lifted_at IS NULL;
CREATE INDEX thread_moderators_user_id_idx ON thread_moderators (user_id);
CREATE TRIGGER judged_once BEFORE UPDATE ON thread_moderators FOR EACH ROW EXECUTE FUNCTION judged_once();
CREATE TRIGGER never_deleted BEFORE DELETE ON thread_moderators FOR EACH ROW EXECUTE FUNCTION insert_only();
CREATE TRIGGER never_deleted_whole BEFORE TRUNCATE ON thread_moderators FOR EACH STATEMENT EXECUTE FUNCTION insert_only();
