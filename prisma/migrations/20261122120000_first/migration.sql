-- The tables of Grounds, as generated from schema.prisma, and below them the rules that the database itself keeps.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('MEMBER', 'MODERATOR', 'ADMIN');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('ARTICLE', 'DIGEST');

-- CreateEnum
CREATE TYPE "Rights" AS ENUM ('OPEN', 'CLASS', 'EXCERPTS');

-- CreateEnum
CREATE TYPE "Provenance" AS ENUM ('PASTED', 'FILE', 'FETCHED');

-- CreateEnum
CREATE TYPE "ThreadMode" AS ENUM ('OPEN', 'OPEN_QUIET', 'FIRST_N_APPROVED', 'ALL_APPROVED', 'FROZEN', 'SLOW');

-- CreateEnum
CREATE TYPE "Occasion" AS ENUM ('FIRST', 'EDIT', 'MARK', 'CHALLENGE', 'CHANGES_REQUESTED', 'MOVED_CITATION');

-- CreateEnum
CREATE TYPE "AnchorState" AS ENUM ('VERBATIM', 'MOVED', 'ORPHANED');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('PRO', 'CON');

-- CreateEnum
CREATE TYPE "Target" AS ENUM ('CLAIM', 'RELEVANCE', 'EVIDENCE');

-- CreateEnum
CREATE TYPE "ReviewCause" AS ENUM ('MODE', 'FLAG', 'EDITED', 'APPEAL');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('APPROVED', 'REFUSED');

