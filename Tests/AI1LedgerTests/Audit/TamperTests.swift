import AI1Storage
import Testing

@testable import AI1Ledger

@Suite("A full check")
struct TamperTests {
    @Test("finds nothing in a ledger with events of every kind, and counts them")
    func clean() throws {
        let bench = try AuditBench.filled()
        let ledger = try bench.open()
        try Checkpointer(ledger).make()
        let report = try LedgerCheck.full(ledger)
        #expect(report.findings.map(\.description) == [])
        let kinds = try ledger.read { connection in
            try connection.query("SELECT group_concat(DISTINCT kind) FROM event_log ORDER BY kind") {
                try $0.step() ? $0.text(0) : ""
            }
        }
        #expect(Set(kinds.split(separator: ",")).isSuperset(of: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]))
        #expect(report.events == (try ledger.read { try $0.integer("SELECT count(*) FROM event_log") }))
        #expect(report.transfers == (try ledger.read { try $0.integer("SELECT count(*) FROM transfer") }))
        #expect(report.openHolds == (try ledger.read { try $0.integer("SELECT count(*) FROM hold WHERE state = 0") }))
        #expect(report.openHolds > 0)
        let quick = try LedgerCheck.quick(ledger)
        #expect(quick.findings.map(\.description) == [])
        #expect(quick.events == report.events && quick.transfers == report.transfers)
        #expect(quick.openHolds == report.openHolds)
        #expect(quick.checkpoint == report.checkpoint)
    }

