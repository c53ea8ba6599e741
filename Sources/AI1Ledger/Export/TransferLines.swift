internal import AI1Core

/// A transfer a line, as JSON of version 1.
struct TransferLines: ExportForm {
    private var accounts: [ExportAccount] = []

    mutating func begin(
        _ accounts: [ExportAccount], opening: [ExportTransfer.Entry], seconds: Int64
    ) -> String {
        self.accounts = accounts
        guard !opening.isEmpty else { return "" }
        return line(["v": 1, "seq": 0, "id": .null, "time": time(seconds), "kind": "opening"], opening)
    }

    mutating func transfer(_ transfer: ExportTransfer) -> String {
        let object: JSONObject = [
            "v": 1, "seq": .integer(transfer.sequence), "id": .string(transfer.id.description),
            "time": time(transfer.seconds), "kind": .string(transfer.kind.word),
            "hold": transfer.hold.map { .string($0.description) } ?? .null,
            "request": transfer.request.map { .string($0.description) } ?? .null,
            "target": transfer.target.map { .string($0) } ?? .null, "job": transfer.job.map { .string($0) } ?? .null,
            "memo": .string(transfer.memo),
        ]
        return line(object, transfer.entries)
    }

    mutating func end(_ accounts: [ExportAccount]) -> String { "" }

    private func line(_ object: JSONObject, _ entries: [ExportTransfer.Entry]) -> String {
        var object = object
        object["entries"] = .array(
            entries.map {
                [
                    "account": .string(accounts[$0.account].path), "asset": .string(accounts[$0.account].asset),
                    "nano": .integer($0.amount), "amount": .string(ExportText.amount($0.amount)),
                    "balance_nano": .integer($0.balance),
                ]
            })
        return JSONValue.object(object).text + "\n"
    }

    private func time(_ seconds: Int64) -> JSONValue { .string(LocalCalendar.utcText(seconds)) }
}
