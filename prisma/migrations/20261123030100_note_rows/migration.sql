-- In whose row on the sheet a note stands: what it is said against or for. Without, it begins a row of its own.
ALTER TABLE round_notes ADD COLUMN answers_id TEXT REFERENCES arguments (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX round_notes_answers_id_idx ON round_notes (answers_id);
