-- The policy is data: a version is published as a whole, for the site or for one thread beside the site's, and stays.

ALTER TABLE "policy_versions"
  ADD COLUMN "thread_id" TEXT REFERENCES "threads" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN "published_by" TEXT REFERENCES "users" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "policy_versions_thread_id_idx" ON "policy_versions" ("thread_id");

-- An example, in the words of whoever made the rule.
ALTER TABLE "reasons" ADD COLUMN "example" TEXT;
ALTER TABLE reasons
  ADD CONSTRAINT reason_code CHECK (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  ADD CONSTRAINT reason_sentence CHECK (char_length(sentence) BETWEEN 1 AND 280),
  ADD CONSTRAINT reason_example CHECK (char_length(example) BETWEEN 1 AND 600);

-- What a version says is settled in the transaction that makes it.
CREATE FUNCTION reason_is_of_now() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM policy_versions WHERE number = NEW.policy AND xmin = pg_current_xact_id()::xid) THEN
    PERFORM refuse('reason_is_of_now', 'reasons', 'a reason is made together with its version');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reason_is_of_now BEFORE INSERT ON reasons FOR EACH ROW EXECUTE FUNCTION reason_is_of_now();

CREATE FUNCTION policy_needs_reason() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM reasons WHERE policy = NEW.number) THEN
    PERFORM refuse('policy_needs_reason', 'policy_versions', 'a policy has a reason');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER policy_needs_reason AFTER INSERT ON policy_versions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION policy_needs_reason();

-- No thread opens to the public before there are rules by which it is judged.
CREATE FUNCTION thread_needs_policy() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.class_id IS NULL AND NOT EXISTS (SELECT FROM policy_versions WHERE thread_id IS NULL) THEN
    PERFORM refuse('thread_needs_policy', 'threads', 'a thread opens under a policy');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER thread_needs_policy BEFORE INSERT ON threads FOR EACH ROW EXECUTE FUNCTION thread_needs_policy();
