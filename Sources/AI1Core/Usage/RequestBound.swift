/// The most that a request can use: what is predicted as its worst case and set aside for it before it is sent.
package enum RequestBound {
    /// The output limit sent when the user gave none, to a model that does not reason.
    package static let usualOutputTokens = 8_192
    /// The same for a model that reasons.
    package static let reasoningOutputTokens = 32_768

    /// The most that one image counts at the providers' usual settings: a photo of twelve megapixels at those that count the
    /// most.
    package static let tokensPerImage: Int64 = 16_384

    /// The output limit that is sent: what was asked for, else the usual limit; never more than the model's maximum.
    /// - Parameters:
    ///   - maximum: the model's largest answer in tokens; 0 when unknown
    ///   - reasons: whether the model reasons
    ///   - asked: the user's limit
    package static func outputLimit(maximum: Int, reasons: Bool, asked: Int?) -> Int {
        let wanted = asked ?? (reasons ? reasoningOutputTokens : usualOutputTokens)
        return maximum > 0 ? min(wanted, maximum) : wanted
    }

    /// The bound of input tokens: a token is at least one octet of UTF-8; images, messages and the frame around them have
    /// documented maxima.
    package static func inputTokens(of request: ChatRequest) -> Int64 {
        var octets = Int64(request.system?.utf8.count ?? 0)
        var extra: Int64 = 64
        for message in request.messages {
            extra += 16
            for part in message.parts {
                switch part {
                case .text(let text): octets += Int64(text.utf8.count)
                case .image: extra += tokensPerImage
                case .toolCall(let call): octets += Int64(call.arguments.utf8.count + call.name.utf8.count)
                case .toolResult(let result): octets += Int64(result.content.utf8.count)
                }
            }
            if let native = message.native { octets += Int64(native.byteCount) }
        }
        for tool in request.tools { octets += Int64(tool.parameters.encoded().count + tool.summary.utf8.count + 64) }
        if let schema = request.schema { octets += Int64(schema.schema.encoded().count) }
        return octets + extra
    }
}
