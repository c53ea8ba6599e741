/// Token counts from text alone, for when no provider has counted yet.
package enum TokenEstimate {
    /// Octets of English text per token; the usual rule of thumb of four.
    package static let bytesPerToken = 4

    /// Tokens of a text of that many UTF-8 octets, rounded up.
    package static func tokens(bytes: Int) -> Int64 {
        Int64((bytes + bytesPerToken - 1) / bytesPerToken)
    }

    /// What one image adds at most at most providers' usual settings, and one whose size is not known.
    package static let tokensPerImage: Int64 = 1_600
    /// What the smallest image adds: the base that OpenAI documents.
    package static let leastTokensPerImage: Int64 = 85
    /// Pixels a token: Anthropic's documented rule, which lies between those of OpenAI's and Google's tiles.
    package static let pixelsPerToken = 750

    /// What an image adds, by its size. `RequestBound` has the worst case.
    package static func tokens(of image: ImagePart) -> Int64 {
        guard let size = ImageSize(of: image.bytes), size.width < 1 << 24, size.height < 1 << 24 else {
            return tokensPerImage
        }
        let pixels = size.width * size.height
        let tokens = Int64((pixels + pixelsPerToken - 1) / pixelsPerToken)
        return min(max(tokens, leastTokensPerImage), tokensPerImage)
    }

    /// Tokens that a message adds for its role and separators.
    package static let tokensPerMessage: Int64 = 4

    /// Estimated input tokens of a whole request.
    package static func input(of request: ChatRequest) -> Int64 {
        var total = tokens(bytes: request.system?.utf8.count ?? 0)
        for message in request.messages {
            total += tokensPerMessage
            for part in message.parts {
                switch part {
                case .text(let text): total += tokens(bytes: text.utf8.count)
                case .image(let image): total += tokens(of: image)
                case .toolCall(let call): total += tokens(bytes: call.arguments.utf8.count + call.name.utf8.count)
                case .toolResult(let result): total += tokens(bytes: result.content.utf8.count)
                }
            }
            // What comes back beside the visible parts is mostly thinking.
            if let native = message.native { total += tokens(bytes: native.byteCount) }
        }
        for tool in request.tools {
            total += tokens(bytes: tool.name.utf8.count + tool.summary.utf8.count + 64)
        }
        return total
    }
}
