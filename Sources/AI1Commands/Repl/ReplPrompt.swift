internal import AI1Conversations
internal import AI1Core
internal import AI1Ledger
internal import AI1Settings
internal import AI1Terminal

/// What stands before the line: who will be asked, and what is left to pay with.
struct ReplPrompt: Sendable {
    /// Columns that are left for typing at least, else the prompt gets shorter.
    private static let typingColumns = 24

    private let name: String
    private let free: NanoUSD?
    private let attachments: Int

    init(_ live: Composition, _ state: ReplState) {
        let own = state.chat.settings
        let objective = (own.objective ?? live.settings.objective.value).rawValue
        let model = own.model ?? (own.objective == nil ? live.settings.model?.value : nil)
        name = TerminalCleaner.cleanLine(model ?? objective, limit: 40)
        free = state.free
        attachments = state.attachments.count
    }

    /// The prompt, coloured; the shorter the narrower the terminal is.
    func text(columns: Int, style: Style) -> String {
        let marks = attachments > 0 ? " +\(attachments)" : ""
        let money = free.map { " \($0.credits)" } ?? ""
        let long = "ai1 (\(name))\(marks)\(money)"
        let short = "\(DisplayWidth.truncate(name, to: max(4, columns / 4)))\(marks)\(money)"
        let shown = DisplayWidth.columns(long) + Self.typingColumns <= columns ? long : short
        let fits = DisplayWidth.columns(shown) + Self.typingColumns / 2 <= columns
        return (fits ? style.dim(shown) + " " : "") + "› "
    }

    /// While something is under way.
    static func busy(style: Style) -> String { style.dim("›") + " " }

    /// What is free to be spent; nil without a ledger, or where only books are kept.
    static func free(_ ledger: SQLiteLedger?) -> NanoUSD? {
        guard let ledger, let report = try? BalanceReport.read(ledger) else { return nil }
        return NanoUSD(report.balance.amount - report.held.amount)
    }
}
