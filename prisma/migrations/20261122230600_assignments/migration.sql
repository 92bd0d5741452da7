-- What a teacher sets a class to do: in which threads, by when, for which side, and how much of what.

CREATE TYPE "AssignmentSides" AS ENUM ('NONE', 'DRAWN', 'CHOSEN');

CREATE TYPE "LatePosts" AS ENUM ('REFUSED', 'MARKED');

CREATE TABLE assignments (
  id TEXT PRIMARY KEY,
  class_id TEXT NOT NULL REFERENCES classes (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  slug TEXT NOT NULL,
  title TEXT NOT NULL,
  instructions TEXT NOT NULL,
  sides "AssignmentSides" NOT NULL,
  -- Whether what is said for the other side than one's own is refused; else it stands and does not count.
  strict BOOLEAN NOT NULL DEFAULT false,
  -- How many arguments of their own somebody posts before they read what others say.
  post_first INTEGER NOT NULL DEFAULT 0,
  late "LatePosts" NOT NULL,
  -- Whether the state of its threads is frozen when a round ends.
  snapshots BOOLEAN NOT NULL DEFAULT true,
  set_by TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  set_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT assignments_slug_key UNIQUE (class_id, slug),
  CONSTRAINT assignments_of_class UNIQUE (id, class_id),
  CONSTRAINT assignments_post_first CHECK (post_first BETWEEN 0 AND 10),
  CONSTRAINT assignments_strict_sides CHECK (NOT strict OR sides <> 'NONE')
);

-- The second round is argued on the other side.
CREATE TABLE assignment_rounds (
  assignment_id TEXT NOT NULL REFERENCES assignments (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ordinal INTEGER NOT NULL,
  opens_at TIMESTAMPTZ(3) NOT NULL,
  due_at TIMESTAMPTZ(3) NOT NULL,
  -- How much of what is asked for; 0 is not asked for.
  arguments INTEGER NOT NULL,
  passages INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  answers INTEGER NOT NULL,
  met INTEGER NOT NULL,
  concessions INTEGER NOT NULL,
  PRIMARY KEY (assignment_id, ordinal),
  CONSTRAINT assignment_rounds_ordinal CHECK (ordinal IN (1, 2)),
  CONSTRAINT assignment_rounds_in_order CHECK (opens_at < due_at),
  CONSTRAINT assignment_rounds_asked CHECK (
    least(arguments, passages, articles, answers, met, concessions) >= 0
    AND greatest(arguments, passages, articles, answers, met, concessions) <= 50)
);

-- Where it is done: one thread, or one for each group.
CREATE TABLE assignment_threads (
  assignment_id TEXT NOT NULL REFERENCES assignments (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- The group's number, from 1.
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (assignment_id, thread_id),
  CONSTRAINT assignment_threads_group UNIQUE (assignment_id, ordinal)
);

CREATE INDEX assignment_threads_thread_id_idx ON assignment_threads (thread_id);

-- In which group somebody is and for which side they argue in the first round.
CREATE TABLE seats (
  assignment_id TEXT NOT NULL,
  class_id TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  thread_id TEXT NOT NULL,
  side "Stance",
  seated_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (assignment_id, user_id),
  CONSTRAINT seats_of_an_assignment_of_the_class FOREIGN KEY (assignment_id, class_id)
    REFERENCES assignments (id, class_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT seats_of_the_enrolled FOREIGN KEY (class_id, user_id)
    REFERENCES enrolments (class_id, user_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT seats_in_its_thread FOREIGN KEY (assignment_id, thread_id)
    REFERENCES assignment_threads (assignment_id, thread_id) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX seats_user_id_idx ON seats (user_id);

-- The states in which its threads were when a round ended.
CREATE TABLE round_snapshots (
  assignment_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  thread_id TEXT NOT NULL,
  snapshot_id TEXT NOT NULL REFERENCES snapshots (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  PRIMARY KEY (assignment_id, ordinal, thread_id),
  CONSTRAINT round_snapshots_of_a_round FOREIGN KEY (assignment_id, ordinal)
    REFERENCES assignment_rounds (assignment_id, ordinal) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT round_snapshots_of_its_thread FOREIGN KEY (assignment_id, thread_id)
    REFERENCES assignment_threads (assignment_id, thread_id) ON DELETE RESTRICT ON UPDATE CASCADE
);

-- Who must say something of their own in a thread before they read there what others say. The one definition: it holds
-- from the day the assignment is set until they have, or until nobody may post there any more.
CREATE VIEW owed_first AS
  SELECT e.user_id, t.thread_id
  FROM assignments a
    JOIN assignment_threads t ON t.assignment_id = a.id
    JOIN enrolments e ON e.class_id = a.class_id AND e.role = 'STUDENT' AND e.removed_at IS NULL
    CROSS JOIN LATERAL (SELECT min(r.opens_at) AS opens_at, max(r.due_at) AS due_at
      FROM assignment_rounds r WHERE r.assignment_id = a.id) AS span
  WHERE a.post_first > 0
    AND (a.late = 'MARKED' OR span.due_at > now())
    AND a.post_first > (SELECT count(*) FROM visible_arguments v JOIN assignment_threads o ON o.thread_id = v.thread_id
      WHERE o.assignment_id = a.id AND v.author_id = e.user_id AND v.posted_at >= span.opens_at AND v.imported_from IS NULL);
