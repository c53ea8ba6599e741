package import AI1Wallet

/// Told of every step between a signature and its settlement, so that a test can stop the program between any two.
package struct SendingProbe: Sendable {
    package enum Point: String, Sendable, Hashable, CaseIterable {
        /// Signed, and nowhere but in memory.
        case signed
        /// In the journal, and not sent.
        case journalled
        /// Marked as being sent; no octet has gone.
        case sending
        /// The node has answered; the journal does not know yet.
        case answered
        /// The journal knows what the node answered.
        case noted
    }

    package let reached: @Sendable (Point, Hash32) async throws -> Void

    package init(reached: @escaping @Sendable (Point, Hash32) async throws -> Void) { self.reached = reached }

    /// Does nothing.
    package static let none = SendingProbe { _, _ in }
}
