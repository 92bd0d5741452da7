-- How far each person has read a thread. It is nobody else's business, so it is no event; and it only rises.

CREATE TABLE "visits" (
    "person_id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "seen" INTEGER NOT NULL,
    "singly" INTEGER[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visits_pkey" PRIMARY KEY ("person_id", "thread_id"),
    CONSTRAINT "visit_seen" CHECK ("seen" >= 0),
    CONSTRAINT "visit_singly" CHECK ("singly" IS NOT NULL AND cardinality("singly") <= 500 AND "seen" < ALL ("singly"))
);

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION visit_rises() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.seen < OLD.seen THEN PERFORM refuse('visit_rises', 'visits', 'what was seen stays seen'); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER visit_rises BEFORE UPDATE ON visits FOR EACH ROW EXECUTE FUNCTION visit_rises();
