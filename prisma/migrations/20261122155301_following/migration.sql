-- What people follow, and what they are told of it.

-- When a person showed that an address is theirs; nothing is sent to one that is not.
ALTER TABLE users ADD COLUMN IF NOT EXISTS email_confirmed_at timestamptz(3);
-- Another address is not the one that was confirmed, whoever writes it.
CREATE FUNCTION email_confirmed_anew() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.email IS DISTINCT FROM OLD.email AND NEW.email_confirmed_at IS NOT DISTINCT FROM OLD.email_confirmed_at THEN
    NEW.email_confirmed_at := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER email_confirmed_anew BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION email_confirmed_anew();

-- How a person wants to be told. Whoever has no row has the defaults.
CREATE TYPE "NoticeMail" AS ENUM ('AT_ONCE', 'DAILY', 'NONE');
CREATE TABLE notice_settings (
  user_id text PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  mail "NoticeMail" NOT NULL DEFAULT 'DAILY',
  -- Whether one watches the threads one posts in.
  watch_own boolean NOT NULL DEFAULT true,
  -- Whether one hears of answers to one's own arguments.
  answers boolean NOT NULL DEFAULT true,
  -- Whoever shows it may stop this person's letters and do nothing else; another one whenever letters are turned on.
  unsubscribe_key text NOT NULL UNIQUE
);

-- A thread, or an argument and everything below it. One that has ended stays, so that posting does not begin it anew.
CREATE TABLE watches (
  user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  thread_id text NOT NULL REFERENCES threads (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  argument_id text,
  place text NOT NULL GENERATED ALWAYS AS (coalesce(argument_id, thread_id)) STORED,
  since timestamptz(3) NOT NULL DEFAULT now(),
  ended_at timestamptz(3),
  CONSTRAINT watches_pkey PRIMARY KEY (user_id, place),
  CONSTRAINT watches_argument_id_thread_id_fkey
    FOREIGN KEY (argument_id, thread_id) REFERENCES arguments (id, thread_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX watches_thread_id_idx ON watches (thread_id) WHERE ended_at IS NULL;

CREATE TABLE bookmarks (
  user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  argument_id text NOT NULL REFERENCES arguments (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  made_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT bookmarks_pkey PRIMARY KEY (user_id, argument_id)
);

CREATE TYPE "NoticeKind" AS ENUM ('POSTED', 'LINKED', 'APPROVED', 'REFUSED', 'MARKED', 'REMOVED', 'MOVED', 'ORPHANED');
-- In this order: who is told for two reasons is told the first.
CREATE TYPE "NoticeCause" AS ENUM ('OWN', 'ANSWER', 'BRANCH', 'THREAD');
-- One thing is told to one person once.
CREATE TABLE notices (
  reader_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  kind "NoticeKind" NOT NULL,
  -- What happened: the argument, link, review, mark or removal; of moved words the argument and the new version.
  subject_id text NOT NULL,
  cause "NoticeCause" NOT NULL,
  thread_id text NOT NULL,
  argument_id text NOT NULL,
  actor_id text REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  at timestamptz(3) NOT NULL,
  read_at timestamptz(3),
  CONSTRAINT notices_pkey PRIMARY KEY (reader_id, kind, subject_id),
  CONSTRAINT notices_argument_id_thread_id_fkey
    FOREIGN KEY (argument_id, thread_id) REFERENCES arguments (id, thread_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT notice_of_another CHECK (actor_id <> reader_id)
);
CREATE INDEX notices_reader_id_at_idx ON notices (reader_id, at DESC);
CREATE INDEX notices_unread_idx ON notices (reader_id) WHERE read_at IS NULL;
