internal import AI1Storage
internal import Crypto

/// What follows from the events, made again while they pass by, and compared with the rows there are. Rows of requests
/// are read in the same order as the events come, so that each table is read once from its beginning to its end; only
/// the open holds and the small tables are kept.
final class LedgerReplay {
    struct Account {
        var path: String
        var asset: Int64
        var floor: Int64?
        var balance: Int64 = 0
        var held: Int64 = 0
    }

    struct WindowKey: Hashable {
        var budget: Int64
        var start: Int64
    }

    struct Window {
        var stop: Int64
        var spent: Int64 = 0
        var reserved: Int64 = 0
    }

    struct SpendKey: Hashable {
        var day: Int64
        var purse: Int64
        var target: String
        var job: String
        var task: String
    }

    /// A digest of an idempotency key: there may be one for every request.
    struct KeyDigest: Hashable {
        private let hash: TreeHash

        init(scope: String, key: String) {
            var hasher = SHA256()
            hasher.update(data: Array(scope.utf8) + [0])
            hasher.update(data: Array(key.utf8))
            hash = TreeHash(hasher.finalize())
        }
    }

    let connection: Connection
    let findings: FindingList
    let holdRows: TableCursor
    let legRows: TableCursor
    let shareRows: TableCursor
    let usageRows: TableCursor
    let transferRows: TableCursor
    let entryRows: TableCursor
    let priceRows: TableCursor
    let epochRows: TableCursor

    var accounts: [Int64: Account] = [:]
    var budgets: [Int64: BudgetEvent] = [:]
    var windows: [WindowKey: Window] = [:]
    var carries: [String: Int64] = [:]
    var spends: [SpendKey: SpendPart] = [:]
    var clock: ClockEvent?
    /// The event that says what a key's row is now.
    var keys: [KeyDigest: Int64] = [:]
    var openHolds: [Int64: OpenHold] = [:]
    /// Number and event of every epoch.
    var epochs: [(number: Int64, event: Int64)] = []
    var ledger: LedgerID?
    /// What the indexes by name must have.
    var holdNames = IndexCheck.Sum()
    var transferNames = IndexCheck.Sum()
    /// The event that is being replayed.
    var sequence: Int64 = 0
    var time: Int64 = 0

    init(_ connection: Connection, _ findings: FindingList) throws {
        self.connection = connection
        self.findings = findings
        holdRows = try TableCursor(.hold, connection, findings)
        legRows = try TableCursor(.holdLeg, connection, findings)
        shareRows = try TableCursor(.holdBudget, connection, findings)
        usageRows = try TableCursor(.usage, connection, findings)
        transferRows = try TableCursor(.transfer, connection, findings)
        entryRows = try TableCursor(.entry, connection, findings)
        priceRows = try TableCursor(.price, connection, findings)
        epochRows = try TableCursor(.epoch, connection, findings)
    }

    private var cursors: [TableCursor] {
        [holdRows, legRows, shareRows, usageRows, transferRows, entryRows, priceRows, epochRows]
    }

    func apply(_ event: LedgerEvent) {
        switch event {
        case .genesis(let genesis): begin(genesis)
        case .openAccount(let opening): apply(opening)
        case .transfer(let transfer): apply(transfer, hold: nil)
        case .hold(let hold): apply(hold)
        case .raise(let raise): apply(raise)
        case .post(let post): apply(post)
        case .void(let void): apply(void)
        case .budget(let budget): apply(budget)
        case .price(let price):
            findings.compare(
                .price, [.integer(price.id), .text(price.target), .text(price.prices)], priceRows.take(price.id))
        case .clock(let event): clock = event
        case .epoch(let epoch): apply(epoch)
        case .key(let key): note([key])
        }
    }

    /// An event that cannot have come where it stands.
    func contradict(_ message: String) { findings.add("event_log", "\(sequence)", column: "body", message) }

    private func begin(_ genesis: Genesis) {
        guard sequence == 1 else { return contradict("a ledger begins in the midst of the events") }
        ledger = genesis.ledger
    }

    private func apply(_ epoch: EpochEvent) {
        epochs.append((epoch.number, sequence))
        findings.compare(
            .epoch, [.integer(epoch.number), .integer(sequence), .text(epoch.reason)], epochRows.take(epoch.number))
    }

    func note(_ keys: [KeyPart]) {
        for key in keys { self.keys[KeyDigest(scope: key.scope, key: key.key)] = sequence }
    }

    /// Compares what is left once all events were replayed.
    func finish() throws {
        for hold in openHolds.values.sorted(by: { $0.sequence < $1.sequence }) { compare(hold) }
        for cursor in cursors { cursor.finish() }
        try compareSmallTables()
        try compareKeys()
    }

    /// Ends all reading.
    func close() {
        for cursor in cursors { cursor.close() }
    }
}
