internal import AI1Core

/// A ledger for beancount. Without any tolerance a transaction must balance to the nano-dollar, and every account's balance
/// is asserted at the end.
struct BeancountLedger: ExportForm {
    private var days: ExportDays
    private var names: [String] = []
    private var assets: [String] = []

    init(calendar: LocalCalendar) { days = ExportDays(calendar) }

    mutating func begin(
        _ accounts: [ExportAccount], opening: [ExportTransfer.Entry], seconds: Int64
    ) -> String {
        names = accounts.map { AccountNames.beancount($0.path) }
        assets = accounts.map(\.asset)
        let day = days.text(seconds)
        var text = """
            ; the credits of ai1; 1 credit is 0.01 USD
            option "title" "ai1 credits"
            option "operating_currency" "USD"
            option "inferred_tolerance_default" "*:0"
            option "inferred_tolerance_multiplier" "0"

            """
        for asset in Set(assets).sorted() { text += "\(day) commodity \(asset)\n" }
        for place in names.indices { text += "\(day) open \(names[place]) \(assets[place])\n" }
        text += "\n"
        if !opening.isEmpty { text += "\(day) * \"opening balances\"\n" + postings(opening) + "\n" }
        return text
    }

    mutating func transfer(_ transfer: ExportTransfer) -> String {
        var text = "\(days.text(transfer.seconds)) * \(quoted(ExportText.words(transfer)))\n"
        text += "  id: \"\(transfer.id)\"\n"
        if let request = transfer.request { text += "  request: \"\(request)\"\n" }
        if let job = transfer.job { text += "  job: \(quoted(job))\n" }
        return text + postings(transfer.entries) + "\n"
    }

    mutating func end(_ accounts: [ExportAccount]) -> String {
        let day = days.next
        return accounts.enumerated().map { place, account in
            "\(day) balance \(names[place])  \(ExportText.amount(account.balance)) ~ 0.000000000 \(assets[place])\n"
        }.joined()
    }

    private func postings(_ entries: [ExportTransfer.Entry]) -> String {
        entries.map { "  \(names[$0.account])  \(ExportText.amount($0.amount)) \(assets[$0.account])\n" }.joined()
    }

    private func quoted(_ text: String) -> String { "\"" + ExportText.clean(text, without: "\"\\") + "\"" }
}
