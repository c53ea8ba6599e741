internal import AI1Chain
internal import AI1Core
internal import AI1Wallet

/// What became of a transaction. It is told whatever happened after signing: the hash above all.
struct SendReport: Sendable {
    enum Status: String, Sendable {
        /// Signed and written down, and perhaps with no node.
        case journalled
        /// A node has it.
        case sent
        /// In a block, with as many on it as were asked for.
        case confirmed
        /// In a block, with its effects undone.
        case reverted
        /// Another transaction took its place.
        case replaced
        /// A node refused it for good, and it was given up.
        case released
    }

    let hash: Hash32
    var status = Status.journalled
    /// Whether it was signed by an earlier run.
    var isEarlier = false
    var receipt: Receipt?
    /// Blocks that stand on it, its own included.
    var confirmations: UInt64?
    /// What it does, as it was shown.
    var facts = JSONObject()
    var error: (any AI1Error)?

    /// Version 1.
    var json: JSONValue {
        var object: JSONObject = ["v": 1, "hash": .string(hash.hex), "status": .string(status.rawValue)]
        for member in facts.members { object[member.name] = member.value }
        object["earlier"] = .bool(isEarlier)
        object["receipt"] = receipt.map { TransactionReceiptView.json($0, confirmations: confirmations) } ?? .null
        object["error"] = error.map { OutcomeJSON.error($0) } ?? .null
        return .object(object)
    }
}
