internal import AI1Storage

/// The journal's tables. What must hold is held by the schema itself: a defect of the program is refused, not written.
enum JournalSchema {
    /// "AI1W"
    static let applicationID: Int32 = 0x4149_3157

    static let schema = Schema(
        applicationID: applicationID, migrations: [Migration(version: 1, sql: tables + indexes + triggers)])

    /// Times are milliseconds since 1970.
    private static let tables = """
        CREATE TABLE entry(
          id INTEGER PRIMARY KEY, chain_id INTEGER NOT NULL CHECK(chain_id > 0),
          sender BLOB NOT NULL CHECK(length(sender) = 20), nonce INTEGER NOT NULL CHECK(nonce >= 0),
          hash BLOB NOT NULL UNIQUE CHECK(length(hash) = 32), raw BLOB NOT NULL CHECK(length(raw) > 0),
          intent BLOB NOT NULL CHECK(length(intent) = 32),
          idempotency_key TEXT CHECK(length(CAST(idempotency_key AS BLOB)) BETWEEN 1 AND 256),
          replaces BLOB REFERENCES entry(hash) CHECK(replaces <> hash),
          recipient BLOB CHECK(length(recipient) = 20), beneficiary BLOB CHECK(length(beneficiary) = 20),
          summary TEXT NOT NULL, max_fees TEXT NOT NULL,
          state TEXT NOT NULL CHECK(
            state IN ('journalled', 'sending', 'sent', 'mined', 'replaced', 'released', 'dropped')),
          created INTEGER NOT NULL, sent INTEGER, settled INTEGER, attempts INTEGER NOT NULL DEFAULT 0,
          block INTEGER CHECK(block >= 0), block_hash BLOB CHECK(length(block_hash) = 32),
          status INTEGER CHECK(status IN (0, 1)), told INTEGER NOT NULL DEFAULT 0 CHECK(told IN (0, 1)),
          CHECK((state = 'mined') = (block IS NOT NULL)), CHECK((block IS NULL) = (block_hash IS NULL)),
          CHECK((block IS NULL) = (status IS NULL)),
          CHECK((state IN ('journalled', 'sending', 'sent')) = (settled IS NULL)),
          CHECK(state <> 'journalled' OR (attempts = 0 AND sent IS NULL)), CHECK(state <> 'sending' OR attempts > 0),
          CHECK(state <> 'sent' OR sent IS NOT NULL)) STRICT;

        """

    /// One transaction a nonce, and one replacement of each; one use of a key.
    private static let indexes = """
        CREATE UNIQUE INDEX entry_nonce ON entry(chain_id, sender, nonce)
          WHERE replaces IS NULL AND state IN ('journalled', 'sending', 'sent', 'mined');
        CREATE UNIQUE INDEX entry_replacement ON entry(replaces)
          WHERE replaces IS NOT NULL AND state NOT IN ('released', 'dropped');
        CREATE UNIQUE INDEX entry_mined ON entry(chain_id, sender, nonce) WHERE state = 'mined';
        CREATE UNIQUE INDEX entry_key ON entry(chain_id, sender, idempotency_key)
          WHERE idempotency_key IS NOT NULL AND state NOT IN ('released', 'dropped');
        CREATE INDEX entry_pending ON entry(chain_id, sender, nonce) WHERE state IN ('journalled', 'sending', 'sent');
        CREATE INDEX entry_family ON entry(chain_id, sender, nonce);
        CREATE INDEX entry_intent ON entry(intent);

        """

    private static let triggers = """
        CREATE TRIGGER entry_begins BEFORE INSERT ON entry BEGIN
          SELECT RAISE(ABORT, 'entry: begins as journalled') WHERE NEW.state <> 'journalled';
          SELECT RAISE(ABORT, 'entry: replaces one of another account, chain or nonce')
            FROM entry WHERE hash = NEW.replaces
            AND (chain_id <> NEW.chain_id OR sender <> NEW.sender OR nonce <> NEW.nonce);
        END;
        CREATE TRIGGER entry_steps BEFORE UPDATE OF state ON entry WHEN OLD.state <> NEW.state BEGIN
          SELECT RAISE(ABORT, 'entry: no such step') WHERE OLD.state || '>' || NEW.state NOT IN (
            'journalled>sending', 'journalled>mined', 'journalled>replaced', 'journalled>released',
            'sending>sent', 'sending>mined', 'sending>replaced', 'sending>journalled', 'sending>dropped',
            'sent>mined', 'sent>replaced', 'sent>dropped', 'mined>sent', 'mined>replaced', 'mined>dropped',
            'replaced>journalled', 'replaced>sending', 'replaced>sent', 'replaced>mined', 'replaced>dropped',
            'released>journalled', 'released>mined', 'dropped>journalled', 'dropped>mined');
        END;
        CREATE TRIGGER entry_fixed BEFORE UPDATE OF chain_id, sender, nonce, hash, raw, intent ON entry
          BEGIN SELECT RAISE(ABORT, 'entry: never changed'); END;
        CREATE TRIGGER entry_place BEFORE UPDATE OF id, replaces, idempotency_key ON entry
          WHEN OLD.state NOT IN ('released', 'dropped') BEGIN SELECT RAISE(ABORT, 'entry: its place is kept'); END;
        CREATE TRIGGER entry_kept BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entry: never removed'); END;
        """
}
