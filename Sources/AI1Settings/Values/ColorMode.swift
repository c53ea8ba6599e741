/// When to use colour on a terminal.
package enum ColorMode: String, Sendable, Hashable, CaseIterable {
    case auto, always, never
}
