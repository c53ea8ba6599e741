internal import AI1Chain
internal import AI1Core
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet tx pending`: what is not settled yet.
package struct WalletTransactionPendingCommand: ContextCommand, NetworkCommand {
    package static let configuration = CommandConfiguration(
        commandName: "pending",
        abstract: "List the transactions of this machine that are not settled, and what to do about them.",
        discussion: """
            The network is asked what became of each. With --offline the journal alone is shown, of all networks.

            Examples:
              ai1 wallet tx pending
              ai1 wallet tx pending --offline --json
            """)

    @Flag(help: "Ask no network: show the journal.")
    package var offline: Bool = false

    @Flag(help: "Print JSON.")
    package var json: Bool = false

    @Flag(help: "Print hashes alone, one a line.")
    package var hashes: Bool = false

    @OptionGroup(title: "Network") package var network: NetworkOptions

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let reports = offline ? try journalled(context) : try await refreshed(context)
        if hashes { return try context.output.write(text: reports.map { $0.entry.hash.hex + "\n" }.joined()) }
        if json {
            let rows = reports.map { PendingView.json($0, among: reports) }
            return try context.output.line(JSONValue.object(["v": 1, "pending": .array(rows)]).text)
        }
        let desk = try WalletDesk(context)
        guard !reports.isEmpty else { return try context.errors.line("nothing is pending") }
        try context.output.show(
            PendingView.table(reports, now: context.clock.now, isNarrow: desk.isNarrow), desk.outputFacts)
        for report in reports {
            // With several, the nonce says which row it is.
            let nonce = reports.count > 1 ? "\(report.entry.nonce)  " : ""
            try context.output.line(nonce + report.entry.hash.hex)
            if !offline, let hint = PendingView.hint(report, among: reports) {
                try context.output.line("  \(hint)")
            }
        }
    }

    private func journalled(_ context: CommandContext) throws -> [PendingReport] {
        try ChainDesk.journal(WalletDesk(context)).pending().map { PendingReport($0, PendingView.status($0.state)) }
    }

    private func refreshed(_ context: CommandContext) async throws -> [PendingReport] {
        let chain = try ChainDesk(context, network)
        let notices = SendingNotices(errors: context.errors, style: chain.desk.errorStyle)
        return try await JournalReconciler(client: chain.client, journal: chain.journal(), notify: notices.show)
            .refresh()
    }
}
