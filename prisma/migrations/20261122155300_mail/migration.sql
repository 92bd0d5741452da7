-- Letters on their way. A letter that is settled keeps its row, so that it is not sent again, and none of its words.
CREATE TABLE mails (
  id text PRIMARY KEY,
  -- What it is about, for whoever looks after the forum.
  purpose text NOT NULL,
  -- The same letter asked for twice is one letter.
  key text UNIQUE,
  to_address text,
  subject text,
  text text,
  -- Where one click stops letters of this kind.
  unsubscribe text,
  -- What is put into words only when it is sent.
  about jsonb,
  attempts integer NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  sent_at timestamptz(3),
  -- Given up: tried too often, or refused for good.
  parked_at timestamptz(3),
  -- There was nothing left to say, or nobody to say it to.
  dropped_at timestamptz(3),
  CONSTRAINT mail_settled_once CHECK (num_nonnulls(sent_at, parked_at, dropped_at) <= 1)
);
CREATE INDEX mails_created_at_idx ON mails (created_at);
