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