    /// Table, statement, and how the finding begins.
    static let changes: [(String, String)] = [
        (
            "UPDATE account SET balance = balance - 1 WHERE path = 'user:local:promo'",
            "account 3 (user:local:promo).balance: "
        ),
        ("UPDATE account SET held = held + 1 WHERE id = 4", "account 4 (user:local:declared).held: "),
        ("UPDATE account SET floor = NULL WHERE id = 3", "account 3 (user:local:promo).floor: nothing where 0 follows"),
        (
            "UPDATE account SET path = 'user:local:gift' WHERE id = 3",
            "account 3 (user:local:promo).path: “user:local:gift” where"
        ),
        ("INSERT INTO account(id, path, asset) VALUES(99, 'mine', 1)", "account 99: no such row follows"),
        ("UPDATE asset SET quantum = '0.1' WHERE id = 1", "asset 1.quantum: "),
        ("UPDATE hold SET charge = charge + 1 WHERE seq = 2", "hold 2.charge: "),
        ("UPDATE hold SET amount = amount + 1 WHERE state = 0", "hold 6.amount: "),
        ("UPDATE hold SET task = 'chat' WHERE seq = 2", "hold 2.task: “chat” where "),
        ("UPDATE hold SET job = NULL WHERE seq = 3", "hold 3.job: nothing where “brief” follows"),
        ("UPDATE hold SET closed = closed + 1 WHERE seq = 7", "hold 7.closed: "),
        ("UPDATE hold SET state = 1 WHERE seq = 7", "hold 7.state: 1 where 2 follows from the events"),
        ("UPDATE hold SET id = randomblob(16) WHERE seq = 9", "hold 9.id: "),
        ("UPDATE hold SET request = randomblob(16) WHERE seq = 9", "hold 9.request: "),
        ("UPDATE hold_leg SET amount = amount + 1 WHERE hold = 4", "hold_leg 4/"),
        ("INSERT INTO hold_leg VALUES(1, 1, 5)", "hold_leg 1/1: no such row follows from the events"),
        ("DELETE FROM hold_leg WHERE hold = 5", "hold_leg 5/"),
        ("UPDATE hold_budget SET amount = amount - 1 WHERE hold = 2", "hold_budget 2/1/"),
        ("UPDATE transfer SET memo = 'x' WHERE seq = 1", "transfer 1.memo: “x” where “credits to start with” follows"),
        ("UPDATE transfer SET ts = ts + 1 WHERE seq = 2", "transfer 2.ts: "),
        ("UPDATE transfer SET hold = NULL WHERE seq = 5", "transfer 5.hold: nothing where"),
        ("UPDATE transfer SET kind = 3 WHERE seq = 5", "transfer 5.kind: 3 where 2 follows"),
        ("UPDATE transfer SET event = event - 1 WHERE seq = 5", "transfer 5.event: "),
        ("UPDATE entry SET amount = amount - 1 WHERE transfer = 1 AND leg = 0", "entry 1/0.amount: "),
        ("UPDATE entry SET account = 4 WHERE transfer = 1 AND leg = 1", "entry 1/1.account: 4 where 3 follows"),
        ("DELETE FROM entry WHERE transfer = 2 AND leg = 0", "entry 2/0: the row is missing"),
        ("UPDATE budget SET cap = cap + 1 WHERE id = 1", "budget 1.cap: "),
        ("UPDATE budget SET removed = 1 WHERE id = 1", "budget 1.removed: 1 where 0 follows"),
        ("UPDATE budget_window SET spent = 0 WHERE budget = 2", "budget_window 2/"),
        ("UPDATE budget_window SET reserved = reserved + 3 WHERE budget = 2", "budget_window 2/"),
        ("UPDATE budget_window SET stop = stop + 1 WHERE budget = 2", "budget_window 2/"),
        ("UPDATE idempotency SET state = 0 WHERE key = 'key 1 8'", "idempotency “key”/“key 1 8”.state: 0 where 1"),
        ("UPDATE idempotency SET expires = 0 WHERE key = 'key 1 8'", "idempotency “key”/“key 1 8”.expires: 0 where 9"),
        ("DELETE FROM idempotency WHERE key = 'key 1 4'", "idempotency “key”/“key 1 4”: the row is missing"),
        ("UPDATE price_snapshot SET prices = prices || ' ' WHERE id = 1", "price_snapshot 1.prices: "),
        ("DELETE FROM price_snapshot WHERE id = (SELECT max(id) FROM price_snapshot)", "price_snapshot "),
        ("UPDATE usage SET visible_output = visible_output + 1 WHERE hold = 2", "usage 2/0.visible_output: "),
        ("UPDATE usage SET claim = NULL WHERE claim IS NOT NULL", "usage 2/1.claim: nothing where “-12.7 tokens”"),
        ("UPDATE carry SET pusd = 999 - pusd WHERE provider = 'maker1'", "carry “maker1”.pusd: "),
        ("UPDATE spend SET requests = requests + 1 WHERE purse = 2", "spend "),
        ("UPDATE clock SET wall = wall + 1", "clock 1.wall: "),
        ("DELETE FROM clock", "clock 1: the row is missing"),
        ("INSERT INTO epoch VALUES(1, 1, 'x')", "epoch 1: no such row follows"),
        ("UPDATE migration SET checksum = checksum + 1", "migration 1.checksum: "),
        ("UPDATE checkpoint SET root = zeroblob(32)", "checkpoint "),
        ("UPDATE checkpoint SET signature = zeroblob(64)", "checkpoint "),
        ("UPDATE checkpoint SET frontier = zeroblob(length(frontier))", "checkpoint "),
        ("UPDATE checkpoint SET ts = ts + 1", "checkpoint "),
        ("DELETE FROM checkpoint", "checkpoint "),
        ("UPDATE event_log SET ts = ts + 1 WHERE seq = 5", "event_log 5.hash: "),
        ("UPDATE event_log SET kind = 12 WHERE seq = 5", "event_log 5.body: the octets are no event"),
        ("UPDATE event_log SET prev = hash WHERE seq = 5", "event_log 5.prev: "),
        ("UPDATE event_log SET hash = zeroblob(32) WHERE seq = 5", "event_log 5.hash: "),
        ("UPDATE event_log SET body = zeroblob(3) WHERE seq = 9", "event_log 9.body: "),
        ("DROP INDEX hold_open", "sqlite_schema hold_open: the index is missing"),
        ("CREATE TABLE mine(x)", "sqlite_schema mine: such table does not belong"),
    ]

    @Test("names table, key and column of every change behind the triggers' back", arguments: changes)
    func tampered(sql: String, finding: String) throws {
        let bench = try AuditBench.filled(requests: 14)
        try Checkpointer(try bench.open()).make()
        try bench.tamper(sql)
        let findings = try LedgerCheck.full(try bench.open(forAudit: true)).findings.map(\.description)
        #expect(findings.contains { $0.hasPrefix(finding) }, "\(findings)")
    }

    @Test("keeps its place when a row is missing, and names no others")
    func oneRowOnly() throws {
        let bench = try AuditBench.filled()
        try bench.tamper(
            "DELETE FROM transfer WHERE seq = 6; DELETE FROM usage WHERE hold = 11; DELETE FROM hold_leg WHERE hold = 4"
        )
        let findings = try LedgerCheck.full(try bench.open(forAudit: true)).findings.map(\.description)
        #expect(
            Set(findings) == [
                "transfer 6: the row is missing", "usage 11/0: the row is missing", "usage 11/1: the row is missing",
                "hold_leg 4/6: the row is missing",
            ])
    }
}
