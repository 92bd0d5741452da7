-- Why somebody posted what is nearly said already: kept for moderators, and insert-only like all that is said.

CREATE TABLE "posted_anyway" (
    "argument_id" TEXT NOT NULL,
    "near_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "posted_anyway_pkey" PRIMARY KEY ("argument_id"),
    CONSTRAINT "posted_anyway_reason" CHECK (btrim("reason") <> '' AND char_length("reason") <= 200),
    CONSTRAINT "posted_anyway_near" CHECK ("near_id" <> "argument_id")
);

-- AddForeignKey
ALTER TABLE "posted_anyway" ADD CONSTRAINT "posted_anyway_argument_id_fkey" FOREIGN KEY ("argument_id") REFERENCES "arguments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posted_anyway" ADD CONSTRAINT "posted_anyway_near_id_fkey" FOREIGN KEY ("near_id") REFERENCES "arguments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON posted_anyway FOR EACH ROW EXECUTE FUNCTION insert_only();
CREATE TRIGGER insert_only_whole BEFORE TRUNCATE ON posted_anyway FOR EACH STATEMENT EXECUTE FUNCTION insert_only();
