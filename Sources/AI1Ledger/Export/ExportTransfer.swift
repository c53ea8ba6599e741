/// An account as exports know it.
struct ExportAccount: Sendable, Hashable {
    var id: Int64
    var path: String
    var asset: String
    /// When the export was begun.
    var balance: Int64
}

/// A transfer with its entries.
struct ExportTransfer: Sendable, Hashable {
    struct Entry: Sendable, Hashable {
        /// Its place among the export's accounts.
        var account: Int
        var amount: Int64
        /// The account's balance after it.
        var balance: Int64
    }

    var sequence: Int64
    var id: LedgerID
    /// Seconds since 1970.
    var seconds: Int64
    var kind: TransferEvent.Kind
    var hold: LedgerID?
    var request: LedgerID?
    var target: String?
    var job: String?
    var memo: String
    var entries: [Entry]
}

extension TransferEvent.Kind {
    /// The word that exports have for it.
    var word: String {
        switch self {
        case .grant: "grant"
        case .charge: "charge"
        case .move: "move"
        }
    }
}

/// A form of export: what comes first, each transfer in turn, what comes last.
protocol ExportForm {
    /// - Parameter opening: the balances from before the first transfer, with the place of their account; none when the
    ///   export begins with the ledger
    mutating func begin(_ accounts: [ExportAccount], opening: [ExportTransfer.Entry], seconds: Int64) -> String
    mutating func transfer(_ transfer: ExportTransfer) -> String
    mutating func end(_ accounts: [ExportAccount]) -> String
}
