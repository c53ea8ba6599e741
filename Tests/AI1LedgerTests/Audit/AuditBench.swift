import AI1Core
import AI1Storage
import AI1TestSupport

@testable import AI1Ledger

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A ledger in folders of its own, filled with seeded work of every kind.
struct AuditBench {
    let folder: TemporaryFolder
    let files: LedgerFiles
    let clock = TestMachineClock(boot: "a boot")
    let calendar = LocalCalendar(offsetSeconds: 3_600)

    init() throws {
        folder = try TemporaryFolder()
        for name in ["data", "config", "state"] { try folder.makeFolder(name) }
        files = LedgerFiles(data: folder.path("data"), config: folder.path("config"), state: folder.path("state"))
    }

    func open(forAudit: Bool = false) throws -> SQLiteLedger {
        try SQLiteLedger.open(files, clock: clock, calendar: calendar, forAudit: forAudit)
    }

    /// A ledger with events of every kind in it.
    static func filled(requests: Int = 60, seed: UInt64 = 1) throws -> AuditBench {
        let bench = try AuditBench()
        let ledger = try bench.open()
        try bench.work(ledger, requests: requests, seed: seed)
        return bench
    }

    func work(_ ledger: SQLiteLedger, requests: Int, seed: UInt64) throws {
        let random = SeededRandom(seed: seed)
        try ledger.apply(.setBudget(.account, per: .day, cap: NanoUSD(900_000_000)))
        try ledger.apply(.setBudget(.job("brief"), per: .total, cap: NanoUSD(800_000_000)))
        try ledger.apply(.setBudget(.model("large"), per: .month, cap: NanoUSD(700_000_000)))
        try ledger.apply(.removeBudget(.model("large"), per: .month))
        try ledger.apply(
            .grant(id: id(seed, 0), to: .declared, amount: NanoUSD(5_000_000_000), memo: "bought ünd paid"))
        for number in 1...requests { try request(ledger, number, seed, random) }
    }

    private func id(_ seed: UInt64, _ number: Int) -> LedgerID { LedgerID(high: seed << 32, low: UInt64(number) + 1) }

    private func request(_ ledger: SQLiteLedger, _ number: Int, _ seed: UInt64, _ random: SeededRandom) throws {
        let purses: [Purse] = [.credits, .credits, .credits, .play, .tracked]
        let claim =
            number % 4 == 0
            ? KeyClaim(
                scope: "key", key: "key \(seed) \(number)", requestHash: [UInt8](repeating: 7, count: 32), expires: 9)
            : nil
        let id = claim?.holdID(attempt: 1) ?? id(seed, number)
        var order = HoldOrder(
            id: id, purse: purses[number % 5], amount: NanoUSD(Int64(random.next() % 2_000_000) + 1_000),
            ifSent: NanoUSD(100), request: RequestID(high: seed, low: UInt64(number)),
            target: TargetName(provider: "maker\(number % 3)", model: number % 2 == 0 ? "large" : "small-ünd-fine"),
            job: number % 3 == 0 ? "brief" : nil, key: claim)
        _ = try ledger.hold(order)
        if number % 5 == 1 {
            order.amount = NanoUSD(order.amount.amount + 500_000)
            order.key = nil
            _ = try ledger.raise(order)
        }
        switch number % 7 {
        case 0: try ledger.void(id)
        case 6 where number % 2 == 0: break
        default: try post(ledger, order, number, random)
        }
        clock.advance(milliseconds: 3_600_000 * Int64(random.next() % 5))
    }

    private func post(_ ledger: SQLiteLedger, _ order: HoldOrder, _ number: Int, _ random: SeededRandom) throws {
        let prices = PriceTable(
            base: TokenPrices(input: TokenPrice(picoUSD: 100), output: TokenPrice(picoUSD: Int64(number % 4) * 300)))
        var attempts = [
            AttemptCharge(
                target: order.target,
                usage: TokenUsage(
                    uncachedInput: Int64(number), cacheRead: 3, visibleOutput: Int64(random.next() % 900)),
                costPicoUSD: Int64(random.next() % 900_000_000), prices: prices)
        ]
        if number % 9 == 2 {
            attempts.append(
                AttemptCharge(
                    target: order.target, usage: TokenUsage(uncachedInput: 5, source: .estimated), costPicoUSD: nil,
                    prices: .unknown, claim: UsageClaim(text: "-12.7 tokens", cost: NanoUSD(77))))
        }
        _ = try ledger.post(
            PostOrder(
                hold: order.id, attempts: attempts, manner: number % 11 == 3 ? .expired : .posted,
                task: number % 2 == 0 ? .code : nil, result: number % 8 == 0 ? [UInt8](repeating: 9, count: 32) : nil,
                rewardBasisPoints: 1_000))
    }
}

extension AuditBench {
    /// Changes rows as nobody should: without triggers and checks, which are put back afterwards.
    func tamper(_ sql: String) throws {
        let store = try Store.open(files.database, schema: LedgerSchema.schema)
        try store.write { connection in
            var triggers: [(name: String, sql: String)] = []
            try connection.query("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'") { rows in
                while try rows.step() { triggers.append((rows.text(0), rows.text(1))) }
            }
            // References are only let go of outside a transaction.
            try connection.execute(
                "COMMIT; PRAGMA ignore_check_constraints = 1; PRAGMA foreign_keys = 0; BEGIN IMMEDIATE")
            for trigger in triggers { try connection.execute("DROP TRIGGER \(trigger.name)") }
            try connection.execute(sql)
            for trigger in triggers { try connection.execute(trigger.sql) }
        }
    }

    /// All octets of the ledger's file, its log written back.
    func octets() throws -> [UInt8] {
        try Store.open(files.database, schema: LedgerSchema.schema).flush()
        return folder.read("data/ledger.db") ?? []
    }

    /// Puts a file in the ledger's place as cp does: without its log.
    func put(_ octets: [UInt8]) throws {
        for suffix in ["-wal", "-shm"] { remove("data/ledger.db\(suffix)") }
        try folder.write("data/ledger.db", octets)
    }

    /// Removes a file when it is there.
    func remove(_ name: String) { unlink(folder.path(name)) }

    /// Every value of every table with its storage class, as SQLite itself writes it.
    static func dump(_ store: Store) -> [String: [String]] {
        var dump: [String: [String]] = [:]
        for (table, columns) in tables {
            let values = columns.map { "typeof(\($0)) || ' ' || quote(\($0))" }.joined(separator: " || ', ' || ")
            do {
                dump[table] = try store.read { connection in
                    try connection.query("SELECT \(values) FROM \(table)") { rows in
                        var texts: [String] = []
                        while try rows.step() { texts.append(rows.text(0)) }
                        return texts
                    }
                }
            } catch {
                dump[table] = ["unreadable"]
            }
        }
        return dump
    }

    private static let tables: [(String, [String])] =
        [("event_log", ["seq", "ts", "kind", "body", "prev", "hash"])]
        + [
            TableShape.hold, .holdLeg, .holdBudget, .usage, .transfer, .entry, .price, .epoch, .checkpoint, .account,
            .asset, .budget, .window, .carry, .spend, .clock, .key, .migration,
        ].map { ($0.name, $0.columns) }
}
