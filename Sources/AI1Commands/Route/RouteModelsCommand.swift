package import AI1Catalog
package import AI1Core
internal import AI1Terminal
package import ArgumentParser

/// `ai1 route models`: what there is.
package struct RouteModelsCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "models",
        abstract: "List models with their prices.",
        discussion: """
            Prices are US dollars per million tokens, of the month in the last column; ~ marks an estimate. What a model \
            can: v images in, t tools, s structured output, r reasoning.

            Examples:
              ai1 route models claude
              ai1 route models --provider groq
              ai1 route models --can vision --can schema --max-price 1 --json
            """)

    @Argument(help: "Words that the name must contain.")
    package var text: [String] = []

    @Option(help: "Only this provider.")
    package var provider: String?

    @Option(
        help:
            "Only models that can do this: vision, tools, schema, reasoning, temperature, seed, stop. May be repeated.")
    package var can: [CatalogFilter.Capability] = []

    @Option(name: .customLong("max-price"), help: "At most so many US dollars per million tokens, of input and output.")
    package var maxPrice: PriceArgument?

    @Option(name: .customLong("min-context"), help: "A window of at least so many tokens.")
    package var minContext: Int = 0

    @Flag(help: "Deprecated models too.")
    package var all = false

    @Flag(help: "Print names and aliases only, one a line.")
    package var names = false

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        if let provider, live.catalog.provider(provider) == nil {
            let near = Suggestions.near(provider, among: live.catalog.providers.map(\.id))
            throw CommandError(
                .usage, message: "no provider is called '\(provider)'",
                hint: near.isEmpty ? "ai1 route providers" : "did you mean \(near.joined(separator: ", "))?")
        }
        let rows = live.catalog.search(
            CatalogFilter(
                text: text.joined(separator: " "), provider: provider, capabilities: Set(can),
                maxPrice: maxPrice?.price, minContext: minContext, includesDeprecated: all))
        if names {
            let aliases = text.isEmpty && provider == nil ? live.catalog.aliases.keys.sorted() : []
            let lines = aliases + rows.map { TerminalCleaner.cleanLine($0.name.description) }
            return try context.output.write(text: lines.map { $0 + "\n" }.joined())
        }
        if json { return try context.output.line(JSONValue.array(rows.map(ModelReport.json)).text) }
        guard !rows.isEmpty else {
            throw CommandError(.inputMissing, message: "no model fits", hint: "ask for less, or see: ai1 route models")
        }
        try context.output.show(ModelReport.table(rows), live.outputFacts)
    }
}

extension CatalogFilter.Capability: ExpressibleByArgument {}

/// US dollars per million tokens.
package struct PriceArgument: ExpressibleByArgument, Sendable {
    package let price: TokenPrice

    package init?(argument: String) {
        guard
            let price = TokenPrice(
                usdPerMillionTokens: argument.hasPrefix("$") ? String(argument.dropFirst()) : argument)
        else { return nil }
        self.price = price
    }
}
