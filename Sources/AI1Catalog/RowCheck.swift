package import AI1Core

extension ModelRow {
    /// What is wrong with a row that came from outside; nil when it can be used.
    /// - Parameter line: the line of the text it was read from, 0 for none
    package func problem(line: Int = 0) -> CatalogProblem? {
        if name.provider.isEmpty || name.model.isEmpty || !Self.isPlain(name.model) || !Self.isPlain(name.provider) {
            return CatalogProblem(.badName, line: line, message: "a model's name is empty or has spaces in it")
        }
        if contextTokens < 0 || maxOutputTokens < 0 {
            return CatalogProblem(.badNumber, line: line, message: "a size of \(name.model) is negative")
        }
        guard prices.base.areValid, prices.tiers.allSatisfy(\.prices.areValid) else {
            return CatalogProblem(.badPrice, line: line, message: "a price of \(name.model) is negative")
        }
        guard !capabilities.outputs.isEmpty, prices.unit == .tokens || prices.tiers.isEmpty else {
            return CatalogProblem(
                .badFlag, line: line, message: "\(name.model) makes nothing, or has tiers without tokens")
        }
        var last: Int64 = 0
        for tier in prices.tiers {
            guard tier.aboveInputTokens > last else {
                return CatalogProblem(.badTier, line: line, message: "the price tiers of \(name.model) do not rise")
            }
            last = tier.aboveInputTokens
        }
        return nil
    }

    /// Printable without spaces, so that a name can stand in a command line and on a terminal.
    private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F } }
}

extension TokenPrices {
    /// Whether no price is negative.
    var areValid: Bool {
        input.picoUSD >= 0 && output.picoUSD >= 0 && Self.isValid(cacheRead) && Self.isValid(cacheWrite5m)
            && Self.isValid(cacheWrite1h) && Self.isValid(reasoning) && Self.isValid(audioInput)
            && Self.isValid(audioOutput)
    }

    private static func isValid(_ price: TokenPrice?) -> Bool { price.map { $0.picoUSD >= 0 } ?? true }
}

extension ProviderRow {
    /// What is wrong with a row that came from outside; nil when it can be used. An empty base is allowed: such a
    /// provider works once its base is configured.
    /// - Parameter line: the line of the text it was read from, 0 for none
    package func problem(line: Int = 0) -> CatalogProblem? {
        let isName = id.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != Ascii.slash }
        if id.isEmpty || !isName {
            return CatalogProblem(.badName, line: line, message: "a provider's name is empty or not plain")
        }
        if baseURL.isEmpty || dialect == .sandbox { return nil }
        guard baseURL.hasPrefix("https://") || baseURL.hasPrefix("http://"), !baseURL.hasSuffix("/") else {
            return CatalogProblem(
                .badURL, line: line, message: "the base of \(id) is no http or https URL without a slash at its end")
        }
        return nil
    }
}
