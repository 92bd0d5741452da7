-- Accounts that a teacher makes: what the pupil is called stands here, where the class's teachers alone read it.

CREATE TABLE made_accounts (
  user_id TEXT PRIMARY KEY REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  class_id TEXT NOT NULL REFERENCES classes (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  name TEXT NOT NULL CHECK (char_length(name) BETWEEN 1 AND 160),
  -- The pupil's id in the school's own list, where the list had one.
  sourced_id TEXT CHECK (char_length(sourced_id) BETWEEN 1 AND 255),
  made_by TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  made_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT made_accounts_of_one_list UNIQUE (class_id, sourced_id)
);

-- What is printed on paper: it opens the account once. A newer one takes its place.
CREATE TABLE login_cards (
  user_id TEXT PRIMARY KEY REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  hash TEXT NOT NULL UNIQUE,
  made_by TEXT NOT NULL REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  made_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at TIMESTAMPTZ(3) NOT NULL
);
