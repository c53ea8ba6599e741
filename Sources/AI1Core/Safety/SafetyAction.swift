/// What is done about something that a safety check finds; from the loosest to the strictest.
package enum SafetyAction: String, Sendable, Hashable, CaseIterable, Comparable {
    /// It is not looked for.
    case off
    /// It is told.
    case warn
    /// A placeholder takes its place.
    case redact
    /// Nothing goes on.
    case block

    package static func < (left: SafetyAction, right: SafetyAction) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .off: 0
        case .warn: 1
        case .redact: 2
        case .block: 3
        }
    }
}
