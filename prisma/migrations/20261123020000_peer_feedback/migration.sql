-- Pupils judge each other's work by the assignment's rubric: what was asked, who was drawn for whom, and what they wrote.

CREATE TABLE peer_askings (
  assignment_id TEXT PRIMARY KEY REFERENCES assignments (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- How many others each gives feedback to.
  each INTEGER NOT NULL CONSTRAINT peer_askings_few CHECK (each BETWEEN 1 AND 5),
  due_at TIMESTAMPTZ(3) NOT NULL,
  asked_by TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  asked_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  -- From then on, and not before it is due, everybody reads what they got.
  released_by TEXT REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  released_at TIMESTAMPTZ(3),
  CONSTRAINT peer_askings_released_by_somebody CHECK ((released_by IS NULL) = (released_at IS NULL))
);

CREATE TABLE peer_feedback (
  id TEXT PRIMARY KEY,
  assignment_id TEXT NOT NULL REFERENCES peer_askings (assignment_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  giver_id TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  receiver_id TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- As it was when it was given; these are empty until then.
  rubric JSONB,
  levels JSONB,
  words TEXT,
  given_at TIMESTAMPTZ(3),
  hidden_by TEXT REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  hidden_at TIMESTAMPTZ(3),
  -- By whoever received it.
  report TEXT,
  reported_at TIMESTAMPTZ(3),
  CONSTRAINT peer_feedback_drawn_once UNIQUE (assignment_id, giver_id, receiver_id),
  CONSTRAINT peer_feedback_giver FOREIGN KEY (assignment_id, giver_id)
    REFERENCES seats (assignment_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT peer_feedback_receiver FOREIGN KEY (assignment_id, receiver_id)
    REFERENCES seats (assignment_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT peer_feedback_of_another CHECK (giver_id <> receiver_id),
  CONSTRAINT peer_feedback_given_whole CHECK ((given_at IS NULL) = (rubric IS NULL) AND (given_at IS NULL) = (levels IS NULL)
    AND (given_at IS NOT NULL OR words IS NULL)),
  CONSTRAINT peer_feedback_hidden_by_somebody CHECK ((hidden_by IS NULL) = (hidden_at IS NULL)),
  CONSTRAINT peer_feedback_reported_when_given CHECK (reported_at IS NULL OR given_at IS NOT NULL)
);

CREATE INDEX peer_feedback_giver_idx ON peer_feedback (giver_id);
CREATE INDEX peer_feedback_receiver_idx ON peer_feedback (receiver_id);
