/// How far a transaction of the journal has come.
package enum EntryState: String, Sendable, Hashable, CaseIterable {
    /// Signed and written down; not an octet of it was sent.
    case journalled
    /// Its sending was begun, and it is not known whether a node has taken it.
    case sending
    /// A node has taken it, or had it already.
    case sent
    /// It is in a block.
    case mined
    /// Another transaction of the same account took its nonce.
    case replaced
    /// Given up before a node took it: its nonce is free again.
    case released
    /// It was on a chain that has begun anew since, as chains for tests do.
    case dropped

    /// Whether it may still come into a block.
    package var isPending: Bool {
        switch self {
        case .journalled, .sending, .sent: true
        case .mined, .replaced, .released, .dropped: false
        }
    }

    /// Whether it holds its nonce and its idempotency key.
    package var isLive: Bool {
        switch self {
        case .journalled, .sending, .sent, .mined: true
        case .replaced, .released, .dropped: false
        }
    }
}
