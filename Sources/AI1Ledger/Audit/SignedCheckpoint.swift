package import AI1Core

/// A checkpoint as it is told to a person.
package struct SignedCheckpoint: Sendable, Hashable {
    /// The ledger's name.
    package let ledger: String
    package let epoch: Int64
    /// Events that it covers.
    package let size: Int64
    package let time: Timestamp
    /// The Merkle tree hash in base64.
    package let root: String
    /// The public key of whoever signed, in base64.
    package let key: String
    /// The signed note that other programs can verify.
    package let note: String

    init(_ checkpoint: Checkpoint) {
        ledger = checkpoint.ledger.description
        epoch = checkpoint.epoch
        size = checkpoint.size
        time = Timestamp(millisecondsSinceEpoch: checkpoint.time / 1_000)
        root = Base64.encode(checkpoint.root.octets)
        key = Base64.encode(checkpoint.key)
        note = checkpoint.note
    }
}
