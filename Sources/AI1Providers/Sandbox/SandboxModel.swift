package import AI1Core

/// The simulated models: each with a speed, prices and a quality of its own, so that routing has something to choose
/// from.
package enum SandboxModel: String, Sendable, Hashable, CaseIterable {
    case fast, balanced, strong

    /// The provider's name in `sandbox/fast`.
    package static let provider = "sandbox"
    /// The window of every simulated model, in tokens: 64 MiB of text at four octets a token.
    package static let contextTokens = 16 * 1024 * 1024

    /// How fast the model pretends to be.
    package var speed: Candidate.Speed {
        switch self {
        case .fast: Candidate.Speed(firstTokenMilliseconds: 20, tokensPerSecond: 1_000)
        case .balanced: Candidate.Speed(firstTokenMilliseconds: 80, tokensPerSecond: 400)
        case .strong: Candidate.Speed(firstTokenMilliseconds: 200, tokensPerSecond: 200)
        }
    }

    /// Small prices that are not zero, so that costs and estimates can be seen at work.
    package var prices: TokenPrices {
        switch self {
        case .fast: TokenPrices(input: TokenPrice(picoUSD: 20_000), output: TokenPrice(picoUSD: 80_000))
        case .balanced: TokenPrices(input: TokenPrice(picoUSD: 100_000), output: TokenPrice(picoUSD: 400_000))
        case .strong: TokenPrices(input: TokenPrice(picoUSD: 500_000), output: TokenPrice(picoUSD: 2_000_000))
        }
    }

    var quality: Double {
        switch self {
        case .fast: 0.40
        case .balanced: 0.60
        case .strong: 0.80
        }
    }

    var qualityByTask: [TaskKind: Double] {
        switch self {
        case .fast: [.chat: 0.55, .summary: 0.55, .translation: 0.50, .code: 0.30, .math: 0.25]
        case .balanced: [.chat: 0.68, .summary: 0.68, .translation: 0.65, .code: 0.55, .math: 0.50]
        case .strong: [.chat: 0.80, .summary: 0.78, .translation: 0.80, .code: 0.82, .math: 0.85]
        }
    }
}
