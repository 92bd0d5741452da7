-- A class: who belongs to it and as what, and who is called what before their peers.

CREATE TYPE "EnrolmentRole" AS ENUM ('TEACHER', 'STUDENT');

CREATE TYPE "ThreadNames" AS ENUM ('NAMES', 'PSEUDONYMS');

ALTER TABLE classes
  ADD COLUMN about TEXT,
  ADD COLUMN term TEXT,
  ADD COLUMN opened_by TEXT REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- What the class wrote is kept until then; the retention job acts on it.
  ADD COLUMN keep_until DATE;

-- Nothing of a class shows who is who, where its thread says so; its teachers know.
ALTER TABLE threads ADD COLUMN names "ThreadNames" NOT NULL DEFAULT 'NAMES';
ALTER TABLE threads ADD CONSTRAINT threads_names_of_a_class CHECK (names = 'NAMES' OR class_id IS NOT NULL);

CREATE TABLE enrolments (
  class_id TEXT NOT NULL REFERENCES classes (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  role "EnrolmentRole" NOT NULL,
  enrolled_by TEXT REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  enrolled_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  removed_by TEXT REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  removed_at TIMESTAMPTZ(3),
  PRIMARY KEY (class_id, user_id),
  CONSTRAINT enrolments_removed_by_somebody CHECK ((removed_by IS NULL) = (removed_at IS NULL))
);

CREATE INDEX enrolments_user_id_idx ON enrolments (user_id);

CREATE TABLE pseudonyms (
  thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  name TEXT NOT NULL,
  PRIMARY KEY (thread_id, user_id),
  CONSTRAINT pseudonyms_said_of_one UNIQUE (thread_id, name)
);

CREATE INDEX pseudonyms_user_id_idx ON pseudonyms (user_id);
