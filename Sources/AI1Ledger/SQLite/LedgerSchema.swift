internal import AI1Storage

/// The ledger's tables. What must hold is held by the schema itself: a defect of the program is refused, not written.
enum LedgerSchema {
    /// "AI1L"
    static let applicationID: Int32 = 0x4149_314C

    static let schema = Schema(
        applicationID: applicationID,
        migrations: [Migration(version: 1, sql: tables + moneyTriggers + holdTriggers + logTriggers, seed: seed)])

    private static let tables = """
        CREATE TABLE event_log(
          seq INTEGER PRIMARY KEY, ts INTEGER NOT NULL, kind INTEGER NOT NULL, body BLOB NOT NULL,
          prev BLOB NOT NULL CHECK(length(prev) = 32), hash BLOB NOT NULL CHECK(length(hash) = 32)) STRICT;
        CREATE TABLE asset(id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, quantum TEXT NOT NULL) STRICT;
        CREATE TABLE account(
          id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, asset INTEGER NOT NULL REFERENCES asset(id),
          floor INTEGER, balance INTEGER NOT NULL DEFAULT 0, held INTEGER NOT NULL DEFAULT 0 CHECK(held >= 0),
          CONSTRAINT floor_kept CHECK(floor IS NULL OR balance - held >= floor)) STRICT;
        CREATE TABLE hold(
          seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK(length(id) = 16), purse INTEGER NOT NULL,
          amount INTEGER NOT NULL CHECK(amount >= 0), if_sent INTEGER NOT NULL CHECK(if_sent >= 0),
          state INTEGER NOT NULL DEFAULT 0 CHECK(state BETWEEN 0 AND 3), created INTEGER NOT NULL, closed INTEGER,
          request BLOB NOT NULL CHECK(length(request) = 16), target TEXT NOT NULL, job TEXT, task TEXT,
          charge INTEGER NOT NULL DEFAULT 0 CHECK(charge BETWEEN 0 AND amount),
          reward INTEGER NOT NULL DEFAULT 0 CHECK(reward >= 0),
          disputed INTEGER NOT NULL DEFAULT 0 CHECK(disputed >= 0),
          CHECK((state = 0) = (closed IS NULL))) STRICT;
        CREATE INDEX hold_open ON hold(seq) WHERE state = 0;
        CREATE TABLE hold_leg(
          hold INTEGER NOT NULL REFERENCES hold(seq), account INTEGER NOT NULL REFERENCES account(id),
          amount INTEGER NOT NULL CHECK(amount > 0), PRIMARY KEY(hold, account)) STRICT, WITHOUT ROWID;
        CREATE TABLE transfer(
          seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK(length(id) = 16), kind INTEGER NOT NULL,
          hold INTEGER REFERENCES hold(seq), ts INTEGER NOT NULL, memo TEXT NOT NULL,
          event INTEGER NOT NULL REFERENCES event_log(seq)) STRICT;
        CREATE INDEX transfer_alone ON transfer(seq) WHERE hold IS NULL;
        CREATE TABLE entry(
          transfer INTEGER NOT NULL REFERENCES transfer(seq) DEFERRABLE INITIALLY DEFERRED, leg INTEGER NOT NULL,
          account INTEGER NOT NULL REFERENCES account(id), amount INTEGER NOT NULL CHECK(amount <> 0),
          PRIMARY KEY(transfer, leg)) STRICT, WITHOUT ROWID;
        CREATE TABLE budget(
          id INTEGER PRIMARY KEY, scope TEXT NOT NULL CHECK(scope IN ('account', 'job', 'model')), value TEXT NOT NULL,
          per TEXT NOT NULL CHECK(per IN ('day', 'month', 'total')), cap INTEGER NOT NULL CHECK(cap >= 0),
          zone TEXT NOT NULL, removed INTEGER NOT NULL DEFAULT 0 CHECK(removed IN (0, 1))) STRICT;
        CREATE UNIQUE INDEX budget_one ON budget(scope, value, per) WHERE removed = 0;
        CREATE TABLE budget_window(
          budget INTEGER NOT NULL REFERENCES budget(id), start INTEGER NOT NULL, stop INTEGER NOT NULL,
          spent INTEGER NOT NULL DEFAULT 0 CHECK(spent >= 0), reserved INTEGER NOT NULL DEFAULT 0 CHECK(reserved >= 0),
          CHECK(stop > start), PRIMARY KEY(budget, start)) STRICT, WITHOUT ROWID;
        CREATE TABLE hold_budget(
          hold INTEGER NOT NULL REFERENCES hold(seq), budget INTEGER NOT NULL, start INTEGER NOT NULL,
          amount INTEGER NOT NULL CHECK(amount >= 0), PRIMARY KEY(hold, budget, start),
          FOREIGN KEY(budget, start) REFERENCES budget_window(budget, start)) STRICT, WITHOUT ROWID;
        CREATE TABLE idempotency(
          scope TEXT NOT NULL, key TEXT NOT NULL, attempt INTEGER NOT NULL CHECK(attempt >= 1), request_hash BLOB,
          hold INTEGER NOT NULL REFERENCES hold(seq), state INTEGER NOT NULL CHECK(state BETWEEN 0 AND 3), result BLOB,
          expires INTEGER NOT NULL, PRIMARY KEY(scope, key)) STRICT, WITHOUT ROWID;
        CREATE INDEX idempotency_hold ON idempotency(hold);
        CREATE TABLE price_snapshot(
          id INTEGER PRIMARY KEY, target TEXT NOT NULL, prices TEXT NOT NULL, UNIQUE(target, prices)) STRICT;
        CREATE TABLE usage(
          hold INTEGER NOT NULL REFERENCES hold(seq), attempt INTEGER NOT NULL, target TEXT NOT NULL,
          uncached_input INTEGER NOT NULL CHECK(uncached_input >= 0), cache_read INTEGER NOT NULL CHECK(cache_read >= 0),
          cache_write_5m INTEGER NOT NULL CHECK(cache_write_5m >= 0),
          cache_write_1h INTEGER NOT NULL CHECK(cache_write_1h >= 0),
          visible_output INTEGER NOT NULL CHECK(visible_output >= 0), reasoning INTEGER NOT NULL CHECK(reasoning >= 0),
          audio_input INTEGER NOT NULL CHECK(audio_input >= 0), audio_output INTEGER NOT NULL CHECK(audio_output >= 0),
          source TEXT NOT NULL CHECK(source IN ('reported', 'estimated', 'unknown')),
          cost_pusd INTEGER CHECK(cost_pusd >= 0), price INTEGER REFERENCES price_snapshot(id), claim TEXT,
          claim_nusd INTEGER, PRIMARY KEY(hold, attempt)) STRICT, WITHOUT ROWID;
        CREATE TABLE carry(provider TEXT PRIMARY KEY, pusd INTEGER NOT NULL CHECK(pusd BETWEEN 0 AND 999))
          STRICT, WITHOUT ROWID;
        CREATE TABLE spend(
          day INTEGER NOT NULL, purse INTEGER NOT NULL, target TEXT NOT NULL, job TEXT NOT NULL, task TEXT NOT NULL,
          requests INTEGER NOT NULL, input INTEGER NOT NULL, output INTEGER NOT NULL, charge INTEGER NOT NULL,
          reward INTEGER NOT NULL, disputed INTEGER NOT NULL, PRIMARY KEY(day, purse, target, job, task))
          STRICT, WITHOUT ROWID;
        CREATE TABLE clock(
          id INTEGER PRIMARY KEY CHECK(id = 1), boot TEXT NOT NULL, wall INTEGER NOT NULL, uptime INTEGER NOT NULL)
          STRICT;
        CREATE TABLE epoch(
          number INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event_log(seq), reason TEXT NOT NULL) STRICT;
        CREATE TABLE checkpoint(
          size INTEGER PRIMARY KEY, ts INTEGER NOT NULL, epoch INTEGER NOT NULL, head BLOB NOT NULL, root BLOB NOT NULL,
          key BLOB NOT NULL, signature BLOB NOT NULL, frontier BLOB NOT NULL) STRICT;

        """

