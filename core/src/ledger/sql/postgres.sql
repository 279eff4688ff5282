-- Two that run this at once wait for each other.
SELECT pg_advisory_xact_lock(hashtextextended('greenboard.ledger',0));
CREATE TABLE IF NOT EXISTS ledger_entry(
  ledger  text COLLATE "C" NOT NULL,
  seq     bigint NOT NULL CHECK(seq>=0),
  prev    bytea CHECK((seq=0 AND prev IS NULL) OR (seq>0 AND prev IS NOT NULL AND octet_length(prev)=32)),
  hash    bytea NOT NULL CHECK(octet_length(hash)=32),
  id      text COLLATE "C" NOT NULL,
  kind    text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  body    bytea NOT NULL,
  PRIMARY KEY(ledger,seq),
  UNIQUE(ledger,hash), UNIQUE(ledger,prev), UNIQUE(ledger,id),
  FOREIGN KEY(ledger,prev) REFERENCES ledger_entry(ledger,hash)
);
CREATE INDEX IF NOT EXISTS ledger_subject ON ledger_entry(ledger,subject,seq);
CREATE OR REPLACE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'append-only'; END $$;
CREATE OR REPLACE TRIGGER ledger_no_change BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE OR REPLACE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
-- The key of (ledger,prev) says that the entry before exists; this, that it is the one with the number before.
CREATE OR REPLACE FUNCTION ledger_chain() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.seq>0 AND NOT EXISTS(SELECT FROM ledger_entry WHERE ledger=NEW.ledger AND seq=NEW.seq-1 AND hash=NEW.prev) THEN
    RAISE EXCEPTION 'ledger chain' USING ERRCODE='foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER ledger_chain BEFORE INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_chain();
