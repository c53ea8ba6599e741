package import AI1Core

/// The checks of what leaves the machine and of what comes back.
package struct SafetySettings: Sendable, Hashable {
    package var secrets: Sourced<SafetyAction>
    /// `off`, `warn` or `block`.
    package var injection: Sourced<SafetyAction>
    package var checksPrompt: Sourced<Bool>
    package var output: Sourced<SafetyAction>
    /// From 0 to 1; nil for no bound.
    package var maxRisk: Sourced<Double>?
    /// Whether requests that stay on this machine are checked.
    package var checksLocal: Sourced<Bool>
    /// The model that judges.
    package var moderation: Sourced<String>?
    package var moderates: Sourced<ModerationScope>
    /// Whether a request is refused when the model fails or is unsure.
    package var failsClosed: Sourced<Bool>
}

/// What a moderation model judges.
package enum ModerationScope: String, Sendable, Hashable, CaseIterable {
    case input, output, both

    package var includesInput: Bool { self != .output }
    package var includesOutput: Bool { self != .input }
}
