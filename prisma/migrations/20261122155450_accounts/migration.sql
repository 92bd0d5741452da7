-- Links that are sent by letter and open one thing once, people whose notices one does not want, and accounts that are closed.

CREATE TYPE "LinkPurpose" AS ENUM ('CONFIRM_ADDRESS', 'RESET_PASSWORD');

CREATE TABLE "sent_links" (
    "user_id" TEXT NOT NULL,
    "purpose" "LinkPurpose" NOT NULL,
    "hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    -- One of a kind: a newer one takes the older one's place.
    CONSTRAINT "sent_links_pkey" PRIMARY KEY ("user_id","purpose")
);

-- CreateIndex
CREATE UNIQUE INDEX "sent_links_hash_key" ON "sent_links"("hash");

-- AddForeignKey
ALTER TABLE "sent_links" ADD CONSTRAINT "sent_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "blocks" (
    "blocker_id" TEXT NOT NULL,
    "blocked_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blocks_pkey" PRIMARY KEY ("blocker_id","blocked_id"),
    CONSTRAINT "blocks_others" CHECK ("blocker_id" <> "blocked_id")
);

-- AddForeignKey
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_blocker_id_fkey" FOREIGN KEY ("blocker_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_blocked_id_fkey" FOREIGN KEY ("blocked_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The number in the name of whoever has gone.
CREATE SEQUENCE "people_gone";

-- There are words of the interface in one language.
ALTER TABLE "users" ADD CONSTRAINT "users_locale" CHECK ("locale" = 'en');
