internal import AI1Core

/// Writes the transfers of a ledger in a form that other programs read. The entries must come to the balances that the
/// accounts have, else the export fails at its end.
package struct LedgerExport {
    package enum Format: String, Sendable, Hashable, CaseIterable {
        /// A journal for hledger(1).
        case hledger
        /// A ledger for beancount.
        case beancount
        /// An entry a line (RFC 4180).
        case csv
        /// A transfer a line, as JSON.
        case jsonl
    }

    /// Octets that are gathered before they are written.
    private static let bufferBytes = 65_536

    private let ledger: SQLiteLedger
    private let format: Format
    private let since: Int64

    /// - Parameter since: microseconds since 1970; what was before is one opening transaction
    package init(_ ledger: SQLiteLedger, format: Format, since: Int64 = .min) {
        self.ledger = ledger
        self.format = format
        self.since = since
    }

    /// Writes it all, a piece at a time.
    /// - Throws: `LedgerError`, and what `sink` throws
    package func write(to sink: ([UInt8]) throws -> Void) throws {
        var reader = try ExportReader(ledger, since: since)
        let opening = reader.opening
        var page = try reader.page()
        let now = try ledger.nowSeconds()
        let start = since > .min ? min(since / 1_000_000, now) : page.first?.seconds ?? now
        var form = form()
        var buffer = Array(form.begin(reader.accounts, opening: opening, seconds: start).utf8)
        while !page.isEmpty {
            for transfer in page {
                buffer.append(contentsOf: form.transfer(transfer).utf8)
                guard buffer.count >= Self.bufferBytes else { continue }
                try sink(buffer)
                buffer.removeAll(keepingCapacity: true)
            }
            page = try reader.page()
        }
        try reader.checkBalances()
        buffer.append(contentsOf: form.end(reader.accounts).utf8)
        try sink(buffer)
    }

    private func form() -> any ExportForm {
        switch format {
        case .hledger: HledgerJournal(calendar: ledger.calendar)
        case .beancount: BeancountLedger(calendar: ledger.calendar)
        case .csv: EntryTable()
        case .jsonl: TransferLines()
        }
    }
}
