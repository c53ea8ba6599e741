/// How much a request for something else than text asks for, in numbers that do not depend on a model; and what that is at
/// one, in the unit of its prices.
package struct MediaDemand: Sendable, Hashable {
    /// Tokens of a second of sound: the most that any provider counts (Google 32 in and 25 out, OpenAI 10 to 20), and usual.
    private static let mostTokensPerSecond: Int64 = 50
    private static let usualTokensPerSecond: Int64 = 32
    private static let spokenTokensPerSecond: Int64 = 25
    /// Characters that are spoken in a second.
    private static let spokenCharactersPerSecond: Int64 = 15
    /// Nobody speaks slower than a second an octet, after some seconds of silence.
    private static let silentSeconds: Int64 = 20
    /// Tokens of text that a second of speech can be, and usually is.
    private static let mostWrittenPerSecond: Int64 = 12
    private static let usualWrittenPerSecond: Int64 = 4
    /// Tokens that a model that reasons may think about a recording.
    private static let mostThoughtTokens: Int64 = 8_192
    /// Tokens of a picture: what a model counts whose row does not say, and what is usual.
    private static let mostTokensPerImage: Int64 = 16_384
    private static let usualTokensPerImage: Int64 = 1_400

    package let kind: OutputKind
    /// The estimate and the bound of the text in tokens.
    package let textTokens: Int64
    package let textBoundTokens: Int64
    package let characters: Int64
    package let textBytes: Int64
    /// Of a recording: its length, and what that cannot exceed, in seconds rounded up.
    package let seconds: Int64
    package let boundSeconds: Int64
    package let images: Int64

    /// Nil for a request for text.
    package init?(_ request: ChatRequest) {
        kind = request.output.kind
        if kind == .text { return nil }
        textTokens = TokenEstimate.input(of: request)
        textBoundTokens = RequestBound.inputTokens(of: request)
        let texts = request.messages.map(\.text)
        characters = texts.reduce(0) { $0 + Int64($1.unicodeScalars.count) }
        textBytes = texts.reduce(0) { $0 + Int64($1.utf8.count) }
        if case .transcript(let wish) = request.output {
            boundSeconds = (AudioDuration.bound(of: wish.audio.bytes) + 999) / 1_000
            let known = AudioDuration.milliseconds(of: wish.audio.bytes).map { ($0 + 999) / 1_000 }
            // Of unknown length: 32 kbit/s, as recordings of speech often are.
            seconds = min(known ?? Int64(wish.audio.bytes.count) / 4_000 + 1, boundSeconds)
        } else {
            (seconds, boundSeconds) = (0, 0)
        }
        if case .image(let wish) = request.output { images = Int64(wish.count) } else { images = 0 }
    }

    /// What has been used of the input by the time that it was sent.
    package func input(at row: ModelRow) -> TokenUsage {
        var usage = TokenUsage(source: .estimated)
        switch row.prices.unit {
        case .tokens:
            usage.uncachedInput = textTokens
            if kind == .transcript { usage.audioInput = seconds * Self.usualTokensPerSecond }
        case .characters: usage.uncachedInput = characters
        case .seconds: usage.audioInput = seconds
        case .images: break
        }
        return usage
    }

    /// What the whole request is expected to use.
    package func expected(at row: ModelRow) -> TokenUsage {
        var usage = input(at: row)
        switch (row.prices.unit, kind) {
        case (.images, _): usage.visibleOutput = images
        case (.tokens, .image): usage.visibleOutput = images * Self.usualTokens(row)
        case (.tokens, .speech):
            usage.audioOutput = characters * Self.spokenTokensPerSecond / Self.spokenCharactersPerSecond + 1
        case (.tokens, .transcript): usage.visibleOutput = seconds * Self.usualWrittenPerSecond
        default: break
        }
        return usage
    }

    /// What has been used by our own count when so much has come.
    package func counted(at row: ModelRow, media: [MediaPart], textBytes: Int) -> TokenUsage {
        var usage = input(at: row)
        switch (row.prices.unit, kind) {
        case (.images, _): usage.visibleOutput = Int64(media.count)
        case (.tokens, .image): usage.visibleOutput = Int64(media.count) * Self.usualTokens(row)
        case (.tokens, .speech):
            guard !media.isEmpty else { break }
            let length = media.reduce(Int64?.some(0)) { sum, part in
                AudioDuration.milliseconds(of: part.bytes).flatMap { length in sum.map { $0 + length } }
            }
            usage.audioOutput =
                length.map { $0 * Self.spokenTokensPerSecond / 1_000 + 1 } ?? expected(at: row).audioOutput
        case (.tokens, .transcript): usage.visibleOutput = TokenEstimate.tokens(bytes: textBytes)
        default: break
        }
        let most = bound(at: row).output
        usage.visibleOutput = min(usage.visibleOutput, most)
        usage.audioOutput = min(usage.audioOutput, most)
        return usage
    }

    /// The most that can be used at a model: what its report is held against, and what is set aside for.
    package func bound(at row: ModelRow) -> (input: Int64, output: Int64) {
        let largest = row.maxOutputTokens > 0 ? Int64(row.maxOutputTokens) : nil
        return switch (row.prices.unit, kind) {
        case (.characters, _): (characters, 0)
        case (.seconds, _): (boundSeconds, 0)
        case (.images, _): (0, images)
        case (.tokens, .image): (textBoundTokens, images * (largest ?? Self.mostTokensPerImage))
        case (.tokens, .speech):
            (
                textBoundTokens,
                min(largest ?? .max, (textBytes + Self.silentSeconds) * Self.spokenTokensPerSecond)
            )
        case (.tokens, .transcript):
            (
                textBoundTokens + boundSeconds * Self.mostTokensPerSecond,
                min(
                    largest ?? .max,
                    (boundSeconds + Self.silentSeconds) * Self.mostWrittenPerSecond
                        + (row.capabilities.reasoning ? Self.mostThoughtTokens : 0))
            )
        case (.tokens, .embedding), (.tokens, .text): (textBoundTokens, 0)
        }
    }

    /// The most that it can cost at a model, in nano-US-dollars rounded up; zero where no price is known.
    package func worstCost(at row: ModelRow) -> NanoUSD {
        guard row.prices.known else { return .zero }
        let bound = bound(at: row)
        let prices = row.prices.prices(forInput: bound.input)
        let input = max(prices.input, prices.cacheWrite5m ?? prices.input, prices.audioInput ?? prices.input)
        let output = max(prices.output, prices.reasoning ?? prices.output, prices.audioOutput ?? prices.output)
        return NanoUSD(
            roundingUpPicoUSD: Int128(bound.input) * Int128(input.picoUSD) + Int128(bound.output)
                * Int128(output.picoUSD))
    }

    private static func usualTokens(_ row: ModelRow) -> Int64 {
        row.maxOutputTokens > 0 ? min(usualTokensPerImage, Int64(row.maxOutputTokens)) : usualTokensPerImage
    }
}
