-- What became, in newer versions, of the words that raised a thread; the thread keeps those it was raised by.

CREATE TABLE "raised_anchors" (
    "thread_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "state" "AnchorState" NOT NULL,
    "start_at" INTEGER,
    "end_at" INTEGER,
    "confidence" DOUBLE PRECISION,
    "anchored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "raised_anchors_pkey" PRIMARY KEY ("thread_id","version_id"),
    CONSTRAINT "raised_anchor_stretch" CHECK (start_at >= 0 AND end_at > start_at),
    CONSTRAINT "raised_anchor_place" CHECK ((state = 'ORPHANED') = (start_at IS NULL) AND (start_at IS NULL) = (end_at IS NULL))
);

-- CreateIndex
CREATE INDEX "raised_anchors_version_id_idx" ON "raised_anchors"("version_id");

-- A correction looks for the threads that a text raised.
CREATE INDEX "threads_raised_by_idx" ON "threads"("raised_by");

-- AddForeignKey
ALTER TABLE "raised_anchors" ADD CONSTRAINT "raised_anchors_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "raised_anchors" ADD CONSTRAINT "raised_anchors_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "source_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON raised_anchors FOR EACH ROW EXECUTE FUNCTION insert_only();
CREATE TRIGGER insert_only_whole BEFORE TRUNCATE ON raised_anchors FOR EACH STATEMENT EXECUTE FUNCTION insert_only();

-- An anchor is made of one version for good; only its author's yes comes later, once.
CREATE FUNCTION anchor_is_confirmed_once() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (to_jsonb(NEW) - '{confirmed_by,confirmed_at}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{confirmed_by,confirmed_at}'::text[])
     OR OLD.confirmed_at IS NOT NULL THEN
    PERFORM refuse('anchor_is_confirmed_once', 'anchors', 'of an anchor only the confirmation comes later, once');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER anchor_is_confirmed_once BEFORE UPDATE ON anchors FOR EACH ROW EXECUTE FUNCTION anchor_is_confirmed_once();
ALTER TABLE anchors ADD CONSTRAINT anchor_confirmed CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL) AND (confirmed_at IS NULL OR state = 'MOVED'));
