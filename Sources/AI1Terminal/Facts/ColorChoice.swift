/// What the user asked for by `--color`.
package enum ColorChoice: String, Sendable, Hashable, CaseIterable {
    case auto, always, never
}
