-- A text that somebody brings in though it is here already: it is stored once, and each who brought it, how and from where is kept.

CREATE TABLE "brought_again" (
    "id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "provenance" "Provenance" NOT NULL,
    "file_name" TEXT,
    "requested_url" TEXT,
    "final_url" TEXT,
    "url" TEXT,
    "brought_by" TEXT NOT NULL,
    "brought_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "brought_again_pkey" PRIMARY KEY ("id"),
    -- What the server fetched has both addresses, what came from a file has its name, and nothing else has either.
    CONSTRAINT "brought_again_fetched" CHECK (("provenance" = 'FETCHED') = ("final_url" IS NOT NULL) AND ("final_url" IS NULL) = ("requested_url" IS NULL)),
    CONSTRAINT "brought_again_file" CHECK (("provenance" = 'FILE') = ("file_name" IS NOT NULL))
);

-- CreateIndex
CREATE INDEX "brought_again_version_id_idx" ON "brought_again"("version_id");

-- AddForeignKey
ALTER TABLE "brought_again" ADD CONSTRAINT "brought_again_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "source_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "brought_again" ADD CONSTRAINT "brought_again_brought_by_fkey" FOREIGN KEY ("brought_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON brought_again FOR EACH ROW EXECUTE FUNCTION insert_only();
CREATE TRIGGER insert_only_whole BEFORE TRUNCATE ON brought_again FOR EACH STATEMENT EXECUTE FUNCTION insert_only();
