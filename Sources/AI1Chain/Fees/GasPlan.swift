/// How much gas a transaction may use, and where that comes from.
package struct GasPlan: Sendable, Hashable {
    /// In units of gas.
    package let limit: UInt64
    /// What the node estimates; nil when it was not asked.
    package let estimate: UInt64?
    /// Whether the user gave the limit.
    package var isExplicit: Bool { estimate == nil }

    /// A limit of the user's own.
    package init(explicit limit: UInt64) {
        self.limit = limit
        estimate = nil
    }

    package init(limit: UInt64, estimate: UInt64) {
        self.limit = limit
        self.estimate = estimate
    }
}
