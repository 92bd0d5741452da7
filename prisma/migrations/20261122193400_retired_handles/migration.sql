-- Handles that people have left: nobody gets one again, or whoever did would be taken for the one who has gone.
CREATE TABLE "retired_handles" (
    -- SHA-256 of the skeleton, in lower-case hex: the name itself goes, and whose it was stands nowhere.
    "hash" TEXT NOT NULL,

    CONSTRAINT "retired_handles_pkey" PRIMARY KEY ("hash"),
    CONSTRAINT "retired_handles_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$')
);
