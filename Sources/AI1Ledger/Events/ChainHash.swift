internal import Crypto

/// The hash of an event: SHA-256 over a zero octet and the event's canonical record, which holds the hash of the event before
/// it. So the hashes are a chain, and at the same time the leaf hashes of the Merkle tree of RFC 6962.
enum ChainHash {
    /// What comes before the first event.
    static let origin = [UInt8](repeating: 0, count: 32)

    /// The canonical record: sequence, time, kind, previous hash, body.
    static func record(sequence: Int64, time: Int64, kind: Int64, previous: [UInt8], body: [UInt8]) -> [UInt8] {
        var encoder = EventEncoder()
        encoder.write(sequence)
        encoder.write(time)
        encoder.write(kind)
        encoder.write(previous)
        encoder.write(body)
        return encoder.bytes
    }

    /// RFC 6962, 2.1: the hash of a leaf.
    static func leaf(_ record: [UInt8]) -> [UInt8] {
        var hasher = SHA256()
        hasher.update(data: [0])
        hasher.update(data: record)
        return Array(hasher.finalize())
    }
}
