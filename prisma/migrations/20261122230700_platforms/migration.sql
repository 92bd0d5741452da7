-- Learning platforms that lead their people here (LTI 1.3): who they are, whom and what they named, and what is on its way.

CREATE TABLE lti_platforms (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  issuer TEXT NOT NULL,
  client_id TEXT NOT NULL,
  login_url TEXT NOT NULL,
  token_url TEXT NOT NULL,
  jwks_url TEXT NOT NULL,
  -- Where its pages are: they alone may frame ours and take what was chosen.
  origins TEXT[] NOT NULL,
  registered_by TEXT REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  registered_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired_at TIMESTAMPTZ(3),
  CONSTRAINT lti_platforms_client UNIQUE (issuer, client_id)
);

CREATE TABLE lti_deployments (
  id TEXT PRIMARY KEY,
  platform_id TEXT NOT NULL REFERENCES lti_platforms (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- As the platform calls it.
  deployment TEXT NOT NULL,
  CONSTRAINT lti_deployments_of_platform UNIQUE (platform_id, deployment),
  CONSTRAINT lti_deployments_with_platform UNIQUE (id, platform_id)
);

-- What we sign with. The private half is sealed with a key made from SECRET: whoever reads the database alone signs nothing.
CREATE TABLE lti_keys (
  id TEXT PRIMARY KEY,
  public_jwk JSONB NOT NULL,
  sealed TEXT NOT NULL,
  made_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired_at TIMESTAMPTZ(3)
);
CREATE UNIQUE INDEX lti_keys_one_in_force ON lti_keys ((true)) WHERE retired_at IS NULL;

-- A sign-in that a platform began and that has not come back. The values themselves are with the browser alone.
CREATE TABLE lti_states (
  hash TEXT PRIMARY KEY,
  nonce_hash TEXT NOT NULL,
  platform_id TEXT NOT NULL REFERENCES lti_platforms (id) ON DELETE CASCADE ON UPDATE CASCADE,
  expires_at TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX lti_states_expires_at_idx ON lti_states (expires_at);
CREATE INDEX lti_states_platform_id_idx ON lti_states (platform_id);

-- Whom a platform calls what: the same name at two platforms is two people.
CREATE TABLE lti_subjects (
  platform_id TEXT NOT NULL REFERENCES lti_platforms (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  sub TEXT NOT NULL,
  user_id TEXT NOT NULL UNIQUE REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  PRIMARY KEY (platform_id, sub)
);

-- A platform's course, and the class it is here.
CREATE TABLE lti_contexts (
  id TEXT PRIMARY KEY,
  deployment_id TEXT NOT NULL,
  platform_id TEXT NOT NULL,
  context TEXT NOT NULL,
  class_id TEXT NOT NULL UNIQUE REFERENCES classes (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  memberships_url TEXT,
  line_items_url TEXT,
  -- When its roster was last read to the end.
  synced_at TIMESTAMPTZ(3),
  CONSTRAINT lti_contexts_of_deployment UNIQUE (deployment_id, context),
  CONSTRAINT lti_contexts_with_platform FOREIGN KEY (deployment_id, platform_id)
    REFERENCES lti_deployments (id, platform_id) ON DELETE RESTRICT ON UPDATE CASCADE
);

-- A link in a platform's course, the thread or the assignment it leads to, and the column of marks that belongs to it.
CREATE TABLE lti_resource_links (
  context_id TEXT NOT NULL REFERENCES lti_contexts (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  resource_link TEXT NOT NULL,
  thread_id TEXT REFERENCES threads (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  assignment_id TEXT REFERENCES assignments (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  line_item_url TEXT,
  PRIMARY KEY (context_id, resource_link),
  CONSTRAINT lti_resource_links_to_one_place CHECK (num_nonnulls(thread_id, assignment_id) <= 1)
);
CREATE INDEX lti_resource_links_assignment_id_idx ON lti_resource_links (assignment_id);
CREATE INDEX lti_resource_links_thread_id_idx ON lti_resource_links (thread_id);

-- What a page in a platform's frame carries to a page of its own, once and soon: who goes in, or who chooses for which course.
CREATE TABLE lti_tickets (
  hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  path TEXT,
  context_id TEXT REFERENCES lti_contexts (id) ON DELETE CASCADE ON UPDATE CASCADE,
  return_url TEXT,
  data TEXT,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT lti_tickets_for_one_thing CHECK (num_nonnulls(path, context_id) = 1 AND (return_url IS NULL) = (context_id IS NULL))
);
CREATE INDEX lti_tickets_user_id_idx ON lti_tickets (user_id);
CREATE INDEX lti_tickets_expires_at_idx ON lti_tickets (expires_at);

-- Whom a platform no longer names was removed by nobody of the forum.
ALTER TABLE enrolments DROP CONSTRAINT enrolments_removed_by_somebody;
ALTER TABLE enrolments ADD CONSTRAINT enrolments_removed_when CHECK (removed_by IS NULL OR removed_at IS NOT NULL);

-- An account that a platform brought was made by nobody of the forum.
ALTER TABLE made_accounts ALTER COLUMN made_by DROP NOT NULL;
