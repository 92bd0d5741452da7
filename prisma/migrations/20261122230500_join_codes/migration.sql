-- What lets pupils into a class: a code that stands on a wall. One is in force at a time.

CREATE TABLE join_codes (
  id TEXT PRIMARY KEY,
  class_id TEXT NOT NULL REFERENCES classes (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- Its teachers show it again and again, so it is kept as it is; it ends soon, and guesses are counted.
  code TEXT NOT NULL,
  -- The seed's, which everybody knows: it works only where the forum is being shown.
  demo BOOLEAN NOT NULL DEFAULT false,
  made_by TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  made_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  cap INTEGER NOT NULL,
  used INTEGER NOT NULL DEFAULT 0,
  revoked_by TEXT REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  revoked_at TIMESTAMPTZ(3),
  CONSTRAINT join_codes_within_cap CHECK (used BETWEEN 0 AND cap),
  CONSTRAINT join_codes_folded CHECK (code ~ '^[0-9a-hjkmnp-tv-z]{8,16}$'),
  CONSTRAINT join_codes_revoked_by_somebody CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
);

CREATE UNIQUE INDEX join_codes_code_key ON join_codes (code);
CREATE UNIQUE INDEX join_codes_one_in_force ON join_codes (class_id) WHERE revoked_at IS NULL;
CREATE INDEX join_codes_class_id_idx ON join_codes (class_id);
