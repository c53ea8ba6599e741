internal import AI1Core

/// How reasoning is asked for. Claude up to 4.5 takes a budget of tokens; from 4.6 on the model adapts by itself and
/// takes an effort. Which of the two a model takes is read from its id, as Anthropic documents it by model.
struct AnthropicThinking {
    /// The `thinking` member, if any.
    private(set) var value: JSONValue?
    /// The `output_config.effort` member, if any.
    private(set) var effort: String?
    /// While it thinks, the model takes no temperature but 1.
    private(set) var refusesTemperature = false

    /// Budgets in tokens; the API's least is 1,024.
    private static let budgets: [ReasoningEffort: Int] = [.minimal: 1_024, .low: 4_096, .medium: 12_288, .high: 24_576]

    static func choose(_ request: ChatRequest, _ target: TargetName, maxTokens: Int) -> AnthropicThinking {
        let model = target.model
        var thinking = AnthropicThinking()
        guard let effort = request.options.reasoning else { return thinking }
        let version = Version(model)
        if let version, version < Version(major: 4, minor: 6) {
            // Within rounds of tool calls the API wants the earlier thinking back, and none when it began without.
            guard effort != .none, !lacksThinking(request, target), let wanted = budgets[effort] else {
                return thinking
            }
            let budget = min(wanted, maxTokens - 1_024)
            guard budget >= 1_024 else { return thinking }
            thinking.value = ["type": "enabled", "budget_tokens": .integer(budget)]
            thinking.refusesTemperature = true
        } else if effort == .none {
            // Models after Sonnet 5 refuse to have it turned off: the least effort is the nearest.
            if let version, version <= Version(major: 5, minor: 0), !model.contains("fable") {
                thinking.value = ["type": "disabled"]
            } else {
                thinking.effort = "low"
            }
        } else {
            thinking.value = ["type": "adaptive"]
            thinking.effort = effort == .minimal ? "low" : effort.rawValue
            thinking.refusesTemperature = true
        }
        return thinking
    }

    /// Whether the answer under way has turns whose thinking is not known.
    private static func lacksThinking(_ request: ChatRequest, _ target: TargetName) -> Bool {
        let turns = request.messages[request.messages.answerStart...]
        let own = turns.filter { $0.role == .assistant }
        return !turns.isEmpty && (own.isEmpty || own.contains { $0.native?.value(for: .anthropic, target) == nil })
    }

    /// The version in an id: `claude-sonnet-4-5-20250929`, `claude-3-7-sonnet-20250219`, `claude-opus-4.6`,
    /// `claude-sonnet-5`.
    struct Version: Comparable {
        let major: Int
        let minor: Int

        init(major: Int, minor: Int) {
            self.major = major
            self.minor = minor
        }

        /// Nil when the id has no version of that form.
        init?(_ model: String) {
            let words = model.split { $0 == "-" || $0 == "." || $0 == "/" || $0 == ":" || $0 == "@" }
            guard model.contains("claude"),
                let start = words.firstIndex(where: { $0.count <= 2 && Int($0) != nil }), let major = Int(words[start])
            else { return nil }
            self.major = major
            let next = start + 1 < words.count ? words[start + 1] : ""
            minor = next.count <= 2 ? Int(next) ?? 0 : 0
        }

        static func < (left: Version, right: Version) -> Bool { (left.major, left.minor) < (right.major, right.minor) }
    }
}
