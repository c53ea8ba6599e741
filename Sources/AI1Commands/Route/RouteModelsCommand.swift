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
            Prices are US dollars per million tokens, of the day or month in the last column; ~ marks an estimate. What a model \
            can: v images in, t tools, s structured output, r reasoning; and what it makes when that is not text, with what its \
            prices are of when they are not of tokens.

            Examples:
              ai1 route models claude
              ai1 route models --provider groq
              ai1 route models --can vision --can schema --max-price 1 --json
              ai1 route models --output image
              ai1 route models --search "qwen coder" --max-price 0.5
            """)

    /// More models than these are not poured over a terminal unasked.
    private static let shownOnTerminal = 60

    @Argument(help: "Words that the name must contain.")
    package var text: [String] = []

    @Option(help: "Further words that the name must contain, as one argument. May be repeated.")
    package var search: [String] = []

    @Option(help: "Only this provider.")
    package var provider: String?

    @Option(
        help:
            "Only models that can do this: vision, tools, schema, reasoning, temperature, seed, stop. May be repeated.")
    package var can: [CatalogFilter.Capability] = []

    @Option(help: "Only models that make this: text, image, speech, transcript, embedding.")
    package var output: OutputKind?

    @Option(name: .customLong("max-price"), help: "At most so many US dollars per million tokens, of input and output.")
    package var maxPrice: PriceArgument?

    @Option(name: .customLong("min-context"), help: "A window of at least so many tokens.")
    package var minContext: Int = 0

    @Option(help: "Show at most so many, 0 for all; on a terminal 60 unless given.")
    package var limit: Int?

    @Flag(help: "Deprecated models too.")
    package var all = false

    @Flag(help: "Print names and aliases only, one a line; of providers that are set up or come with ai1.")
    package var names = false

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit is a number of models, or 0 for all") }
    }

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        // Names are for completion: of models that could be meant, not of providers that nobody added.
        let catalog = names && provider == nil ? live.catalogOfKnownProviders : live.wholeCatalog
        if let provider, catalog.provider(provider) == nil {
            let near = Suggestions.near(provider, among: catalog.providers.map(\.id))
            throw CommandError(
                .usage, message: "no provider is called '\(provider)'",
                hint: near.isEmpty ? "ai1 route providers" : "did you mean \(near.joined(separator: ", "))?")
        }
        let rows = catalog.search(
            CatalogFilter(
                text: (text + search).joined(separator: " "), provider: provider, capabilities: Set(can),
                output: output, maxPrice: maxPrice?.price, minContext: minContext, includesDeprecated: all))
        if names {
            let aliases = text.isEmpty && search.isEmpty && provider == nil ? catalog.aliases.keys.sorted() : []
            return try context.output.write(ModelReport.names(aliases: aliases, rows))
        }
        if json { return try context.output.line(JSONValue.array(rows.map(ModelReport.json)).text) }
        guard !rows.isEmpty else {
            throw CommandError(.inputMissing, message: "no model fits", hint: "ask for less, or see: ai1 route models")
        }
        let limit = limit ?? (context.output.isTerminal ? Self.shownOnTerminal : 0)
        let shown = Array(limit == 0 ? rows[...] : rows.prefix(limit))
        let columns = live.outputFacts.columns
        try context.output.show(ModelReport.table(shown, columns: columns), live.outputFacts)
        // Beside a narrow table, where there is no room for a column of them.
        if let columns, !ModelReport.showsSource(columns) {
            try context.errors.line(ModelReport.sources(shown))
        }
        if shown.count < rows.count {
            try context.errors.line("… \(grouped(Int64(rows.count - shown.count))) more; --limit 0 shows all")
        }
    }
}

extension CatalogFilter.Capability: ExpressibleByArgument {}

extension OutputKind: ExpressibleByArgument {}

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
