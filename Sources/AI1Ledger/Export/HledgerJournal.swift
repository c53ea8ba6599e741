internal import AI1Core

/// A journal for hledger(1). Every posting asserts the balance after it: no amount can be changed alone, nor two of a
/// transaction together.
struct HledgerJournal: ExportForm {
    private var days: ExportDays
    private var names: [String] = []
    private var assets: [String] = []

    init(calendar: LocalCalendar) { days = ExportDays(calendar) }

    mutating func begin(
        _ accounts: [ExportAccount], opening: [ExportTransfer.Entry], seconds: Int64
    ) -> String {
        _ = days.text(seconds)
        names = accounts.map { AccountNames.hledger($0.path) }
        assets = accounts.map(\.asset)
        var text = "; the credits of ai1; 1 credit is 0.01 USD\ndecimal-mark .\n"
        for asset in Set(assets).sorted() { text += "commodity 1000.000000000 \(asset)\n" }
        for name in names { text += "account \(name)\n" }
        text += "\n"
        if !opening.isEmpty {
            text += "\(days.text(seconds)) * opening balances\n" + postings(opening) + "\n"
        }
        return text
    }

    mutating func transfer(_ transfer: ExportTransfer) -> String {
        let words = ExportText.clean(ExportText.words(transfer), without: ";|")
        var tags: [String] = []
        if let request = transfer.request { tags.append("request:\(request)") }
        if let job = transfer.job { tags.append("job:" + ExportText.clean(job, without: ",;[]")) }
        return "\(days.text(transfer.seconds)) * (\(transfer.id)) \(words)"
            + (tags.isEmpty ? "" : "  ; " + tags.joined(separator: ", ")) + "\n" + postings(transfer.entries) + "\n"
    }

    mutating func end(_ accounts: [ExportAccount]) -> String {
        // A last look at every account, also those without a posting.
        var text = "\(days.last) * balances at the end\n"
        for (place, account) in accounts.enumerated() { text += line(place, 0, account.balance) }
        return text
    }

    private func postings(_ entries: [ExportTransfer.Entry]) -> String {
        entries.map { line($0.account, $0.amount, $0.balance) }.joined()
    }

    private func line(_ place: Int, _ amount: Int64, _ balance: Int64) -> String {
        "    \(names[place])  \(ExportText.amount(amount)) \(assets[place]) = \(ExportText.amount(balance)) "
            + "\(assets[place])\n"
    }
}
