package import AI1Core

/// Which models to list. An empty filter fits every model.
package struct CatalogFilter: Sendable, Hashable {
    /// Words that must all stand in the name or title, without regard to case and punctuation.
    package var text: String
    /// Only this provider; nil for all.
    package var provider: String?
    package var capabilities: Set<Capability>
    /// Only models that make this; nil for all.
    package var output: OutputKind?
    /// The most that a million tokens may cost, of input and of output alike; models without a known price do not fit.
    package var maxPrice: TokenPrice?
    /// The smallest window in tokens; models of unknown window do not fit when it is set.
    package var minContext: Int
    package var includesDeprecated: Bool

    /// What a model must be able to do.
    package enum Capability: String, Sendable, Hashable, CaseIterable {
        case vision, tools, schema, reasoning, temperature, seed, stop
    }

    package init(
        text: String = "", provider: String? = nil, capabilities: Set<Capability> = [],
        output: OutputKind? = nil, maxPrice: TokenPrice? = nil,
        minContext: Int = 0, includesDeprecated: Bool = true
    ) {
        self.text = text
        self.provider = provider
        self.capabilities = capabilities
        self.output = output
        self.maxPrice = maxPrice
        self.minContext = minContext
        self.includesDeprecated = includesDeprecated
    }
}

extension Catalog {
    /// The models that fit a filter, in catalogue order.
    package func search(_ filter: CatalogFilter) -> [ModelRow] {
        let words = filter.text.split(whereSeparator: \.isWhitespace).map { NameKey($0) }
        return models.filter { row in
            if let provider = filter.provider, row.name.provider != provider { return false }
            if row.status == .deprecated, !filter.includesDeprecated { return false }
            if row.contextTokens < filter.minContext { return false }
            if !filter.capabilities.allSatisfy({ row.capabilities.has($0) }) { return false }
            if let kind = filter.output, !row.capabilities.outputs.contains(OutputKinds(kind)) { return false }
            if let limit = filter.maxPrice {
                let prices = row.prices.base
                if !row.prices.known || prices.input > limit || prices.output > limit { return false }
            }
            if words.isEmpty { return true }
            let keys = row.spellings + [NameKey(row.name.provider)]
            return words.allSatisfy { word in keys.contains { $0.contains(word) } }
        }
    }
}

extension Capabilities {
    /// Whether the model can do that.
    package func has(_ capability: CatalogFilter.Capability) -> Bool {
        switch capability {
        case .vision: imageInput
        case .tools: tools
        case .schema: schema
        case .reasoning: reasoning
        case .temperature: temperature
        case .seed: seed
        case .stop: stop
        }
    }
}
