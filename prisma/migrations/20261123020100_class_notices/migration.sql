-- What somebody is told of their class that happened in no thread: grades, feedback among pupils, a used-up code.
CREATE TYPE "ClassNoticeKind" AS ENUM ('GRADES_RELEASED', 'GRADES_WITHHELD', 'PEERS_ASKED', 'PEERS_RELEASED', 'PEERS_REPORTED', 'CODE_FULL');

CREATE TABLE class_notices (
  reader_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  kind "ClassNoticeKind" NOT NULL,
  -- The release, the feedback, the code; of what is asked and of what is shown the assignment.
  subject_id TEXT NOT NULL,
  class_id TEXT NOT NULL REFERENCES classes (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  assignment_id TEXT REFERENCES assignments (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  at TIMESTAMPTZ(3) NOT NULL,
  read_at TIMESTAMPTZ(3),
  CONSTRAINT class_notices_pkey PRIMARY KEY (reader_id, kind, subject_id)
);
