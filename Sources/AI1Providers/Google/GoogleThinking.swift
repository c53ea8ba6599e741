internal import AI1Core

/// How reasoning is asked for: Gemini 2.5 takes a budget of tokens, Gemini 3 and later a level. Which levels a model
/// knows depends on its size, as Google documents it by model.
enum GoogleThinking {
    static func configuration(_ effort: ReasoningEffort, model: String) -> JSONValue {
        let isPro = model.contains("pro")
        if isBudgeted(model) {
            let budget = budget(effort, isPro: isPro)
            return budget == 0
                ? ["thinkingBudget": 0]
                : ["thinkingBudget": .integer(budget), "includeThoughts": .bool(effort != .none)]
        }
        return [
            "thinkingLevel": .string(level(effort, model, isPro: isPro)), "includeThoughts": .bool(effort != .none),
        ]
    }

    /// Whether the model is of the 2.x series.
    static func isBudgeted(_ model: String) -> Bool { model.contains("gemini-2") || model.contains("gemini-1") }

    /// Pro models cannot be kept from thinking: 128 tokens are their least.
    private static func budget(_ effort: ReasoningEffort, isPro: Bool) -> Int {
        switch effort {
        case .none: isPro ? 128 : 0
        case .minimal: 512
        case .low: 1_024
        case .medium: 8_192
        case .high: 24_576
        }
    }

    private static func level(_ effort: ReasoningEffort, _ model: String, isPro: Bool) -> String {
        switch effort {
        case .none, .minimal: isPro ? "low" : "minimal"
        case .low: "low"
        // The first Gemini 3 Pro knew two levels.
        case .medium: model.contains("gemini-3-pro") ? "high" : "medium"
        case .high: "high"
        }
    }
}
