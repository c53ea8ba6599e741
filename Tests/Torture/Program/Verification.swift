import AI1Core
import AI1Ledger
import AI1Storage
import AI1TestSupport

/// `verify ROOT ACKNOWLEDGED`: compares a ledger with the lines that its workers told, after a sweep. Prints figures,
/// one a line, and what is wrong.
struct Verification {
    private struct Row {
        var state: Int64
        var amount: Int64
        var charge: Int64
        var transfers: Int64
    }

    /// What is known of a hold from the lines.
    private struct Told {
        var held: Int64 = 0
        var cost: Int64?
        var charge: Int64?
        var isReleased = false
    }

    private let ledger: SQLiteLedger
    private let lines: [[String]]

    init(_ words: Words) throws {
        ledger = try TortureLedger.open(try words.text(1, "ROOT"))
        lines = Disk.text(try words.text(2, "ACKNOWLEDGED")).split(separator: "\n").map {
            $0.split(separator: " ").map(String.init)
        }
    }

    func run() throws {
        let rows = try rows()
        var lost = 0
        var wrong = 0
        let told = told()
        for (id, told) in told {
            guard let row = rows[id], row.amount >= told.held else {
                lost += 1
                Console.say("lost \(id)")
                continue
            }
            guard !fits(told, row) else { continue }
            wrong += 1
            Console.say("wrong \(id): \(told) but \(row)")
        }
        let doubles = rows.values.filter { $0.transfers > 1 || ($0.transfers == 1) != ($0.charge > 0) }.count
        let report = try LedgerCheck.full(ledger)
        for finding in report.findings.prefix(10) { Console.say("finding \(finding)") }
        let sums = LedgerMatch.sums(of: try ledger.state())
        let paid = try paid()
        Console.say("acknowledged \(lines.filter { "HRPVS".contains($0.first ?? " ") }.count)")
        Console.say("holds \(rows.count)")
        Console.say("lost \(lost)")
        Console.say("wrong \(wrong)")
        Console.say("double \(doubles + (paid ? 0 : 1))")
        Console.say("open \(rows.values.filter { $0.state == 0 }.count)")
        Console.say("findings \(report.findings.count)")
        Console.say("sum \(sums[0]) \(sums[1])")
    }

    /// Whether what became of a hold is what was told about it.
    private func fits(_ told: Told, _ row: Row) -> Bool {
        if let charge = told.charge { return row.state == 1 && row.charge == charge }
        if told.isReleased { return row.state == 2 }
        guard let cost = told.cost else { return true }
        // The use was noted: whoever closed it charged that, owner or sweeper.
        return [1, 3].contains(row.state) && row.charge == min((cost + 999) / 1_000, row.amount)
    }

    private func told() -> [LedgerID: Told] {
        var all: [LedgerID: Told] = [:]
        for line in lines where line.count >= 2 {
            guard let id = LedgerID(line[1]) else { continue }
            let number = line.count > 2 ? Int64(line[2]) : nil
            switch line[0] {
            case "H", "R": all[id, default: Told()].held = number ?? 0
            case "S": all[id, default: Told()].cost = number
            case "P": all[id, default: Told()].charge = number
            case "V": all[id, default: Told()].isReleased = true
            default: continue
            }
        }
        return all
    }

    private func rows() throws -> [LedgerID: Row] {
        try ledger.read { connection in
            var transfers: [Int64: Int64] = [:]
            let counts = try connection.statement(
                "SELECT hold, count(*) FROM transfer WHERE hold IS NOT NULL GROUP BY hold")
            while try counts.step() { transfers[counts.integer(0)] = counts.integer(1) }
            var all: [LedgerID: Row] = [:]
            let rows = try connection.statement("SELECT id, seq, state, amount, charge FROM hold")
            while try rows.step() {
                guard let id = LedgerID(octets: rows.bytes(0)) else { continue }
                all[id] = Row(
                    state: rows.integer(2), amount: rows.integer(3), charge: rows.integer(4),
                    transfers: transfers[rows.integer(1)] ?? 0)
            }
            return all
        }
    }

    /// Whether users paid what holds were charged for, less rewards, and nothing else.
    private func paid() throws -> Bool {
        try ledger.read { connection in
            let entries = try connection.integer(
                """
                SELECT coalesce(sum(entry.amount), 0) FROM entry JOIN transfer ON transfer.seq = entry.transfer
                JOIN account ON account.id = entry.account WHERE transfer.kind = 2 AND account.path LIKE 'user:%'
                """)
            return try entries == connection.integer("SELECT coalesce(sum(reward - charge), 0) FROM hold")
        }
    }
}
