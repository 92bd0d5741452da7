-- Rounds of speeches that a class holds on a thread of its own: their order, their clock, and what is noted meanwhile.

CREATE TYPE "ClockAct" AS ENUM ('START', 'PAUSE', 'NEXT', 'BACK', 'PREP_PRO', 'PREP_CON');

CREATE TABLE live_rounds (
  id TEXT PRIMARY KEY,
  class_id TEXT NOT NULL REFERENCES classes (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  format TEXT NOT NULL,
  -- In order, each with its name, kind, side, seconds and speaker.
  speeches JSONB NOT NULL,
  -- Of each side, for the whole round.
  prep_seconds INTEGER NOT NULL,
  -- Who alone notes what is said, besides the teachers; null is everybody of the class.
  recorder_id TEXT REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  opened_by TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  opened_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT live_rounds_format CHECK (format IN ('POLICY', 'LINCOLN_DOUGLAS', 'PUBLIC_FORUM', 'OWN')),
  CONSTRAINT live_rounds_speeches CHECK (jsonb_typeof(speeches) = 'array' AND jsonb_array_length(speeches) BETWEEN 1 AND 24),
  CONSTRAINT live_rounds_prep CHECK (prep_seconds BETWEEN 0 AND 3600)
);

CREATE INDEX live_rounds_class_id_idx ON live_rounds (class_id);
CREATE INDEX live_rounds_thread_id_idx ON live_rounds (thread_id);

-- What was done to the clock; how it stands follows from these rows and the time.
CREATE TABLE live_round_acts (
  round_id TEXT NOT NULL REFERENCES live_rounds (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ordinal INTEGER NOT NULL,
  act "ClockAct" NOT NULL,
  acted_by TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (round_id, ordinal),
  CONSTRAINT live_round_acts_ordinal CHECK (ordinal >= 1)
);

-- Lines without a passage: no arguments. What was taken back has no words; what became an argument points to it.
CREATE TABLE round_notes (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES live_rounds (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  speech INTEGER NOT NULL,
  side "Stance",
  text TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  written_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  taken_back_at TIMESTAMPTZ(3),
  argument_id TEXT REFERENCES arguments (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT round_notes_length CHECK (char_length(text) <= 280),
  CONSTRAINT round_notes_words CHECK ((taken_back_at IS NULL) = (text <> '')),
  CONSTRAINT round_notes_argued_or_gone CHECK (taken_back_at IS NULL OR argument_id IS NULL),
  CONSTRAINT round_notes_speech CHECK (speech BETWEEN 0 AND 23)
);

CREATE INDEX round_notes_round_id_idx ON round_notes (round_id);
CREATE INDEX round_notes_author_id_idx ON round_notes (author_id);
CREATE UNIQUE INDEX round_notes_argument_id_key ON round_notes (argument_id);