    private static let moneyTriggers = """
        CREATE TRIGGER entry_before BEFORE INSERT ON entry BEGIN
          SELECT RAISE(ABORT, 'entry: its transfer is closed') FROM transfer WHERE seq = NEW.transfer;
        END;
        CREATE TRIGGER entry_after AFTER INSERT ON entry BEGIN
          UPDATE account SET balance = balance + NEW.amount WHERE id = NEW.account;
        END;
        CREATE TRIGGER transfer_before BEFORE INSERT ON transfer BEGIN
          SELECT RAISE(ABORT, 'transfer: gap in its sequence')
            WHERE NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM transfer);
          SELECT RAISE(ABORT, 'transfer: fewer than two legs')
            WHERE (SELECT count(*) FROM entry WHERE transfer = NEW.seq) < 2;
          SELECT RAISE(ABORT, 'transfer: its legs do not sum to zero')
            FROM entry JOIN account ON account.id = entry.account WHERE transfer = NEW.seq
            GROUP BY asset HAVING sum(amount) <> 0;
        END;
        CREATE TRIGGER entry_fixed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entry: never changed'); END;
        CREATE TRIGGER entry_kept BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entry: never removed'); END;
        CREATE TRIGGER transfer_fixed BEFORE UPDATE ON transfer
          BEGIN SELECT RAISE(ABORT, 'transfer: never changed'); END;
        CREATE TRIGGER transfer_kept BEFORE DELETE ON transfer
          BEGIN SELECT RAISE(ABORT, 'transfer: never removed'); END;

        """

