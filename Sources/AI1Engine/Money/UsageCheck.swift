internal import AI1Core

/// Whether a provider's report of tokens can be true of a request.
struct UsageCheck: Sendable {
    /// What providers add to a request's own octets: system texts, tool preambles, templates. A report may be larger than the
    /// bound of the input by this many tokens and a tenth of it.
    static let overheadTokens: Int64 = 2_048
    /// A few older models count a large image as up to 36,835 tokens, beyond what is held for one.
    static let overheadTokensPerImage: Int64 = 20_480

    /// The bound of the request's input in tokens.
    let inputBound: Int64
    let imageCount: Int64
    /// The output limit that was sent; nil for none.
    let outputLimit: Int?

    func believes(_ usage: TokenUsage) -> Bool {
        let overhead = inputBound / 10 + Self.overheadTokens + imageCount * Self.overheadTokensPerImage
        guard usage.isValid, usage.input <= inputBound + overhead else { return false }
        guard let outputLimit else { return true }
        return usage.output <= Int64(outputLimit)
    }

    /// What a report claims, in the form that is kept.
    static func claim(_ report: UnbelievedUsage, _ prices: PriceTable) -> UsageClaim {
        UsageClaim(text: report.text, cost: prices.known ? report.usage.map { prices.cost(of: $0) } : nil)
    }

    /// A report that was well-formed and still cannot be true.
    static func claim(_ usage: TokenUsage, _ prices: PriceTable) -> UsageClaim {
        UsageClaim(
            text: "{\"input\":\(usage.input),\"output\":\(usage.output)}",
            cost: prices.known && usage.isValid ? prices.cost(of: usage) : nil)
    }
}
