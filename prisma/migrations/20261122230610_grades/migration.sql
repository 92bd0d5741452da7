-- What a teacher thinks of what pupils did, and when they are told.

-- How it is judged; null: by the usual rubric.
ALTER TABLE assignments ADD COLUMN rubric JSONB;

CREATE TABLE grades (
  assignment_id TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- As it was when this grade was given: later changes of the assignment's do not touch it.
  rubric JSONB NOT NULL,
  -- Points by the criterion's key.
  levels JSONB NOT NULL,
  feedback TEXT,
  graded_by TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  graded_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (assignment_id, user_id),
  CONSTRAINT grades_of_a_seat FOREIGN KEY (assignment_id, user_id)
    REFERENCES seats (assignment_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX grades_user_id_idx ON grades (user_id);

-- A teacher's word on one argument, for its author.
CREATE TABLE grade_notes (
  assignment_id TEXT NOT NULL REFERENCES assignments (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  argument_id TEXT NOT NULL REFERENCES arguments (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  note TEXT NOT NULL,
  noted_by TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  noted_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (assignment_id, argument_id)
);

-- Pupils read their grades while one is in force.
CREATE TABLE grade_releases (
  id TEXT PRIMARY KEY,
  assignment_id TEXT NOT NULL REFERENCES assignments (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  released_by TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  released_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  undone_by TEXT REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  undone_at TIMESTAMPTZ(3),
  CONSTRAINT grade_releases_undone_by_somebody CHECK ((undone_by IS NULL) = (undone_at IS NULL))
);

CREATE UNIQUE INDEX grade_releases_in_force ON grade_releases (assignment_id) WHERE undone_at IS NULL;
