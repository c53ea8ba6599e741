package import AI1Wallet

/// What happens while a transaction is sent or waited for, for the user to see.
package enum SendingNotice: Sendable, Hashable {
    /// Another process sends from the same account; its number where it is known.
    case waitsForSender(process: String?)
    /// The transaction is signed and in the journal: from now on it is known by this hash.
    case journalled(Hash32)
    /// The same octets are sent again after so many milliseconds.
    case sendsAgain(Hash32, reason: String, waitMilliseconds: Int64)
    /// The journal could not be written after the node had taken the transaction.
    case journalBehind(Hash32, reason: String)
    /// The block that it was in is no longer part of the chain.
    case reorganised(Hash32, block: UInt64)
    /// The node does not know it any more, and its nonce is not used.
    case dropped(Hash32)
    /// The endpoints do not answer; they are asked again.
    case waitsForEndpoint(reason: String)
    /// It is in a block, and this many of the wanted blocks are there.
    case mined(Hash32, block: UInt64, confirmations: UInt64, of: UInt64)

    /// One line for the user.
    package var text: String {
        switch self {
        case .waitsForSender(let process):
            "waiting for \(process.map { "process \($0)" } ?? "another ai1"), which sends from the same account"
        case .journalled(let hash): "signed \(hash.hex)"
        case .sendsAgain(_, let reason, let wait):
            "\(reason): the same transaction is sent again in \(Self.seconds(wait))"
        case .journalBehind(let hash, let reason):
            "\(hash.hex) is sent, but the journal could not be written: \(reason)"
        case .reorganised(let hash, let block):
            "block \(block) was replaced by another (reorganisation): \(hash.hex) waits again"
        case .dropped(let hash):
            "the node does not know \(hash.hex) any more; to send it again: ai1 wallet tx rebroadcast \(hash.hex)"
        case .waitsForEndpoint(let reason): "\(reason): asking again"
        case .mined(_, let block, let confirmations, let wanted):
            "in block \(block), \(confirmations) of \(wanted) confirmations"
        }
    }

    private static func seconds(_ milliseconds: Int64) -> String {
        "\(milliseconds / 1_000).\(milliseconds % 1_000 / 100) s"
    }
}
