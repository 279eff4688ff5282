CREATE TABLE IF NOT EXISTS ledger_entry(
  ledger  TEXT NOT NULL,
  seq     INTEGER NOT NULL CHECK(seq>=0),
  prev    BLOB CHECK((seq=0 AND prev IS NULL) OR (seq>0 AND prev IS NOT NULL AND length(prev)=32)),
  hash    BLOB NOT NULL CHECK(length(hash)=32),
  id      TEXT NOT NULL,
  kind    TEXT NOT NULL,
  subject TEXT NOT NULL,
  body    BLOB NOT NULL,
  PRIMARY KEY(ledger,seq),
  UNIQUE(ledger,hash), UNIQUE(ledger,prev), UNIQUE(ledger,id),
  FOREIGN KEY(ledger,prev) REFERENCES ledger_entry(ledger,hash)
) STRICT;
CREATE INDEX IF NOT EXISTS ledger_subject ON ledger_entry(ledger,subject,seq);
CREATE TRIGGER IF NOT EXISTS ledger_no_update BEFORE UPDATE ON ledger_entry BEGIN SELECT RAISE(ABORT,'append-only'); END;
CREATE TRIGGER IF NOT EXISTS ledger_no_delete BEFORE DELETE ON ledger_entry BEGIN SELECT RAISE(ABORT,'append-only'); END;
-- REPLACE deletes without a trigger unless recursive_triggers is on, and foreign keys are off unless a connection asks for them:
-- the chain is checked here too. INSERT OR REPLACE meets the last condition with an id or a hash that is there already.
CREATE TRIGGER IF NOT EXISTS ledger_chain BEFORE INSERT ON ledger_entry BEGIN
  SELECT RAISE(ABORT,'ledger chain') WHERE NEW.seq IS NOT COALESCE((SELECT max(seq)+1 FROM ledger_entry WHERE ledger=NEW.ledger),0)
    OR NEW.prev IS NOT (SELECT hash FROM ledger_entry WHERE ledger=NEW.ledger AND seq=NEW.seq-1);
  SELECT RAISE(ABORT,'append-only') WHERE EXISTS(SELECT 1 FROM ledger_entry WHERE ledger=NEW.ledger AND (id=NEW.id OR hash=NEW.hash));
END;
