package import AI1Core
internal import AI1Ledger
package import ArgumentParser

/// `ai1 credits add`: credits that the user declares.
package struct CreditsAddCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add credits.",
        discussion: """
            The amount is what you allow requests to cost; nothing is paid to anybody by it. With a key the same command \
            can be run again and again, and adds once.

            Examples:
              ai1 credits add 500
              ai1 credits add '$5' --idempotency-key 2026-11
            """)

    @Argument(help: "500 and 500c are credits, $5 and 5usd US dollars.", transform: AddedAmount.init(_:))
    package var amount: AddedAmount

    @Option(
        name: .customLong("idempotency-key"),
        help: ArgumentHelp("Add once under this key, however often the command is run.", valueName: "key"),
        transform: LedgerName.key)
    package var key: String?

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let books = try CreditsBooks(context)
        let id = key.map(Self.id(key:)) ?? LedgerID(context.newRequestID())
        let isRepeated = try key != nil && LedgerLookup.hasTransfer(id, in: books.ledger)
        try books.ledger.apply(.grant(id: id, to: .declared, amount: amount.amount, memo: "credits added"))
        books.sign()
        let balance = try BalanceReport.read(books.ledger).balance
        if json {
            let object: JSONValue = [
                "v": 1, "id": .string(id.description), "added": OutcomeJSON.cost(isRepeated ? .zero : amount.amount),
                "repeated": .bool(isRepeated), "balance": OutcomeJSON.cost(balance),
            ]
            return try context.output.line(object.text)
        }
        let done = isRepeated ? "added before under this key, not again" : "added \(amount.amount.credits)"
        try context.output.line("\(done); balance \(balance.credits)")
    }

    /// The transfer of a key: UUIDv5.
    private static func id(key: String) -> LedgerID {
        LedgerID(namespace: LedgerID(high: 0xC7A1_5B0E_92D3_4F64, low: 0xA8E2_7713_06BC_51D9), name: "add\u{0}\(key)")
    }
}

/// An amount that can be added: more than nothing, and no more than anybody means.
package struct AddedAmount: Sendable {
    /// One million US dollars.
    private static let largest = NanoUSD(1_000_000_000_000_000)

    package let amount: NanoUSD

    /// - Throws: `ValidationError` that says what an amount looks like
    init(_ text: String) throws {
        let amount = try AmountArgument(text).amount
        guard amount > .zero else { throw ValidationError("the amount must be more than 0") }
        guard amount <= Self.largest else { throw ValidationError("the amount must be at most $1000000") }
        self.amount = amount
    }
}
