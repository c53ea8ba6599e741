package import AI1Ledger
package import ArgumentParser

/// `ai1 credits export`: the books for other programs.
package struct CreditsExportCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print every transfer for hledger, beancount, a spreadsheet or a script.",
        discussion: """
            Amounts are US dollars with nine decimals, exactly; play credits are the commodity PLAY. The journals assert \
            their balances, so that one changed nano-dollar fails the other program's check. The csv has one line an entry, \
            the jsonl one object a transfer.

            Examples:
              ai1 credits export --format hledger | hledger -f - check --strict \
              ai1 credits export --format beancount -o credits.beancount
              ai1 credits export --format jsonl --since 30d | jq -c .entries
            """)

    @Option(help: "The form: hledger, beancount, csv or jsonl.")
    package var format: LedgerExport.Format

    @Option(
        help: ArgumentHelp(
            "From this day on, after one opening transaction: 2026-11-22, today, yesterday or 7d.", valueName: "day"),
        transform: DayArgument.init(_:))
    package var since: DayArgument?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"), completion: .file())
    package var output: String?

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let books = try CreditsBooks(context)
        let export = LedgerExport(
            books.ledger, format: format, since: try since?.microseconds(books.ledger) ?? .min)
        func write(to stream: OutputStream) throws {
            try export.write { bytes in
                try Task.checkCancellation()
                try stream.write(bytes)
            }
        }
        guard let output else { return try write(to: context.output) }
        try WholeFile.write(to: books.path(output), write)
    }
}

extension LedgerExport.Format: ExpressibleByArgument {}
