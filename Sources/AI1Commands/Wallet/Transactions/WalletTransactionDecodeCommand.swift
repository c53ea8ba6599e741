internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet tx decode`: what a transaction says.
package struct WalletTransactionDecodeCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "Show what a transaction does, signed or not.",
        discussion: """
            It is read as strictly as it is written: what is not canonical is refused. Nothing is asked of a network. With - \
            every line of standard input, JSON or raw digits, is answered by a line of JSON; an error is such a line too.

            Examples:
              ai1 wallet tx decode tx.json
              ai1 wallet tx decode 0x02f8…
              ai1 wallet tx decode - < raw.txt | jq -r .hash
            """)

    @Argument(help: "A file, raw hexadecimal digits with 0x, or - for lines of either.", completion: .file())
    package var input: String

    @Flag(help: "Print JSON.")
    package var json: Bool = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        guard input != TransactionInput.standardInput else {
            return try await LineService(context: context).run { try TransactionInput.parse($0).object }
        }
        let desk = try WalletDesk(context)
        let document = try TransactionInput.read(input, desk)
        guard !json else { return try context.output.line(JSONValue.object(document.object).text) }
        let view = SigningView(style: Style(hasColor: desk.outputFacts.hasColor), columns: desk.outputFacts.columns)
        let told = try DocumentView.summary(
            of: document.transaction, from: document.from ?? .zero, desk, deed: .sign)
        for line in view.lines(told, isAnybody: document.from == nil) + view.ends(document) {
            try context.output.line(line)
        }
    }
}
