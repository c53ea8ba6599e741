/// What the user wants most.
package enum Objective: String, Sendable, Hashable, CaseIterable {
    case cheapest, fastest, best, balanced
}
