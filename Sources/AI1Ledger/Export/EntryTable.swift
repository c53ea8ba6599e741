/// An entry a line, as comma-separated values.
struct EntryTable: ExportForm {
    private var accounts: [ExportAccount] = []

    mutating func begin(
        _ accounts: [ExportAccount], opening: [ExportTransfer.Entry], seconds: Int64
    ) -> String {
        self.accounts = accounts
        let heading = [
            "transfer", "id", "time", "kind", "request", "target", "job", "memo", "account", "asset", "nano", "amount",
            "balance_nano",
        ]
        let time = LocalCalendar.utcText(seconds)
        return CSVRow.line(heading)
            + opening.map { CSVRow.line(["0", "", time, "opening", "", "", "", ""] + fields($0)) }.joined()
    }

    mutating func transfer(_ transfer: ExportTransfer) -> String {
        let shared = [
            String(transfer.sequence), transfer.id.description, LocalCalendar.utcText(transfer.seconds),
            transfer.kind.word, transfer.request?.description ?? "", transfer.target ?? "", transfer.job ?? "",
            transfer.memo,
        ]
        return transfer.entries.map { CSVRow.line(shared + fields($0)) }.joined()
    }

    mutating func end(_ accounts: [ExportAccount]) -> String { "" }

    private func fields(_ entry: ExportTransfer.Entry) -> [String] {
        [
            accounts[entry.account].path, accounts[entry.account].asset, String(entry.amount),
            ExportText.amount(entry.amount), String(entry.balance),
        ]
    }
}
