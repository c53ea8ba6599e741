package import AI1Core

/// The most that a request can cost at a model: what has to be set aside before it is sent.
package enum HoldBound {
    /// The output limit that is sent to a model; nil for none. A model of unknown size whose answer has no price is best left
    /// to its server, which refuses a limit that its window cannot hold, or sets memory aside for it.
    package static func sentLimit(of row: ModelRow, asked: Int?) -> Int? {
        let hasPrice = row.prices.known && row.prices != .free
        if asked == nil, row.maxOutputTokens == 0, !hasPrice { return nil }
        return outputLimit(of: row, asked: asked)
    }

    /// The most that an answer can count, in tokens.
    package static func outputLimit(of row: ModelRow, asked: Int?) -> Int {
        RequestBound.outputLimit(maximum: row.maxOutputTokens, reasons: row.capabilities.reasoning, asked: asked)
    }

    /// The most that the request can cost at a model.
    package static func amount(of request: ChatRequest, at row: ModelRow) -> NanoUSD {
        let limit = Int64(outputLimit(of: row, asked: request.options.maxOutputTokens))
        let input = RequestBound.inputTokens(of: request)
        let prices = row.prices.prices(forInput: input)
        let isReasoningDearer = (prices.reasoning ?? prices.output) > prices.output
        var read = TokenUsage(uncachedInput: input)
        if isReasoningDearer { read.reasoning = limit } else { read.visibleOutput = limit }
        var written = read
        written.uncachedInput = 0
        written.cacheWrite5m = input
        return max(row.prices.cost(of: read), row.prices.cost(of: written))
    }
}
