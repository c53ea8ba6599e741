internal import AI1Core
internal import AI1Storage

/// Reads transfers in their order, a page at a time, so that an export of any size takes little memory and a slow reader of
/// it keeps nobody from writing. What comes after the beginning is left out.
struct ExportReader {
    private static let pageSize = 1_000

    private let ledger: SQLiteLedger
    /// The newest transfer that is exported, and the newest that is not because it is too old.
    private let last: Int64
    private var previous: Int64
    /// Balances as the entries make them, by the accounts' places.
    private var balances: [Int64]
    private let places: [Int64: Int]
    let accounts: [ExportAccount]

    /// - Parameter since: microseconds since 1970
    /// - Throws: `LedgerError`
    init(_ ledger: SQLiteLedger, since: Int64) throws {
        self.ledger = ledger
        let (accounts, last, previous) = try ledger.read { connection in
            let rows = try connection.statement(
                """
                SELECT account.id, path, code, balance FROM account JOIN asset ON asset.id = account.asset
                ORDER BY account.id
                """)
            var accounts: [ExportAccount] = []
            while try rows.step() {
                accounts.append(
                    ExportAccount(
                        id: rows.integer(0), path: rows.text(1), asset: rows.text(2), balance: rows.integer(3)))
            }
            return (
                accounts, try connection.integer("SELECT max(seq) FROM transfer") ?? 0,
                try Self.last(before: since, connection)
            )
        }
        self.accounts = accounts
        self.last = last
        self.previous = previous
        places = Dictionary(accounts.enumerated().map { ($1.id, $0) }) { first, _ in first }
        balances = Array(repeating: 0, count: accounts.count)
        if previous > 0 { try addOpening() }
    }

    /// Balances before the first transfer that is exported, of the accounts that have one.
    var opening: [ExportTransfer.Entry] {
        balances.enumerated().filter { $1 != 0 }.map { ExportTransfer.Entry(account: $0, amount: $1, balance: $1) }
    }

    /// The next transfers; empty at the end.
    /// - Throws: `LedgerError`
    mutating func page() throws -> [ExportTransfer] {
        guard previous < last else { return [] }
        let (after, upTo) = (previous, last)
        var page = try ledger.read { connection in
            let rows = try connection.statement(
                """
                SELECT transfer.seq, transfer.id, ts, kind, memo, hold.id, request, target, job
                FROM transfer LEFT JOIN hold ON hold.seq = transfer.hold
                WHERE transfer.seq > ? AND transfer.seq <= ? ORDER BY transfer.seq LIMIT ?
                """)
            rows.bind(1, after)
            rows.bind(2, upTo)
            rows.bind(3, Self.pageSize)
            var page: [ExportTransfer] = []
            while try rows.step() { page.append(try transfer(rows, connection)) }
            return page
        }
        guard let end = page.last?.sequence else { throw Self.damaged("transfers are missing") }
        previous = end
        for index in page.indices {
            for leg in page[index].entries.indices {
                let entry = page[index].entries[leg]
                page[index].entries[leg].balance = try add(entry.amount, to: entry.account)
            }
        }
        return page
    }

    /// Compares what the entries come to with what the accounts say.
    /// - Throws: `LedgerError` of code `audit`
    func checkBalances() throws {
        for (place, account) in accounts.enumerated() where balances[place] != account.balance {
            throw Self.damaged("the entries of \(account.path) do not come to its balance")
        }
    }

    private func transfer(_ row: Statement, _ connection: Connection) throws -> ExportTransfer {
        let sequence = row.integer(0)
        guard let id = LedgerID(octets: row.bytes(1)), let kind = TransferEvent.Kind(rawValue: row.integer(3)) else {
            throw Self.damaged("transfer \(sequence) cannot be read")
        }
        var transfer = ExportTransfer(
            sequence: sequence, id: id, seconds: row.integer(2) / 1_000_000, kind: kind,
            hold: row.optionalBytes(5).flatMap(LedgerID.init(octets:)),
            request: row.optionalBytes(6).flatMap(LedgerID.init(octets:)), target: row.optionalText(7),
            job: row.optionalText(8), memo: row.text(4), entries: [])
        let entries = try connection.statement("SELECT account, amount FROM entry WHERE transfer = ? ORDER BY leg")
        entries.bind(1, sequence)
        while try entries.step() {
            guard let place = places[entries.integer(0)] else {
                throw Self.damaged("transfer \(sequence) has an account that does not exist")
            }
            transfer.entries.append(ExportTransfer.Entry(account: place, amount: entries.integer(1), balance: 0))
        }
        return transfer
    }

    private mutating func addOpening() throws {
        let upTo = previous
        let sums = try ledger.read { connection in
            let rows = try connection.statement(
                "SELECT account, sum(amount) FROM entry WHERE transfer <= ? GROUP BY account")
            rows.bind(1, upTo)
            var sums: [(account: Int64, amount: Int64)] = []
            while try rows.step() { sums.append((rows.integer(0), rows.integer(1))) }
            return sums
        }
        for sum in sums {
            guard let place = places[sum.account] else { throw Self.damaged("an entry has an unknown account") }
            _ = try add(sum.amount, to: place)
        }
    }

    private mutating func add(_ amount: Int64, to place: Int) throws -> Int64 {
        let (sum, overflow) = balances[place].addingReportingOverflow(amount)
        guard !overflow else { throw Self.damaged("a balance is too large") }
        balances[place] = sum
        return sum
    }

    /// The newest transfer before a moment. Times rise with numbers, so that halving finds it.
    private static func last(before since: Int64, _ connection: Connection) throws -> Int64 {
        guard since > .min else { return 0 }
        var low: Int64 = 0
        var high = try connection.integer("SELECT max(seq) FROM transfer") ?? 0
        while low < high {
            let middle = (low + high + 1) / 2
            let row = try connection.statement("SELECT ts FROM transfer WHERE seq = ?")
            row.bind(1, middle)
            defer { row.reset() }
            if try row.step(), row.integer(0) < since { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private static func damaged(_ what: String) -> LedgerError {
        LedgerError(.audit, message: "the ledger is damaged: \(what)", hint: "ai1 credits check --full")
    }
}
