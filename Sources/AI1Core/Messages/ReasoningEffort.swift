/// How much a reasoning model should think before it answers.
package enum ReasoningEffort: String, Sendable, Hashable, CaseIterable {
    case none, minimal, low, medium, high
}
