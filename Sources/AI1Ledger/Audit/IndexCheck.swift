internal import AI1Storage

/// The indexes by name of the two largest tables: each is read once in its own order and added up, which costs a third
/// of looking for every row in it.
struct IndexCheck {
    /// A sum over names and row numbers, in any order.
    struct Sum: Equatable {
        private(set) var count: Int64 = 0
        private var mixed: UInt64 = 0

        mutating func add(_ id: LedgerID, _ number: Int64) {
            count += 1
            var word = id.high ^ (id.low << 31 | id.low >> 33) &+ UInt64(bitPattern: number) &* 0x9E37_79B9_7F4A_7C15
            word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
            mixed &+= word ^ word >> 31
        }
    }

    let connection: Connection
    let findings: FindingList

    /// Says nothing of the indexes of a table of which something is wrong already.
    /// - Parameters:
    ///   - holds: what follows from the events
    ///   - open: how many holds are open
    func run(holds: Sum, transfers: Sum, open: Int64) {
        compare("hold", holds) {
            try connection.statement("SELECT id, seq FROM hold INDEXED BY sqlite_autoindex_hold_1 ORDER BY id")
        }
        compare("transfer", transfers) {
            try connection.statement(
                "SELECT id, seq FROM transfer INDEXED BY sqlite_autoindex_transfer_1 ORDER BY id")
        }
        findings.guarding("hold") {
            let found =
                try connection.integer(
                    "SELECT count(*) FROM hold INDEXED BY hold_open WHERE state = 0") ?? 0
            if found != open { findings.add("hold", "", "its index of open holds has \(found) where \(open) are open") }
        }
        for table in ["account", "asset", "budget", "price_snapshot", "idempotency"] {
            findings.guarding(table) { try check("integrity_check(\(table))", table) }
        }
    }

    /// Pages, their order, and the form of every record.
    func checkPages() { findings.guarding("ledger.db") { try check("quick_check", "ledger.db") } }

    private func compare(_ table: String, _ expected: Sum, _ make: () throws -> Statement) {
        guard !findings.names(table) else { return }
        findings.guarding(table) {
            let rows = try make()
            defer { rows.reset() }
            var sum = Sum()
            var last: (UInt64, UInt64)?
            var isOrdered = true
            while try rows.step() {
                guard let id = rows.withBytes(0, { Self.id($0) }) else { continue }
                if let last, last >= (id.high, id.low) { isOrdered = false }
                last = (id.high, id.low)
                sum.add(id, rows.integer(1))
            }
            if sum != expected || !isOrdered { findings.add(table, "", "its index by id does not have the same rows") }
        }
    }

    private static func id(_ octets: UnsafeRawBufferPointer) -> LedgerID? {
        guard octets.count == 16 else { return nil }
        return LedgerID(
            high: UInt64(bigEndian: octets.loadUnaligned(as: UInt64.self)),
            low: UInt64(bigEndian: octets.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }

    /// One of SQLite's own checks.
    private func check(_ pragma: String, _ table: String) throws {
        try connection.query("PRAGMA \(pragma)") { rows in
            while try rows.step() {
                let message = rows.text(0)
                if message != "ok" { findings.add(table, "", message) }
            }
        }
    }
}
