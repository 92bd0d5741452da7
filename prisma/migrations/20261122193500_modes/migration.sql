-- How posts are let into a thread, with a clock: one mode in force, and at most one that is to follow it.

ALTER TYPE "ThreadMode" RENAME VALUE 'FROZEN' TO 'LOCKED';
ALTER TYPE "ThreadMode" ADD VALUE 'SUGGESTIONS';
ALTER TYPE "ThreadMode" ADD VALUE 'ARCHIVED';
-- What stands already, and is told to nobody before it was read.
ALTER TYPE "ReviewCause" ADD VALUE 'QUIET';

ALTER TABLE threads
  ADD COLUMN slow_seconds INTEGER NOT NULL DEFAULT 600,
  ADD COLUMN first_posts INTEGER NOT NULL DEFAULT 2,
  ADD COLUMN next_mode "ThreadMode",
  ADD COLUMN next_at TIMESTAMPTZ(3),
  ADD CONSTRAINT thread_slow CHECK (slow_seconds BETWEEN 5 AND 604800),
  ADD CONSTRAINT thread_first_posts CHECK (first_posts BETWEEN 1 AND 20),
  ADD CONSTRAINT thread_next CHECK ((next_mode IS NULL) = (next_at IS NULL));
ALTER TABLE threads ALTER COLUMN mode SET DEFAULT 'OPEN_QUIET';

-- A lock is a mode like the others: one way to close a thread, and one to open it.
INSERT INTO events (stream, kind, actor_id, subjects)
  SELECT thread_id, 'thread.mode_set', locked_by, '{"mode": "LOCKED"}' FROM locks WHERE lifted_at IS NULL;
UPDATE threads SET mode = 'LOCKED' WHERE id IN (SELECT thread_id FROM locks WHERE lifted_at IS NULL);
DROP TABLE locks;

-- What holds at a moment, whether or not somebody has already been told of the change.
CREATE FUNCTION mode_at(thread threads, moment timestamptz) RETURNS "ThreadMode"
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN (thread).next_at <= moment THEN (thread).next_mode ELSE (thread).mode END
$$;
