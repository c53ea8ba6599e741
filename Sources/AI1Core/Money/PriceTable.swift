/// The prices of one model: one set of token prices, replaced as a whole above certain input sizes.
package struct PriceTable: Sendable, Hashable {
    package var base: TokenPrices
    /// In rising order of `aboveInputTokens`.
    package var tiers: [PriceTier]
    /// True when sources disagreed or the number was inferred.
    package var estimated: Bool
    /// False when no price is known at all: cost is then unknown, not zero.
    package var known: Bool
    /// What the prices are of.
    package var unit: PriceUnit

    package init(
        base: TokenPrices, tiers: [PriceTier] = [], estimated: Bool = false, known: Bool = true,
        unit: PriceUnit = .tokens
    ) {
        self.base = base
        self.tiers = tiers
        self.estimated = estimated
        self.known = known
        self.unit = unit
    }

    package static let free = PriceTable(base: TokenPrices(input: .free, output: .free))
    package static let unknown = PriceTable(base: TokenPrices(input: .free, output: .free), known: false)

    /// The prices that hold for an input of that many tokens.
    package func prices(forInput tokens: Int64) -> TokenPrices {
        tiers.last { tokens > $0.aboveInputTokens }?.prices ?? base
    }

    /// The cost of a call in nano-US-dollars: every part at its own price, summed exactly in 128 bits, rounded up once.
    /// Stops at Int64.max instead of overflowing.
    package func cost(of usage: TokenUsage) -> NanoUSD { NanoUSD(roundingUpPicoUSD: exactPicoUSD(of: usage)) }

    /// The same cost before rounding, in pico-US-dollars; stops at Int64.max.
    package func costPicoUSD(of usage: TokenUsage) -> Int64 { Int64(clamping: exactPicoUSD(of: usage)) }

    private func exactPicoUSD(of usage: TokenUsage) -> Int128 {
        let prices = prices(forInput: usage.input)
        func part(_ tokens: Int64, _ price: TokenPrice) -> Int128 { Int128(max(0, tokens)) * Int128(price.picoUSD) }
        let input =
            part(usage.uncachedInput, prices.input) + part(usage.cacheRead, prices.cacheRead ?? prices.input)
            + part(usage.cacheWrite5m, prices.cacheWrite5m ?? prices.input)
            + part(usage.cacheWrite1h, prices.cacheWrite1h ?? prices.cacheWrite5m ?? prices.input)
            + part(usage.audioInput, prices.audioInput ?? prices.input)
        return input + part(usage.visibleOutput, prices.output)
            + part(usage.reasoning, prices.reasoning ?? prices.output)
            + part(usage.audioOutput, prices.audioOutput ?? prices.output)
    }
}

/// Prices above a context size.
package struct PriceTier: Sendable, Hashable {
    package var aboveInputTokens: Int64
    package var prices: TokenPrices

    package init(aboveInputTokens: Int64, prices: TokenPrices) {
        self.aboveInputTokens = aboveInputTokens
        self.prices = prices
    }
}

/// The price of one token of each part of a call. A missing part costs what its whole costs.
package struct TokenPrices: Sendable, Hashable {
    package var input: TokenPrice
    package var output: TokenPrice
    package var cacheRead: TokenPrice?
    package var cacheWrite5m: TokenPrice?
    package var cacheWrite1h: TokenPrice?
    package var reasoning: TokenPrice?
    package var audioInput: TokenPrice?
    package var audioOutput: TokenPrice?

    package init(
        input: TokenPrice, output: TokenPrice, cacheRead: TokenPrice? = nil, cacheWrite5m: TokenPrice? = nil,
        cacheWrite1h: TokenPrice? = nil, reasoning: TokenPrice? = nil, audioInput: TokenPrice? = nil,
        audioOutput: TokenPrice? = nil
    ) {
        self.input = input
        self.output = output
        self.cacheRead = cacheRead
        self.cacheWrite5m = cacheWrite5m
        self.cacheWrite1h = cacheWrite1h
        self.reasoning = reasoning
        self.audioInput = audioInput
        self.audioOutput = audioOutput
    }
}
