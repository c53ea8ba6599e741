package import AI1Core

/// The most that a request can cost at a model: what has to be set aside before it is sent.
package enum HoldBound {
    /// The smallest output limit that a hold is fitted to when the user gave none.
    package static let leastOutputTokens = 1_024

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
        if let demand = MediaDemand(request) { return demand.worstCost(at: row) }
        return amount(
            inputTokens: RequestBound.inputTokens(of: request),
            outputTokens: outputLimit(of: row, asked: request.options.maxOutputTokens), at: row)
    }

    /// The most that a request with so many input tokens and such an output limit can cost at a model.
    package static func amount(inputTokens: Int64, outputTokens: Int, at row: ModelRow) -> NanoUSD {
        let parts = parts(inputTokens, row)
        return NanoUSD(roundingUpPicoUSD: parts.input + Int128(max(0, outputTokens)) * parts.eachOutput)
    }

    /// The largest output limit whose bound is within an amount; nil when every limit is, since output costs nothing.
    package static func outputTokens(for amount: NanoUSD, inputTokens: Int64, at row: ModelRow) -> Int? {
        let parts = parts(inputTokens, row)
        guard parts.eachOutput > 0 else { return nil }
        return Int(clamping: max(0, Int128(amount.amount) * 1_000 - parts.input) / parts.eachOutput)
    }

    /// The bound of the input, which may be read or written to the provider's cache, and of each token of output, which may
    /// be reasoning; in pico-US-dollars.
    private static func parts(_ inputTokens: Int64, _ row: ModelRow) -> (input: Int128, eachOutput: Int128) {
        let prices = row.prices.prices(forInput: inputTokens)
        let input = max(prices.input, prices.cacheWrite5m ?? prices.input)
        let output = max(prices.output, prices.reasoning ?? prices.output)
        return (Int128(inputTokens) * Int128(input.picoUSD), Int128(output.picoUSD))
    }
}
