package import AI1Core

/// What a rule's condition is asked about: one request.
package struct RuleFacts: Sendable, Hashable {
    package var features: RequestFeatures
    /// `--job`; empty without one.
    package var job: String

    package init(features: RequestFeatures, job: String = "") {
        self.features = features
        self.job = job
    }
}

/// A name that a condition may ask about.
enum RuleField: String, CaseIterable {
    case task, job, tokens, output, difficulty, images, tools, schema

    enum Kind { case text, number, flag }

    var kind: Kind {
        switch self {
        case .task, .job: .text
        case .tokens, .output, .difficulty: .number
        case .images, .tools, .schema: .flag
        }
    }
}

extension RuleFacts {
    func text(_ field: RuleField) -> String { field == .task ? features.task.rawValue : job }

    func number(_ field: RuleField) -> Double {
        switch field {
        case .tokens: Double(features.inputTokens)
        case .output: Double(features.outputTokens)
        default: features.difficulty
        }
    }

    func flag(_ field: RuleField) -> Bool {
        switch field {
        case .images: features.needs.imageInput
        case .tools: features.needs.tools
        default: features.needs.schema
        }
    }
}