    private static let holdTriggers = """
        CREATE TRIGGER hold_begins BEFORE INSERT ON hold WHEN NEW.state <> 0
          BEGIN SELECT RAISE(ABORT, 'hold: begins open'); END;
        CREATE TRIGGER hold_once BEFORE UPDATE ON hold WHEN OLD.state <> 0
          BEGIN SELECT RAISE(ABORT, 'hold: closed once'); END;
        CREATE TRIGGER hold_rises BEFORE UPDATE OF amount ON hold WHEN NEW.amount < OLD.amount
          BEGIN SELECT RAISE(ABORT, 'hold: never lowered'); END;
        CREATE TRIGGER hold_kept BEFORE DELETE ON hold BEGIN SELECT RAISE(ABORT, 'hold: never removed'); END;
        CREATE TRIGGER hold_closes AFTER UPDATE OF state ON hold WHEN NEW.state <> 0 BEGIN
          UPDATE account SET held = held - (SELECT amount FROM hold_leg WHERE hold = NEW.seq AND account = account.id)
            WHERE id IN (SELECT account FROM hold_leg WHERE hold = NEW.seq);
          UPDATE budget_window SET reserved = reserved - (
              SELECT amount FROM hold_budget
              WHERE hold = NEW.seq AND budget = budget_window.budget AND start = budget_window.start)
            WHERE (budget, start) IN (SELECT budget, start FROM hold_budget WHERE hold = NEW.seq);
        END;
        CREATE TRIGGER hold_leg_added AFTER INSERT ON hold_leg BEGIN
          UPDATE account SET held = held + NEW.amount WHERE id = NEW.account;
        END;
        CREATE TRIGGER hold_leg_raised AFTER UPDATE ON hold_leg BEGIN
          UPDATE account SET held = held + NEW.amount - OLD.amount WHERE id = NEW.account;
        END;
        CREATE TRIGGER hold_leg_open BEFORE UPDATE ON hold_leg
          WHEN NEW.amount < OLD.amount OR (SELECT state FROM hold WHERE seq = NEW.hold) <> 0
          BEGIN SELECT RAISE(ABORT, 'hold: its legs only rise while it is open'); END;
        CREATE TRIGGER hold_budget_added AFTER INSERT ON hold_budget BEGIN
          UPDATE budget_window SET reserved = reserved + NEW.amount WHERE budget = NEW.budget AND start = NEW.start;
        END;
        CREATE TRIGGER hold_budget_raised AFTER UPDATE ON hold_budget BEGIN
          UPDATE budget_window SET reserved = reserved + NEW.amount - OLD.amount
            WHERE budget = NEW.budget AND start = NEW.start;
        END;
        CREATE TRIGGER budget_cap BEFORE UPDATE OF reserved ON budget_window WHEN NEW.reserved > OLD.reserved BEGIN
          SELECT RAISE(ABORT, 'budget: its cap would be overshot') FROM budget
            WHERE id = NEW.budget AND NEW.spent + NEW.reserved > cap;
        END;

        """

    private static let logTriggers = """
        CREATE TRIGGER event_before BEFORE INSERT ON event_log BEGIN
          SELECT RAISE(ABORT, 'event: gap in the sequence')
            WHERE NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event_log);
          SELECT RAISE(ABORT, 'event: time does not rise, or the chain is broken')
            FROM event_log WHERE seq = NEW.seq - 1 AND (ts >= NEW.ts OR hash <> NEW.prev);
        END;
        CREATE TRIGGER event_fixed BEFORE UPDATE ON event_log BEGIN SELECT RAISE(ABORT, 'event: never changed'); END;
        CREATE TRIGGER event_kept BEFORE DELETE ON event_log BEGIN SELECT RAISE(ABORT, 'event: never removed'); END;
        CREATE TRIGGER checkpoint_fixed BEFORE UPDATE ON checkpoint
          BEGIN SELECT RAISE(ABORT, 'checkpoint: never changed'); END;

        """

    /// The assets that there are.
    static let assets: [(id: Int64, code: String, quantum: String)] = [
        (1, "USD", "0.000000001"), (2, "PLAY", "0.000000001"), (3, "AI1NET", "0.000000001"),
    ]

    @Sendable private static func seed(_ connection: Connection) throws {
        for asset in assets {
            let insert = try connection.statement("INSERT INTO asset(id, code, quantum) VALUES(?, ?, ?)")
            insert.bind(1, asset.id)
            insert.bind(2, asset.code)
            insert.bind(3, asset.quantum)
            try insert.run()
        }
    }
}
