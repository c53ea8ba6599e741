internal import AI1Storage

/// The checks whose cost does not grow with the ledger.
struct QuickCheck {
    /// How many of the newest events are hashed again.
    private static let newestEvents: Int64 = 1_000

    let connection: Connection
    let findings: FindingList

    func run(_ notes: OutsideNotes, _ report: inout CheckReport) throws {
        var counted = report
        findings.guarding("event_log") {
            counted.events = try connection.integer("SELECT max(seq) FROM event_log") ?? 0
        }
        findings.guarding("transfer") {
            counted.transfers = try connection.integer("SELECT max(seq) FROM transfer") ?? 0
        }
        findings.guarding("hold") {
            counted.openHolds = try connection.integer("SELECT count(*) FROM hold WHERE state = 0") ?? 0
        }
        findings.guarding("migration") { try checkKind() }
        findings.guarding("event_log") { try compare(notes.head, events: counted.events) }
        findings.guarding("checkpoint") { counted.checkpoint = try checkNewest(notes) }
        findings.guarding("audit.checkpoint") { try compareLast(notes, &counted) }
        findings.guarding("event_log") { try followNewest(counted.events) }
        findings.guarding("account") { try addUp() }
        report = counted
    }

    /// The file is a ledger, of the steps that were released.
    private func checkKind() throws {
        let application = try connection.query("PRAGMA application_id") { try $0.step() ? $0.integer(0) : 0 }
        if application != Int64(LedgerSchema.applicationID) {
            findings.add("ledger.db", "", "its application id is \(application)")
        }
        var steps: [Int64: Int64] = [:]
        try connection.query("SELECT version, checksum FROM migration") { rows in
            while try rows.step() { steps[rows.integer(0)] = rows.integer(1) }
        }
        let known = LedgerSchema.schema.migrations
        for step in known where steps[step.version] != step.checksum {
            findings.add("migration", "\(step.version)", column: "checksum", "not the one that was released")
        }
        if steps.count != known.count { findings.add("migration", "", "\(steps.count) steps where \(known.count) are") }
    }

    /// The ledger has the event that was noted last.
    func compare(_ head: AuditHead.Note?, events: Int64) throws {
        guard let head, try hash(head.sequence) != head.hash else { return }
        findings.add(
            "audit.head", "\(head.sequence)",
            events < head.sequence
                ? "the ledger is older than it was: \(events) events where \(head.sequence) were written"
                : "the ledger is not the one that was written: its event \(head.sequence) is another")
    }

    private func hash(_ sequence: Int64) throws -> [UInt8]? {
        let row = try connection.statement("SELECT hash FROM event_log WHERE seq = ?")
        row.bind(1, sequence)
        defer { row.reset() }
        return try row.step() ? row.bytes(0) : nil
    }

    /// The newest checkpoint in the ledger is signed, and what it says of the events is so.
    private func checkNewest(_ notes: OutsideNotes) throws -> SignedCheckpoint? {
        guard let size = try connection.integer("SELECT max(size) FROM checkpoint") else { return nil }
        guard let row = try CheckpointRow.newest(connection, of: CheckpointRow.ledger(connection)) else {
            findings.add("checkpoint", "\(size)", "it is no checkpoint")
            return nil
        }
        let checkpoint = row.checkpoint
        if !checkpoint.isSigned {
            findings.add("checkpoint", "\(size)", column: "signature", "not that of its text and key")
        }
        if row.tree == nil { findings.add("checkpoint", "\(size)", column: "frontier", "it does not lead to the root") }
        if try hash(size) != checkpoint.head.octets {
            findings.add("checkpoint", "\(size)", column: "head", "event \(size) has another hash")
        }
        if !notes.knows(checkpoint.key) {
            findings.add(
                "checkpoint", "\(size)", column: "key", "signed by another key than \(notes.files.auditKey)")
        }
        return SignedCheckpoint(checkpoint)
    }

