package import AI1Wallet

/// A transaction of the journal and what its node says of it now.
package struct PendingReport: Sendable, Hashable {
    package enum Status: Sendable, Hashable {
        /// Signed, and never sent.
        case unsent
        /// Its sending was begun; the node does not know it.
        case unconfirmed
        /// It waits in the node's pool and may be in the next blocks.
        case pending
        /// It waits, and will go on waiting.
        case stuck(StuckReason)
        /// It was with a node, which does not know it any more; its nonce is not used.
        case dropped
        /// It is in a block.
        case mined(Inclusion)
        /// Another transaction has its nonce: one of the journal, or one from elsewhere.
        case replaced(by: Hash32?)
        /// It was given up, or left behind by a chain that began anew.
        case gone
    }

    package enum StuckReason: Sendable, Hashable {
        /// An earlier nonce of the account was not sent: this one.
        case nonceGap(missing: UInt64)
        /// The most that it offers for a unit of gas is below the base fee, in wei.
        case feeBelowBase(offered: UInt256, baseFee: UInt256)
    }

    package let entry: JournalEntry
    package let status: Status

    package init(_ entry: JournalEntry, _ status: Status) {
        self.entry = entry
        self.status = status
    }

    /// What to do about it; nil when there is nothing to do.
    package var hint: String? {
        let hash = entry.hash.hex
        return switch status {
        case .unsent: "ai1 wallet tx rebroadcast \(hash), or give it up: ai1 wallet tx cancel \(hash)"
        case .unconfirmed, .dropped: "ai1 wallet tx rebroadcast \(hash)"
        case .stuck(.nonceGap(let missing)): "send the transaction of nonce \(missing) first"
        case .stuck(.feeBelowBase): "ai1 wallet tx speed-up \(hash)"
        case .pending, .mined, .replaced, .gone: nil
        }
    }
}
