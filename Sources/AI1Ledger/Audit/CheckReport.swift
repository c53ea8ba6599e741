/// What a check of the ledger came to.
package struct CheckReport: Sendable, Hashable {
    /// Something that is not as it must be.
    package struct Finding: Sendable, Hashable {
        /// The table, or the file.
        package var table: String
        /// The row by its key; empty when the whole table is meant.
        package var key: String
        package var column: String?
        package var message: String

        package init(table: String, key: String = "", column: String? = nil, message: String) {
            self.table = table
            self.key = key
            self.column = column
            self.message = message
        }
    }

    /// Empty when all is well.
    package var findings: [Finding] = []
    /// What is worth knowing and no fault.
    package var notes: [String] = []
    package var events: Int64 = 0
    package var transfers: Int64 = 0
    package var openHolds: Int64 = 0
    /// The newest one in the ledger.
    package var checkpoint: SignedCheckpoint?
    package var milliseconds: Int64 = 0

    package init() {}

    package var isGood: Bool { findings.isEmpty }
}

extension CheckReport.Finding: CustomStringConvertible {
    /// `account 3 (user:local:promo).balance: 499 where 500 follows from the events`
    package var description: String {
        table + (key.isEmpty ? "" : " \(key)") + (column.map { ".\($0)" } ?? "") + ": \(message)"
    }
}

/// Findings as they come, at most so many of a table: one damaged page can make thousands.
final class FindingList {
    static let limitPerTable = 100

    private(set) var findings: [CheckReport.Finding] = []
    private var counts: [String: Int] = [:]

    func add(_ table: String, _ key: String = "", column: String? = nil, _ message: String) {
        counts[table, default: 0] += 1
        guard counts[table, default: 0] <= Self.limitPerTable else { return }
        findings.append(CheckReport.Finding(table: table, key: key, column: column, message: message))
    }

    /// All findings, and how many were left out.
    func finish() -> [CheckReport.Finding] {
        findings
            + counts.filter { $0.value > Self.limitPerTable }.sorted { $0.key < $1.key }.map {
                CheckReport.Finding(table: $0.key, message: "and \($0.value - Self.limitPerTable) more findings")
            }
    }
}