    /// The newest checkpoint outside the ledger is signed, and the ledger goes on from it.
    private func compareLast(_ notes: OutsideNotes, _ report: inout CheckReport) throws {
        guard let line = notes.lines.last else { return }
        guard let checkpoint = line.checkpoint else {
            findings.add("audit.checkpoint", "", "its last line is no checkpoint")
            return
        }
        if !checkpoint.isSigned { findings.add("audit.checkpoint", "", "its last line is not signed by its key") }
        if !notes.knows(checkpoint.key) {
            findings.add("audit.checkpoint", "", "its last line is signed by another key than \(notes.files.auditKey)")
        }
        let epoch = try CheckpointRow.epoch(connection)
        if try checkpoint.ledger != CheckpointRow.ledger(connection) {
            findings.add("audit.checkpoint", "", "its last line is of another ledger")
        } else if checkpoint.epoch > epoch || checkpoint.epoch == epoch && checkpoint.size > report.events {
            findings.add(
                "audit.checkpoint", "", "the ledger is older than its last line, which is of \(checkpoint.size) events")
        } else if checkpoint.epoch < epoch {
            report.notes.append("\(notes.files.auditCheckpoints) is older than the ledger's newest epoch")
        } else if try hash(checkpoint.size) != checkpoint.head.octets {
            findings.add("audit.checkpoint", "", "event \(checkpoint.size) has another hash than its last line says")
        }
    }

    /// Hashes the newest events again, and follows their chain.
    private func followNewest(_ events: Int64) throws {
        let rows = try connection.statement(
            "SELECT seq, ts, kind, body, prev, hash FROM event_log WHERE seq > ? ORDER BY seq")
        rows.bind(1, events - Self.newestEvents)
        defer { rows.reset() }
        var before: (sequence: Int64, time: Int64, hash: [UInt8])?
        while try rows.step() {
            let sequence = rows.integer(0)
            let previous = rows.bytes(4)
            let record = ChainHash.record(
                sequence: sequence, time: rows.integer(1), kind: rows.integer(2), previous: previous,
                body: rows.bytes(3))
            let hash = ChainHash.leaf(record)
            if hash != rows.bytes(5) {
                findings.add("event_log", "\(sequence)", column: "hash", "the record has another hash")
            }
            if let before {
                if sequence != before.sequence + 1 || previous != before.hash {
                    findings.add("event_log", "\(sequence)", column: "prev", "the chain is broken before it")
                }
                if rows.integer(1) <= before.time {
                    findings.add("event_log", "\(sequence)", column: "ts", "the time does not rise")
                }
            }
            before = (sequence, rows.integer(1), rows.bytes(5))
        }
    }

    private func addUp() throws {
        try name("asset", "balance", "the balances of its accounts sum to") {
            try connection.statement("SELECT asset, sum(balance) FROM account GROUP BY asset HAVING sum(balance) <> 0")
        }
        try name("account", "held", "not what open holds hold: it should be") {
            try connection.statement(
                """
                WITH open AS MATERIALIZED (
                  SELECT account, sum(hold_leg.amount) AS amount FROM hold JOIN hold_leg ON hold_leg.hold = hold.seq
                    WHERE state = 0 GROUP BY account)
                SELECT id || ' (' || path || ')', coalesce(open.amount, 0) FROM account LEFT JOIN open ON account = id
                  WHERE held <> coalesce(open.amount, 0)
                """)
        }
        try name("account", "balance", "below its floor after what is held:") {
            try connection.statement(
                "SELECT id || ' (' || path || ')', balance - held FROM account WHERE balance - held < floor")
        }
        try name("budget_window", "reserved", "not what open holds reserve: it should be") {
            try connection.statement(
                """
                WITH open AS MATERIALIZED (
                  SELECT budget, start, sum(hold_budget.amount) AS amount
                    FROM hold JOIN hold_budget ON hold_budget.hold = hold.seq WHERE state = 0 GROUP BY budget, start)
                SELECT budget_window.budget || '/' || budget_window.start, coalesce(open.amount, 0)
                  FROM budget_window LEFT JOIN open USING(budget, start) WHERE reserved <> coalesce(open.amount, 0)
                """)
        }
    }

    /// Names every row of a statement: key and number.
    private func name(_ table: String, _ column: String, _ message: String, _ make: () throws -> Statement) throws {
        let rows = try make()
        defer { rows.reset() }
        while try rows.step() { findings.add(table, rows.text(0), column: column, "\(message) \(rows.integer(1))") }
    }
}
