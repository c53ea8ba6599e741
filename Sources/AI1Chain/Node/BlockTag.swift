internal import AI1Core
internal import AI1Wallet

/// The state that a question is about (Ethereum JSON-RPC, "default block parameter").
package enum BlockTag: Sendable, Hashable {
    case latest
    /// With what waits in the node's pool.
    case pending
    /// A block that cannot be undone any more.
    case finalized
    case number(UInt64)

    var parameter: String {
        switch self {
        case .latest: "latest"
        case .pending: "pending"
        case .finalized: "finalized"
        case .number(let number): UInt256(number).hex
        }
    }
}
