-- A source is read by its newest version, with the older citations that have a place there.
CREATE INDEX "anchors_version_id_idx" ON "anchors"("version_id");
