-- Maps that people bring from elsewhere. What stands on a passage is posted like anything else; a claim without one waits
-- in its thread's tray until somebody cites one for it, or puts it away.

CREATE TABLE "map_imports" (
    "id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "imported_by" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "file_name" TEXT,
    "file_sha256" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "map_imports_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "map_imports_hash" CHECK ("file_sha256" ~ '^[0-9a-f]{64}$')
);

CREATE TABLE "tray_items" (
    "id" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "original_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "claim" TEXT NOT NULL,
    "body" JSONB,
    "stance" "Stance",
    "target" "Target" NOT NULL,
    "target_at" INTEGER,
    "parent_item_id" TEXT,
    "parent_id" TEXT,
    "quotations" JSONB NOT NULL,
    "left_at" TIMESTAMPTZ(3),
    "left_by" TEXT,
    "argument_id" TEXT,

    CONSTRAINT "tray_items_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "tray_item_claim" CHECK (btrim("claim") <> '' AND char_length("claim") <= 280 AND "claim" IS NFC NORMALIZED),
    -- It answers the question, an argument, or another that waits; and not itself.
    CONSTRAINT "tray_item_parent" CHECK (("parent_item_id" IS NULL OR "parent_id" IS NULL) AND "parent_item_id" IS DISTINCT FROM "id"),
    CONSTRAINT "tray_item_left" CHECK (("left_at" IS NULL) = ("left_by" IS NULL) AND ("argument_id" IS NULL OR "left_at" IS NOT NULL))
);

-- CreateIndex
CREATE UNIQUE INDEX "map_imports_thread_id_file_sha256_key" ON "map_imports"("thread_id", "file_sha256");

-- CreateIndex
CREATE UNIQUE INDEX "map_imports_id_thread_id_key" ON "map_imports"("id", "thread_id");

-- CreateIndex
CREATE UNIQUE INDEX "tray_items_import_id_original_id_key" ON "tray_items"("import_id", "original_id");

-- CreateIndex
CREATE UNIQUE INDEX "tray_items_id_thread_id_key" ON "tray_items"("id", "thread_id");

-- CreateIndex
CREATE UNIQUE INDEX "tray_items_argument_id_thread_id_key" ON "tray_items"("argument_id", "thread_id");

-- CreateIndex
CREATE INDEX "tray_items_parent_item_id_idx" ON "tray_items"("parent_item_id");

-- What waits, by thread: most of what was ever in a tray has left it.
CREATE INDEX "tray_items_waiting" ON "tray_items"("thread_id", "import_id", "ordinal") WHERE "left_at" IS NULL;

-- AddForeignKey
ALTER TABLE "map_imports" ADD CONSTRAINT "map_imports_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "map_imports" ADD CONSTRAINT "map_imports_imported_by_fkey" FOREIGN KEY ("imported_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tray_items" ADD CONSTRAINT "tray_items_import_id_thread_id_fkey" FOREIGN KEY ("import_id", "thread_id") REFERENCES "map_imports"("id", "thread_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tray_items" ADD CONSTRAINT "tray_items_parent_item_id_thread_id_fkey" FOREIGN KEY ("parent_item_id", "thread_id") REFERENCES "tray_items"("id", "thread_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tray_items" ADD CONSTRAINT "tray_items_parent_id_thread_id_fkey" FOREIGN KEY ("parent_id", "thread_id") REFERENCES "arguments"("id", "thread_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tray_items" ADD CONSTRAINT "tray_items_argument_id_thread_id_fkey" FOREIGN KEY ("argument_id", "thread_id") REFERENCES "arguments"("id", "thread_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tray_items" ADD CONSTRAINT "tray_items_left_by_fkey" FOREIGN KEY ("left_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON map_imports FOR EACH ROW EXECUTE FUNCTION insert_only();
CREATE TRIGGER insert_only_whole BEFORE TRUNCATE ON map_imports FOR EACH STATEMENT EXECUTE FUNCTION insert_only();
CREATE TRIGGER never_deleted BEFORE DELETE ON tray_items FOR EACH ROW EXECUTE FUNCTION insert_only();
CREATE TRIGGER never_deleted_whole BEFORE TRUNCATE ON tray_items FOR EACH STATEMENT EXECUTE FUNCTION insert_only();

-- A tray is left once, and nothing else of what waited there ever changes.
CREATE FUNCTION tray_item_leaves_once() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.left_at IS NOT NULL
     OR (to_jsonb(NEW) - '{left_at,left_by,argument_id}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{left_at,left_by,argument_id}'::text[]) THEN
    PERFORM refuse('tray_item_leaves_once', 'tray_items', 'what left a tray does not come back');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER tray_item_leaves_once BEFORE UPDATE ON tray_items FOR EACH ROW EXECUTE FUNCTION tray_item_leaves_once();

-- A file's claim is in a thread once, in the tray or in the debate.
CREATE UNIQUE INDEX "arguments_imported_once" ON "arguments" ("thread_id", ("imported_from" ->> 'fileSha256'), ("imported_from" ->> 'originalId'))
  WHERE "imported_from" ->> 'fileSha256' IS NOT NULL;

-- The row of a link's thread is written so that two transactions cannot close a circle between them. One that has written
-- it already need not write it for each of five thousand links.
CREATE OR REPLACE FUNCTION link_closes_no_circle() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.parent_id IS NULL THEN RETURN NEW; END IF;
  UPDATE threads SET next_number = next_number WHERE id = NEW.thread_id AND xmin <> pg_current_xact_id()::xid;
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
