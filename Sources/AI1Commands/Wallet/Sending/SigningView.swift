internal import AI1Chain
internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet

/// A confirmation as lines for a terminal. Whatever anybody else wrote is cleaned here once more.
struct SigningView: Sendable {
    /// Where the second column begins.
    private static let indent = 11
    /// Octets of unknown data that are shown.
    private static let shownData = 96
    /// Columns of the narrowest terminal that is served.
    private static let leastColumns = 24

    let style: Style
    /// Columns of the terminal; nil breaks no line.
    let columns: Int?

    /// All lines but the question.
    /// - Parameter isAnybody: whether anybody may sign, so that there is no sender to name
    func lines(_ told: SigningSummary, isAnybody: Bool = false) -> [String] {
        var lines: [String] = []
        if let amount = told.amount {
            let text = TerminalCleaner.cleanLine(amount.text)
            lines += row(told.verb, "\(text)  (\(grouped(amount.raw.decimal)) \(amount.rawUnit))", .bold)
        } else if told.effects.isEmpty {
            lines += row(told.verb, "no amount")
        } else {
            lines += row(told.verb, told.effects[0], .bold)
        }
        lines += party(told.deedsTo, told.to) + party("Contract", told.contract)
        lines += isAnybody ? row("From", "anybody who signs it") : party("From", told.from)
        if !told.balances.isEmpty { lines += row("", "has " + told.balances.joined(separator: ", ")) }
        lines += row("Network", "\(network(told)), nonce \(told.nonce)")
        lines += fee(told.fee)
        let effects = told.amount == nil ? Array(told.effects.dropFirst()) : told.effects
        for (index, effect) in effects.enumerated() { lines += row(index == 0 ? "Effect" : "", effect) }
        lines += data(told.data)
        for warning in told.warnings { lines += row("Warning", warning, .red) }
        return lines
    }

    /// A chain that the settings have no name for goes by its number alone.
    private func network(_ told: SigningSummary) -> String {
        told.network == "chain \(told.chainID)" ? told.network : "\(told.network) (\(told.chainID))"
    }

    func party(_ label: String, _ party: SigningSummary.Party?) -> [String] {
        guard let party else { return [] }
        let name = party.name.map { "\(TerminalCleaner.cleanLine($0, limit: 60))  " } ?? ""
        return row(label, name + party.address.checksummed)
            + party.notes.flatMap { row("", $0.text, $0.isWarning ? .yellow : .dim) }
    }

    private func fee(_ fee: SigningSummary.Fee) -> [String] {
        let price = GasPriceText.gwei(fee.gasPrice)
        let tip = fee.priorityGasPrice.map { ", tip \(GasPriceText.gwei($0)) gwei" } ?? ""
        let isGasOnly = fee.publishing == .untold
        return row("Fee", "at most \(fee.text)\(isGasOnly ? " for gas" : "")")
            + row("", "\(grouped(String(fee.gasLimit))) gas at up to \(price) gwei\(tip)", .dim)
            + publishing(fee)
    }

    /// The transaction sets no bound for this part: where the figure comes from is told with it.
    private func publishing(_ fee: SigningSummary.Fee) -> [String] {
        if fee.publishing == .untold {
            return row("", "and what the chain takes for publishing on Ethereum, not known here", .yellow)
        }
        guard let text = fee.publishingText else { return [] }
        return row("", "and \(text) for publishing on Ethereum: \(PublishingFee.marginWords)", .dim)
    }

    private func data(_ bytes: [UInt8]) -> [String] {
        guard !bytes.isEmpty else { return [] }
        let more = bytes.count > Self.shownData ? "…" : ""
        return row(
            "Data",
            "\(grouped(String(bytes.count))) octets: "
                + HexText.encode(bytes.prefix(Self.shownData)) + more)
    }

    /// A label and its text, which goes on below itself where it is too long.
    func row(_ label: String, _ text: String, _ mark: Style.Mark = .none) -> [String] {
        // Two blanks in a row are ours, and stay.
        let clean = String(TerminalCleaner.clean(text).prefix(2_000).map { $0 == "\n" || $0 == "\t" ? " " : $0 })
        let width = columns.map { max($0 - Self.indent - 1, Self.leastColumns) } ?? Int.max
        return WrappedText.lines(clean, width: width).enumerated().map { index, line in
            let head = index == 0 ? label : ""
            let padding = String(repeating: " ", count: max(1, Self.indent - head.count))
            return head + padding + style.apply(mark, line)
        }
    }
}

extension SigningSummary {
    /// The label of the second line.
    fileprivate var deedsTo: String { verb == "Approve" || verb == "Revoke" ? "Spender" : "To" }
}
