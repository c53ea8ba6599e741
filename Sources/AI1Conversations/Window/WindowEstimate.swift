internal import AI1Core

/// Tokens of a conversation, estimated on the safe side from its text alone.
enum WindowEstimate {
    /// Octets per token of text that is not ASCII: one character of Chinese, of three octets, is at most two tokens.
    static let wideBytesPerToken = 2

    /// Four octets a token as in English, and two where the text is not ASCII.
    static func tokens(of text: String) -> Int64 {
        var wide = 0
        var all = 0
        for byte in text.utf8 {
            all += 1
            if byte >= 0x80 { wide += 1 }
        }
        return TokenEstimate.tokens(bytes: all - wide) + Int64((wide + wideBytesPerToken - 1) / wideBytesPerToken)
    }

    static func tokens(of message: Message) -> Int64 {
        message.parts.reduce(TokenEstimate.tokensPerMessage) { $0 + tokens(of: $1) }
    }

    static func tokens(of messages: [Message]) -> Int64 { messages.reduce(0) { $0 + tokens(of: $1) } }

    static func tokens(of tools: [Tool], _ schema: OutputSchema?) -> Int64 {
        let octets = tools.reduce(0) {
            $0 + $1.name.utf8.count + $1.summary.utf8.count + $1.parameters.encoded().count + 64
        }
        return TokenEstimate.tokens(bytes: octets + (schema?.schema.encoded().count ?? 0))
    }

    private static func tokens(of part: Part) -> Int64 {
        switch part {
        case .text(let text): tokens(of: text)
        case .image: TokenEstimate.tokensPerImage
        case .toolCall(let call): tokens(of: call.name) + tokens(of: call.arguments)
        case .toolResult(let result): tokens(of: result.name) + tokens(of: result.content)
        }
    }
}
