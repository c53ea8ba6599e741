package import AI1Wallet

/// What became of the octets of a signed transaction.
package enum SendOutcome: Sendable, Hashable {
    /// The node took it, and calls it by this hash.
    case accepted(Hash32)
    /// The node had it already.
    case alreadyKnown
    /// The node does not take it, and no other endpoint may have.
    case refused(SendRefusal)
    /// It was sent, and nobody knows what became of it. The same octets may be sent again; a new signature may not.
    case unknown(reason: String)
}
