-- What was decided by one click is taken back by one click.

ALTER TABLE "reviews" ADD COLUMN "batch" TEXT;
CREATE INDEX "reviews_batch_idx" ON "reviews" ("batch");
