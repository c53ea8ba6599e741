package import AI1Core

/// The line that tells after an answer what it took: `gpt-5.4-mini · 412→96 tok · 0.21 ¢ · 1.3 s · 498.79 ¢ left`.
package enum CostLine {
    /// The line without its end.
    /// - Parameters:
    ///   - model: the model as the provider or the catalogue names it; cleaned here
    ///   - usage: `~` marks counts that were estimated
    ///   - unit: what the usage counts
    ///   - cost: nil when no price is known
    ///   - isCostEstimated: `~` marks a cost from uncertain prices; estimated usage makes the cost uncertain too
    ///   - milliseconds: from the request to the end of the answer
    ///   - balance: what is left, when credits are kept
    ///   - isPlay: whether it was paid with play credits
    package static func render(
        model: String, usage: TokenUsage, unit: PriceUnit = .tokens, cost: NanoUSD?, isCostEstimated: Bool = false,
        milliseconds: Int64,
        balance: NanoUSD? = nil, isPlay: Bool = false
    ) -> String {
        let guess = usage.source == .estimated
        var parts = [
            TerminalCleaner.cleanLine(model, limit: 80),
            (guess ? "~" : "") + counted(usage, unit),
            cost.map { (guess || isCostEstimated ? "~" : "") + $0.credits } ?? "price unknown",
            DurationText.render(milliseconds: milliseconds),
        ]
        if let balance {
            parts.append(isPlay ? "\(balance.credits.dropLast())play ¢ left" : "\(balance.credits) left")
        }
        return parts.joined(separator: " · ")
    }

    private static func counted(_ usage: TokenUsage, _ unit: PriceUnit) -> String {
        switch unit {
        case .tokens: "\(grouped(usage.input))→\(grouped(usage.output)) tok"
        case .characters: "\(grouped(usage.input)) characters"
        case .seconds: "\(grouped(usage.input)) s of sound"
        case .images: usage.output == 1 ? "1 image" : "\(grouped(usage.output)) images"
        }
    }
}
