package import AI1Core

/// The most that a request can cost at a model: what has to be set aside before it is sent.
package enum HoldBound {
    /// The limit sent when the user gave none: the smaller of the model's maximum and 8,192, or 32,768 for a reasoning model.
    package static func outputLimit(of row: ModelRow, asked: Int?) -> Int {
        if let asked { return row.maxOutputTokens > 0 ? min(asked, row.maxOutputTokens) : asked }
        let usual = row.capabilities.reasoning ? 32_768 : 8_192
        return row.maxOutputTokens > 0 ? min(row.maxOutputTokens, usual) : usual
    }

    /// The bound of input tokens: a token is at least one octet of UTF-8, images and messages have documented maxima.
    package static func inputTokens(of request: ChatRequest) -> Int64 {
        var octets = Int64(request.system?.utf8.count ?? 0)
        var extra: Int64 = 64
        for message in request.messages {
            extra += 16
            for part in message.parts {
                switch part {
                case .text(let text): octets += Int64(text.utf8.count)
                case .image: extra += TokenEstimate.tokensPerImage
                case .toolCall(let call): octets += Int64(call.arguments.utf8.count + call.name.utf8.count)
                case .toolResult(let result): octets += Int64(result.content.utf8.count)
                }
            }
        }
        for tool in request.tools { octets += Int64(tool.parameters.encoded().count + tool.summary.utf8.count + 64) }
        if let schema = request.schema { octets += Int64(schema.schema.encoded().count) }
        return octets + extra
    }

    /// The most that the request can cost at a model.
    package static func amount(of request: ChatRequest, at row: ModelRow) -> NanoUSD {
        let limit = outputLimit(of: row, asked: request.options.maxOutputTokens)
        let input = inputTokens(of: request)
        let dearest = max(row.prices.base.output, row.prices.base.reasoning ?? .free)
        var worst = TokenUsage(uncachedInput: input)
        if dearest == row.prices.base.output {
            worst.visibleOutput = Int64(limit)
        } else {
            worst.reasoning = Int64(limit)
        }
        var written = worst
        written.uncachedInput = 0
        written.cacheWrite5m = input
        return max(row.prices.cost(of: worst), row.prices.cost(of: written))
    }
}