-- CreateEnum
CREATE TYPE "MarkKind" AS ENUM ('UNSUPPORTED', 'UNCLEAR', 'DUPLICATE', 'PASSAGE_DOES_NOT_SUPPORT');

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "skeleton" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "about" TEXT,
    "role" "Role" NOT NULL DEFAULT 'MEMBER',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credentials" (
    "user_id" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credentials_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "agent" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_by" TEXT,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "classes" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "classes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sources" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "SourceKind" NOT NULL,
    "rights" "Rights" NOT NULL,
    "class_id" TEXT,
    "title" TEXT NOT NULL,
    "outlet" TEXT,
    "byline" TEXT,
    "published_on" DATE,
    "url" TEXT,
    "note" TEXT,
    "csl" JSONB NOT NULL,
    "provenance" "Provenance" NOT NULL,
    "file_name" TEXT,
    "requested_url" TEXT,
    "final_url" TEXT,
    "brought_by" TEXT NOT NULL,
    "brought_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_versions" (
    "id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "set_aside" JSONB NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passages" (
    "id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "start_at" INTEGER NOT NULL,
    "end_at" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "passages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "threads" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "thesis" TEXT,
    "topic" TEXT,
    "background" TEXT,
    "raised_by" TEXT NOT NULL,
    "class_id" TEXT,
    "mode" "ThreadMode" NOT NULL DEFAULT 'OPEN',
    "dropped_after_hours" INTEGER NOT NULL DEFAULT 24,
    "dropped_later_arguments" INTEGER NOT NULL DEFAULT 3,
    "next_number" INTEGER NOT NULL DEFAULT 1,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "threads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arguments" (
    "id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "author_id" TEXT NOT NULL,
    "current_revision_id" TEXT NOT NULL,
    "imported_from" JSONB,
    "posted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "arguments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revisions" (
    "id" TEXT NOT NULL,
    "argument_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "claim" TEXT NOT NULL,
    "body" JSONB,
    "body_text" TEXT,
    "body_schema" INTEGER NOT NULL,
    "occasion" "Occasion" NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citations" (
    "id" TEXT NOT NULL,
    "revision_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "version_id" TEXT NOT NULL,

    CONSTRAINT "citations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spans" (
    "citation_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "passage_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,

    CONSTRAINT "spans_pkey" PRIMARY KEY ("citation_id","ordinal")
);

-- CreateTable
CREATE TABLE "anchors" (
    "citation_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "version_id" TEXT NOT NULL,
    "state" "AnchorState" NOT NULL,
    "start_at" INTEGER,
    "end_at" INTEGER,
    "confidence" DOUBLE PRECISION,
    "anchored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_by" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "anchors_pkey" PRIMARY KEY ("citation_id","ordinal","version_id")
);

-- CreateTable
CREATE TABLE "links" (
    "id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "child_id" TEXT NOT NULL,
    "question_id" TEXT,
    "parent_id" TEXT,
    "stance" "Stance" NOT NULL,
    "target" "Target" NOT NULL,
    "target_citation_id" TEXT,
    "target_link_id" TEXT,
    "answered_revision_id" TEXT,
    "concession" BOOLEAN NOT NULL DEFAULT false,
    "rank" INTEGER,
    "author_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,
    "ended_reason" TEXT,

    CONSTRAINT "links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "withdrawals" (
    "argument_id" TEXT NOT NULL,
    "withdrawn_by" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT,

    CONSTRAINT "withdrawals_pkey" PRIMARY KEY ("argument_id")
);

-- CreateTable
CREATE TABLE "removals" (
    "id" TEXT NOT NULL,
    "argument_id" TEXT NOT NULL,
    "policy" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "note" TEXT,
    "removed_by" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lifted_by" TEXT,
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "removals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_versions" (
    "number" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_versions_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "reasons" (
    "policy" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,

    CONSTRAINT "reasons_pkey" PRIMARY KEY ("policy","code")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" TEXT NOT NULL,
    "argument_id" TEXT NOT NULL,
    "revision_id" TEXT NOT NULL,
    "cause" "ReviewCause" NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "verdict" "Verdict",
    "note" TEXT,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "marks" (
    "id" TEXT NOT NULL,
    "argument_id" TEXT NOT NULL,
    "revision_id" TEXT NOT NULL,
    "kind" "MarkKind" NOT NULL,
    "note" TEXT,
    "marked_by" TEXT NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_by" TEXT,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "marks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "locks" (
    "id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "reason" TEXT,
    "locked_by" TEXT NOT NULL,
    "locked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lifted_by" TEXT,
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "locks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "stream" TEXT NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 0,
    "kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "subjects" JSONB NOT NULL,
    "class_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "previous" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "events_pkey" PRIMARY KEY ("stream","number")
);

-- CreateTable
CREATE TABLE "submission_keys" (
    "author_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_keys_pkey" PRIMARY KEY ("author_id","key")
);

-- CreateTable
CREATE TABLE "redactions" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "redacted_by" TEXT NOT NULL,
    "redacted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "redactions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_handle_key" ON "users"("handle");

-- CreateIndex
CREATE UNIQUE INDEX "users_skeleton_key" ON "users"("skeleton");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_hash_key" ON "api_tokens"("hash");

-- CreateIndex
CREATE INDEX "api_tokens_user_id_idx" ON "api_tokens"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_hash_key" ON "invitations"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_used_by_key" ON "invitations"("used_by");

-- CreateIndex
CREATE UNIQUE INDEX "classes_slug_key" ON "classes"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "sources_slug_key" ON "sources"("slug");

-- CreateIndex
CREATE INDEX "source_versions_sha256_idx" ON "source_versions"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "source_versions_source_id_number_key" ON "source_versions"("source_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "passages_version_id_start_at_end_at_key" ON "passages"("version_id", "start_at", "end_at");

-- CreateIndex
CREATE UNIQUE INDEX "passages_id_version_id_key" ON "passages"("id", "version_id");

-- CreateIndex
CREATE UNIQUE INDEX "threads_slug_key" ON "threads"("slug");

-- CreateIndex
CREATE INDEX "arguments_author_id_idx" ON "arguments"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "arguments_thread_id_number_key" ON "arguments"("thread_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "arguments_id_thread_id_key" ON "arguments"("id", "thread_id");

-- CreateIndex
CREATE UNIQUE INDEX "arguments_current_revision_id_id_key" ON "arguments"("current_revision_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "revisions_argument_id_ordinal_key" ON "revisions"("argument_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "revisions_id_argument_id_key" ON "revisions"("id", "argument_id");

-- CreateIndex
CREATE INDEX "citations_version_id_idx" ON "citations"("version_id");

-- CreateIndex
CREATE UNIQUE INDEX "citations_revision_id_ordinal_key" ON "citations"("revision_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "citations_id_revision_id_key" ON "citations"("id", "revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "citations_id_version_id_key" ON "citations"("id", "version_id");

-- CreateIndex
CREATE INDEX "spans_passage_id_idx" ON "spans"("passage_id");

-- CreateIndex
CREATE INDEX "links_thread_id_idx" ON "links"("thread_id");

-- CreateIndex
CREATE INDEX "links_child_id_idx" ON "links"("child_id");

-- CreateIndex
CREATE INDEX "links_parent_id_idx" ON "links"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "links_id_child_id_key" ON "links"("id", "child_id");

-- CreateIndex
CREATE INDEX "removals_argument_id_idx" ON "removals"("argument_id");

-- CreateIndex
CREATE INDEX "reviews_argument_id_idx" ON "reviews"("argument_id");

-- CreateIndex
CREATE INDEX "marks_argument_id_idx" ON "marks"("argument_id");

-- CreateIndex
CREATE INDEX "locks_thread_id_idx" ON "locks"("thread_id");

-- CreateIndex
CREATE INDEX "events_at_idx" ON "events"("at");

-- CreateIndex
CREATE INDEX "redactions_kind_subject_id_idx" ON "redactions"("kind", "subject_id");

-- AddForeignKey
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_used_by_fkey" FOREIGN KEY ("used_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_brought_by_fkey" FOREIGN KEY ("brought_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_versions" ADD CONSTRAINT "source_versions_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_versions" ADD CONSTRAINT "source_versions_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passages" ADD CONSTRAINT "passages_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "source_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_raised_by_fkey" FOREIGN KEY ("raised_by") REFERENCES "passages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_opened_by_fkey" FOREIGN KEY ("opened_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arguments" ADD CONSTRAINT "arguments_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arguments" ADD CONSTRAINT "arguments_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arguments" ADD CONSTRAINT "arguments_current_revision_id_id_fkey" FOREIGN KEY ("current_revision_id", "id") REFERENCES "revisions"("id", "argument_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_argument_id_fkey" FOREIGN KEY ("argument_id") REFERENCES "arguments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "source_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spans" ADD CONSTRAINT "spans_citation_id_version_id_fkey" FOREIGN KEY ("citation_id", "version_id") REFERENCES "citations"("id", "version_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spans" ADD CONSTRAINT "spans_passage_id_version_id_fkey" FOREIGN KEY ("passage_id", "version_id") REFERENCES "passages"("id", "version_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchors" ADD CONSTRAINT "anchors_citation_id_ordinal_fkey" FOREIGN KEY ("citation_id", "ordinal") REFERENCES "spans"("citation_id", "ordinal") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchors" ADD CONSTRAINT "anchors_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "source_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchors" ADD CONSTRAINT "anchors_confirmed_by_fkey" FOREIGN KEY ("confirmed_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "links" ADD CONSTRAINT "links_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "links" ADD CONSTRAINT "links_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "threads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "links" ADD CONSTRAINT "links_child_id_thread_id_fkey" FOREIGN KEY ("child_id", "thread_id") REFERENCES "arguments"("id", "thread_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "links" ADD CONSTRAINT "links_parent_id_thread_id_fkey" FOREIGN KEY ("parent_id", "thread_id") REFERENCES "arguments"("id", "thread_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "links" ADD CONSTRAINT "links_target_link_id_parent_id_fkey" FOREIGN KEY ("target_link_id", "parent_id") REFERENCES "links"("id", "child_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "links" ADD CONSTRAINT "links_target_citation_id_answered_revision_id_fkey" FOREIGN KEY ("target_citation_id", "answered_revision_id") REFERENCES "citations"("id", "revision_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "links" ADD CONSTRAINT "links_answered_revision_id_parent_id_fkey" FOREIGN KEY ("answered_revision_id", "parent_id") REFERENCES "revisions"("id", "argument_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "links" ADD CONSTRAINT "links_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "links" ADD CONSTRAINT "links_ended_by_fkey" FOREIGN KEY ("ended_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_argument_id_fkey" FOREIGN KEY ("argument_id") REFERENCES "arguments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_withdrawn_by_fkey" FOREIGN KEY ("withdrawn_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "removals" ADD CONSTRAINT "removals_argument_id_fkey" FOREIGN KEY ("argument_id") REFERENCES "arguments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "removals" ADD CONSTRAINT "removals_policy_code_fkey" FOREIGN KEY ("policy", "code") REFERENCES "reasons"("policy", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "removals" ADD CONSTRAINT "removals_removed_by_fkey" FOREIGN KEY ("removed_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "removals" ADD CONSTRAINT "removals_lifted_by_fkey" FOREIGN KEY ("lifted_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reasons" ADD CONSTRAINT "reasons_policy_fkey" FOREIGN KEY ("policy") REFERENCES "policy_versions"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_argument_id_fkey" FOREIGN KEY ("argument_id") REFERENCES "arguments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_revision_id_argument_id_fkey" FOREIGN KEY ("revision_id", "argument_id") REFERENCES "revisions"("id", "argument_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "marks" ADD CONSTRAINT "marks_argument_id_fkey" FOREIGN KEY ("argument_id") REFERENCES "arguments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "marks" ADD CONSTRAINT "marks_revision_id_argument_id_fkey" FOREIGN KEY ("revision_id", "argument_id") REFERENCES "revisions"("id", "argument_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "marks" ADD CONSTRAINT "marks_marked_by_fkey" FOREIGN KEY ("marked_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "marks" ADD CONSTRAINT "marks_resolved_by_fkey" FOREIGN KEY ("resolved_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "locks" ADD CONSTRAINT "locks_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "locks" ADD CONSTRAINT "locks_locked_by_fkey" FOREIGN KEY ("locked_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "locks" ADD CONSTRAINT "locks_lifted_by_fkey" FOREIGN KEY ("lifted_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_keys" ADD CONSTRAINT "submission_keys_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_redacted_by_fkey" FOREIGN KEY ("redacted_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ================================================================================================
-- Rules. Each refusal names its rule, as CONSTRAINT and in its message (not every driver hands the former on); the app
-- maps the name to a sentence.
-- ================================================================================================

-- ---- Small checks ------------------------------------------------------------------------------

ALTER TABLE users ADD CONSTRAINT handle_shape CHECK (handle ~ '^[a-z][a-z0-9_]{2,19}$');
ALTER TABLE threads ADD CONSTRAINT thread_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE sources ADD CONSTRAINT source_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE threads ADD CONSTRAINT question_length CHECK (char_length(question) BETWEEN 1 AND 280);
ALTER TABLE threads ADD CONSTRAINT dropped_settings CHECK (dropped_after_hours >= 1 AND dropped_later_arguments >= 1);
ALTER TABLE arguments ADD CONSTRAINT number_positive CHECK (number >= 1);
ALTER TABLE revisions ADD CONSTRAINT claim_length CHECK (char_length(claim) BETWEEN 1 AND 280 AND claim = btrim(claim));
ALTER TABLE revisions ADD CONSTRAINT claim_form CHECK (claim IS NFC NORMALIZED);
ALTER TABLE revisions ADD CONSTRAINT body_length CHECK (char_length(body_text) <= 5000);
ALTER TABLE revisions ADD CONSTRAINT body_and_text CHECK ((body IS NULL) = (body_text IS NULL));
ALTER TABLE citations ADD CONSTRAINT citation_ordinal CHECK (ordinal BETWEEN 0 AND 4);
ALTER TABLE spans ADD CONSTRAINT span_ordinal CHECK (ordinal BETWEEN 0 AND 4);
ALTER TABLE anchors ADD CONSTRAINT anchor_stretch CHECK (start_at >= 0 AND end_at > start_at);
ALTER TABLE anchors ADD CONSTRAINT anchor_place CHECK ((state = 'ORPHANED') = (start_at IS NULL) AND (start_at IS NULL) = (end_at IS NULL));

-- One in force at a time.
CREATE UNIQUE INDEX removals_in_force ON removals (argument_id) WHERE lifted_at IS NULL;
CREATE UNIQUE INDEX locks_in_force ON locks (thread_id) WHERE lifted_at IS NULL;
CREATE UNIQUE INDEX reviews_open ON reviews (argument_id) WHERE decided_at IS NULL;
CREATE UNIQUE INDEX marks_standing ON marks (argument_id, revision_id, kind, marked_by) WHERE resolved_at IS NULL;

-- Which passages overlap a stretch of a version.
CREATE INDEX passages_overlap ON passages USING gist (version_id, int4range(start_at, end_at));

-- ---- Texts: canonical, hashed, and quoted to the letter ----------------------------------------

CREATE FUNCTION refuse(rule text, relation text, message text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%: %', rule, message USING ERRCODE = '23514', CONSTRAINT = rule, TABLE = relation;
END $$;

CREATE FUNCTION version_is_canonical() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.text = '' OR NEW.text IS NOT NFC NORMALIZED
     OR NEW.text ~ E'[\\x01-\\x09\\x0b-\\x1f\\x7f\\u0080-\\u009f\\ufeff]'
     OR NEW.text ~ '  ' OR NEW.text ~ E'(^|\n) ' OR NEW.text ~ E' (\n|$)'
     OR NEW.text ~ E'^\n' OR NEW.text ~ E'\n$' OR NEW.text ~ E'\n{3}' OR NEW.text ~ E'[^\n]\n[^\n]' THEN
    PERFORM refuse('version_is_canonical', 'source_versions', 'the text is not in canonical form');
  END IF;
  IF NEW.sha256 IS DISTINCT FROM encode(sha256(convert_to(NEW.text, 'UTF8')), 'hex') THEN
    PERFORM refuse('version_hash', 'source_versions', 'the hash is not that of the text');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER version_is_canonical BEFORE INSERT ON source_versions FOR EACH ROW EXECUTE FUNCTION version_is_canonical();

-- True where [start, end) of the text is one whole paragraph.
CREATE FUNCTION is_paragraph(body text, start_at int, end_at int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT (start_at = 0 OR substr(body, start_at, 1) = E'\n')
     AND (end_at = char_length(body) OR substr(body, end_at + 1, 1) = E'\n')
     AND position(E'\n' IN substr(body, start_at + 1, end_at - start_at)) = 0
$$;

CREATE FUNCTION passage_is_the_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  body text;
  n int := NEW.end_at - NEW.start_at;
BEGIN
  SELECT text INTO body FROM source_versions WHERE id = NEW.version_id;
  IF NEW.start_at < 0 OR n <= 0 OR NEW.end_at > char_length(body)
     OR NEW.quote IS DISTINCT FROM substr(body, NEW.start_at + 1, n)
     OR NEW.prefix IS DISTINCT FROM substr(body, greatest(NEW.start_at - 32, 0) + 1, least(32, NEW.start_at))
     OR NEW.suffix IS DISTINCT FROM substr(body, NEW.end_at + 1, 32) THEN
    PERFORM refuse('passage_is_the_text', 'passages', 'the words are not the text of the version at these offsets');
  END IF;
  IF n > 600 OR (n < 20 AND NOT is_paragraph(body, NEW.start_at, NEW.end_at)) THEN
    PERFORM refuse('passage_length', 'passages', 'a passage is 20 to 600 code points, or one shorter whole paragraph');
  END IF;
  IF NEW.quote ~ '^\s' OR NEW.quote ~ '\s$' OR position(E'\n' IN NEW.quote) > 0 THEN
    PERFORM refuse('passage_ends', 'passages', 'a passage neither begins nor ends with white space, and stays in its paragraph');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER passage_is_the_text BEFORE INSERT ON passages FOR EACH ROW EXECUTE FUNCTION passage_is_the_text();

-- ---- An argument cannot exist without a revision that stands on a passage ----------------------

CREATE FUNCTION revision_needs_citation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM citations WHERE revision_id = NEW.id) THEN
    PERFORM refuse('revision_needs_citation', 'revisions', 'a revision cites at least one passage');
  END IF;
  IF NOT EXISTS (SELECT FROM arguments a WHERE a.id = NEW.argument_id AND a.current_revision_id =
                 (SELECT r.id FROM revisions r WHERE r.argument_id = a.id ORDER BY r.ordinal DESC LIMIT 1)) THEN
    PERFORM refuse('current_is_newest', 'arguments', 'the current revision is the newest');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER revision_needs_citation AFTER INSERT ON revisions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION revision_needs_citation();

CREATE FUNCTION argument_needs_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM links WHERE child_id = NEW.id) THEN
    PERFORM refuse('argument_needs_link', 'arguments', 'an argument answers the question or another argument');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER argument_needs_link AFTER INSERT ON arguments
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION argument_needs_link();

-- One to five spans in text order, not overlapping, together at most 1,200 code points.
CREATE FUNCTION citation_needs_spans() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  n int; total int; ordered boolean;
BEGIN
  SELECT count(*), sum(end_at - start_at), bool_and(gap) INTO n, total, ordered FROM (
    SELECT p.start_at, p.end_at, p.start_at >= coalesce(lag(p.end_at) OVER (ORDER BY s.ordinal), 0) AS gap
    FROM spans s JOIN passages p ON p.id = s.passage_id
    WHERE s.citation_id = CASE TG_TABLE_NAME WHEN 'spans' THEN to_jsonb(NEW) ->> 'citation_id' ELSE to_jsonb(NEW) ->> 'id' END) AS span;
  IF n < 1 THEN PERFORM refuse('citation_needs_span', 'citations', 'a citation has at least one span'); END IF;
  IF NOT ordered THEN PERFORM refuse('spans_in_order', 'spans', 'spans stand in text order and do not overlap'); END IF;
  IF total > 1200 THEN PERFORM refuse('citation_length', 'citations', 'a citation is at most 1,200 code points'); END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER citation_needs_spans AFTER INSERT ON citations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION citation_needs_spans();
CREATE CONSTRAINT TRIGGER citation_needs_spans AFTER INSERT ON spans
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION citation_needs_spans();

-- What a revision cites is settled in the transaction that makes it: nothing is added to it afterwards.
CREATE FUNCTION citation_is_of_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM revisions WHERE id = NEW.revision_id AND xmin = pg_current_xact_id()::xid)
     OR EXISTS (SELECT FROM redactions WHERE kind = 'revision' AND subject_id = NEW.revision_id) THEN
    PERFORM refuse('citation_is_of_now', 'citations', 'a citation is made together with its revision');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER citation_is_of_now BEFORE INSERT ON citations FOR EACH ROW EXECUTE FUNCTION citation_is_of_now();

CREATE FUNCTION span_is_of_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM citations WHERE id = NEW.citation_id AND xmin = pg_current_xact_id()::xid) THEN
    PERFORM refuse('span_is_of_now', 'spans', 'a span is made together with its citation');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER span_is_of_now BEFORE INSERT ON spans FOR EACH ROW EXECUTE FUNCTION span_is_of_now();

-- Revisions are counted without gaps.
CREATE FUNCTION revision_is_next() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.ordinal <> 1 + coalesce((SELECT max(ordinal) FROM revisions WHERE argument_id = NEW.argument_id), 0) THEN
    PERFORM refuse('revision_is_next', 'revisions', 'revisions are counted without gaps');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER revision_is_next BEFORE INSERT ON revisions FOR EACH ROW EXECUTE FUNCTION revision_is_next();

CREATE FUNCTION numbers_go_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.next_number < OLD.next_number THEN
    PERFORM refuse('numbers_go_on', 'threads', 'a number is given once');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER numbers_go_on BEFORE UPDATE ON threads FOR EACH ROW EXECUTE FUNCTION numbers_go_on();

-- An argument and its first revision name each other; the key is looked at when both are there.
ALTER TABLE arguments ALTER CONSTRAINT arguments_current_revision_id_id_fkey DEFERRABLE INITIALLY DEFERRED;

CREATE FUNCTION argument_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.thread_id, NEW.number, NEW.author_id, NEW.posted_at, NEW.imported_from)
     IS DISTINCT FROM (OLD.id, OLD.thread_id, OLD.number, OLD.author_id, OLD.posted_at, OLD.imported_from) THEN
    PERFORM refuse('argument_stays', 'arguments', 'of an argument only the current revision changes');
  END IF;
  IF NEW.current_revision_id IS DISTINCT FROM OLD.current_revision_id AND NOT EXISTS (
    SELECT FROM revisions later, revisions earlier
    WHERE later.id = NEW.current_revision_id AND earlier.id = OLD.current_revision_id
      AND later.argument_id = NEW.id AND later.ordinal > earlier.ordinal) THEN
    PERFORM refuse('current_is_newest', 'arguments', 'the current revision is the newest');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER argument_stays BEFORE UPDATE ON arguments FOR EACH ROW EXECUTE FUNCTION argument_stays();

-- ---- Links: one living link joins two ends, never re-aimed, no cycle -----------------------------

ALTER TABLE links ADD CONSTRAINT link_one_parent CHECK (num_nonnulls(question_id, parent_id) = 1);
ALTER TABLE links ADD CONSTRAINT link_own_question CHECK (question_id = thread_id);
ALTER TABLE links ADD CONSTRAINT link_not_itself CHECK (parent_id <> child_id);
ALTER TABLE links ADD CONSTRAINT link_answered_revision CHECK ((parent_id IS NULL) = (answered_revision_id IS NULL));
ALTER TABLE links ADD CONSTRAINT link_target CHECK (
  (question_id IS NULL OR target = 'CLAIM')
  AND (target = 'EVIDENCE') = (target_citation_id IS NOT NULL)
  AND (target = 'RELEVANCE') = (target_link_id IS NOT NULL));
ALTER TABLE links ADD CONSTRAINT link_concession CHECK (NOT concession OR (stance = 'PRO' AND parent_id IS NOT NULL));
ALTER TABLE links ADD CONSTRAINT link_ended CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_reason IS NULL));
CREATE UNIQUE INDEX links_living ON links (child_id, coalesce(parent_id, question_id)) WHERE ended_at IS NULL;

-- Writing the thread's row makes two links that would close a circle together wait for each other, or fail where a
-- transaction looks at an old snapshot.
CREATE FUNCTION link_closes_no_circle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.parent_id IS NULL THEN RETURN NEW; END IF;
  UPDATE threads SET next_number = next_number WHERE id = NEW.thread_id;
  IF EXISTS (
    WITH RECURSIVE above(id) AS (
      SELECT NEW.parent_id
      UNION
      SELECT l.parent_id FROM links l JOIN above ON l.child_id = above.id
      WHERE l.ended_at IS NULL AND l.parent_id IS NOT NULL)
    SELECT FROM above WHERE id = NEW.child_id) THEN
    PERFORM refuse('link_closes_no_circle', 'links', 'an argument cannot answer what answers it');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER link_closes_no_circle BEFORE INSERT ON links FOR EACH ROW EXECUTE FUNCTION link_closes_no_circle();

CREATE FUNCTION link_only_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL
     OR (to_jsonb(NEW) - '{ended_at,ended_by,ended_reason,rank}'::text[])
        IS DISTINCT FROM (to_jsonb(OLD) - '{ended_at,ended_by,ended_reason,rank}'::text[]) THEN
    PERFORM refuse('link_only_ends', 'links', 'a link is never re-aimed, only ended, once');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER link_only_ends BEFORE UPDATE ON links FOR EACH ROW EXECUTE FUNCTION link_only_ends();

CREATE FUNCTION link_is_last() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM links WHERE child_id = NEW.child_id AND ended_at IS NULL) THEN
    PERFORM refuse('link_is_last', 'links', 'the last place of an argument is left only by withdrawing it');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER link_is_last AFTER UPDATE ON links
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION link_is_last();

-- ---- Judgement: said once, by somebody, and never of one's own ------------------------------------

ALTER TABLE removals ADD CONSTRAINT removal_lifted CHECK ((lifted_at IS NULL) = (lifted_by IS NULL));
ALTER TABLE locks ADD CONSTRAINT lock_lifted CHECK ((lifted_at IS NULL) = (lifted_by IS NULL));
ALTER TABLE marks ADD CONSTRAINT mark_resolved CHECK ((resolved_at IS NULL) = (resolved_by IS NULL));
ALTER TABLE reviews ADD CONSTRAINT review_decided CHECK ((decided_at IS NULL) = (decided_by IS NULL) AND (decided_at IS NULL) = (verdict IS NULL));

CREATE FUNCTION judged_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ended text := CASE TG_TABLE_NAME WHEN 'reviews' THEN 'decided_at' WHEN 'marks' THEN 'resolved_at' ELSE 'lifted_at' END;
BEGIN
  IF to_jsonb(OLD) ->> ended IS NOT NULL THEN
    PERFORM refuse('judged_once', TG_TABLE_NAME, 'what was judged is not judged again');
  END IF;
  IF TG_TABLE_NAME = 'reviews' AND EXISTS (
    SELECT FROM arguments WHERE id = to_jsonb(NEW) ->> 'argument_id' AND author_id = to_jsonb(NEW) ->> 'decided_by') THEN
    PERFORM refuse('judged_by_another', TG_TABLE_NAME, 'nobody judges their own');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER judged_once BEFORE UPDATE ON removals FOR EACH ROW EXECUTE FUNCTION judged_once();
CREATE TRIGGER judged_once BEFORE UPDATE ON locks FOR EACH ROW EXECUTE FUNCTION judged_once();
CREATE TRIGGER judged_once BEFORE UPDATE ON marks FOR EACH ROW EXECUTE FUNCTION judged_once();
CREATE TRIGGER judged_once BEFORE UPDATE ON reviews FOR EACH ROW EXECUTE FUNCTION judged_once();

-- ---- The record: numbered without gaps and chained by hash, by the database alone -------------

CREATE FUNCTION event_hash(e events) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    e.stream, e.number, e.kind, e.actor_id, e.subjects, e.class_id,
    to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.previous)::text, 'UTF8')), 'hex')
$$;

CREATE FUNCTION event_joins_the_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last events;
BEGIN
  IF NEW.stream = 'site' THEN
    PERFORM pg_advisory_xact_lock(hashtext('grounds:events:site'));
  ELSE
    PERFORM FROM threads WHERE id = NEW.stream FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM refuse('event_stream', 'events', 'an event belongs to a thread or to the site'); END IF;
  END IF;
  SELECT * INTO last FROM events WHERE stream = NEW.stream ORDER BY number DESC LIMIT 1;
  NEW.number := coalesce(last.number, 0) + 1;
  NEW.previous := coalesce(last.hash, '');
  NEW.hash := event_hash(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER event_joins_the_chain BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION event_joins_the_chain();

-- Whoever shows a thread or a source drops it: the notice leaves with the commit of the act.
CREATE FUNCTION event_notifies() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched text;
BEGIN
  PERFORM pg_notify('pages', CASE NEW.stream WHEN 'site' THEN 'site' ELSE 't:' || NEW.stream END);
  FOR touched IN SELECT jsonb_array_elements_text(NEW.subjects -> 'sources') LOOP
    PERFORM pg_notify('pages', 's:' || touched);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER event_notifies AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION event_notifies();

-- ---- Insert-only: no role changes or deletes what was written --------------------------------------

-- The one exception is redact(): in its transaction the rows may be blanked, and its Redaction row says so.
CREATE FUNCTION insert_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME IN ('source_versions', 'passages', 'revisions')
     AND EXISTS (SELECT FROM redactions WHERE xmin = pg_current_xact_id()::xid) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'insert_only: % is insert-only', TG_TABLE_NAME
    USING ERRCODE = '55000', CONSTRAINT = 'insert_only', TABLE = TG_TABLE_NAME;
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['source_versions', 'passages', 'revisions', 'citations', 'spans', 'events',
                              'withdrawals', 'policy_versions', 'reasons', 'submission_keys', 'redactions'] LOOP
    EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION insert_only()', name);
    EXECUTE format('CREATE TRIGGER insert_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION insert_only()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['arguments', 'links', 'removals', 'reviews', 'marks', 'locks', 'threads', 'sources', 'anchors'] LOOP
    EXECUTE format('CREATE TRIGGER never_deleted BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION insert_only()', name);
    EXECUTE format('CREATE TRIGGER never_deleted_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION insert_only()', name);
  END LOOP;
END $$;

-- ---- Redaction: the words go, their length, hash and place stay ----------------------------------

-- Every character but white space becomes a full block, so that lengths and paragraphs stay.
CREATE FUNCTION blanked(words text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(words, '[^\s]', '█', 'g')
$$;

CREATE FUNCTION blanked_between(words text, start_at int, end_at int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN greatest(start_at, 0) >= least(end_at, char_length(words)) THEN words ELSE
    substr(words, 1, greatest(start_at, 0))
    || blanked(substr(words, greatest(start_at, 0) + 1, least(end_at, char_length(words)) - greatest(start_at, 0)))
    || substr(words, least(end_at, char_length(words)) + 1) END
$$;

-- Blanks a revision's own words ('revision') or a passage's ('passage'); the latter also in the version's text and
-- in every passage that shares them. Runs as the owner; the app may call it and nothing else of its kind.
CREATE FUNCTION redact(what text, subject text, why text, actor text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  place passages;
BEGIN
  IF btrim(why) = '' OR why IS NULL THEN PERFORM refuse('redaction_reason', 'redactions', 'a redaction says why'); END IF;
  INSERT INTO redactions (id, kind, subject_id, reason, redacted_by)
    VALUES (replace(gen_random_uuid()::text, '-', ''), what, subject, why, actor);
  CASE what
    WHEN 'revision' THEN
      UPDATE revisions SET claim = blanked(claim), body = CASE WHEN body IS NULL THEN NULL ELSE
          jsonb_build_object('type', 'doc', 'content', jsonb_build_array(jsonb_build_object('type', 'paragraph',
            'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', blanked(body_text)))))) END,
        body_text = blanked(body_text) WHERE id = subject;
    WHEN 'passage' THEN
      SELECT * INTO place FROM passages WHERE id = subject;
      UPDATE source_versions SET text = blanked_between(text, place.start_at, place.end_at) WHERE id = place.version_id;
      UPDATE passages p SET
        quote = blanked_between(p.quote, place.start_at - p.start_at, place.end_at - p.start_at),
        prefix = blanked_between(p.prefix, place.start_at - p.start_at + char_length(p.prefix), place.end_at - p.start_at + char_length(p.prefix)),
        suffix = blanked_between(p.suffix, place.start_at - p.end_at, place.end_at - p.end_at)
        WHERE p.version_id = place.version_id
          AND int4range(p.start_at - 32, p.end_at + 32) && int4range(place.start_at, place.end_at);
    ELSE PERFORM refuse('redaction_kind', 'redactions', 'a redaction is of a revision or a passage');
  END CASE;
  IF NOT FOUND THEN PERFORM refuse('redaction_subject', 'redactions', 'there is nothing to redact'); END IF;
  -- Nobody can say on which pages the words stood.
  PERFORM pg_notify('pages', 'all');
END $$;
REVOKE ALL ON FUNCTION redact(text, text, text, text) FROM PUBLIC;

-- ---- What everybody may see: neither withdrawn, nor removed, nor waiting ------------------------

CREATE VIEW visible_arguments AS
  SELECT a.* FROM arguments a
  WHERE NOT EXISTS (SELECT FROM withdrawals w WHERE w.argument_id = a.id)
    AND NOT EXISTS (SELECT FROM removals m WHERE m.argument_id = a.id AND m.lifted_at IS NULL)
    AND NOT EXISTS (SELECT FROM reviews v WHERE v.argument_id = a.id AND v.cause = 'MODE' AND v.verdict IS DISTINCT FROM 'APPROVED');

-- ---- The policy in force ------------------------------------------------------------------------

INSERT INTO policy_versions (number) VALUES (1);
INSERT INTO reasons (policy, code, sentence) VALUES
  (1, 'about-the-person', 'It speaks of a participant, not of the argument.'),
  (1, 'off-topic', 'It does not bear on the question of this thread.'),
  (1, 'private-information', 'It passes on what somebody did not make public.');

-- ---- No function is led astray ---------------------------------------------------------------------
-- Temporary tables are looked at first unless a function says otherwise: none of ours asks one that a caller made.
DO $$
DECLARE
  own regprocedure;
BEGIN
  FOR own IN SELECT p.oid::regprocedure FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', own);
  END LOOP;
END $$;
