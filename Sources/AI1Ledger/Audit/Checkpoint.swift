internal import AI1Core
internal import Crypto

/// A signed statement of what a ledger was at one size. Its text follows the checkpoint format of C2SP
/// (tlog-checkpoint), its signed form their signed note, so that other programs can verify it.
struct Checkpoint: Sendable, Hashable {
    var ledger: LedgerID
    /// Counts the restores and the keys.
    var epoch: Int64
    /// Events.
    var size: Int64
    /// Microseconds since 1970.
    var time: Int64
    /// The hash of the newest event.
    var head: TreeHash
    /// The Merkle tree hash of all of them.
    var root: TreeHash
    /// The public key of whoever signed.
    var key: [UInt8] = []
    var signature: [UInt8] = []

    /// The origin, and at the same time the name of the key.
    var origin: String { "ai1/ledger/\(ledger)" }

    /// What is signed.
    var text: String {
        """
        \(origin)
        \(size)
        \(Base64.encode(root.octets))
        epoch \(epoch)
        time \(time)
        head \(Base64.encode(head.octets))

        """
    }

    /// Whether the signature is that of the key it names.
    var isSigned: Bool { AuditKey.verify(signature, of: text, by: key) }

    /// The same, signed.
    /// - Throws: `LedgerError`
    func signed(by signer: AuditKey) throws -> Checkpoint {
        var signed = self
        signed.key = signer.publicKey
        signed.signature = try signer.sign(text)
        return signed
    }

    /// The signed note: the text, an empty line, and the signature after the first four octets of the key's digest.
    var note: String {
        var identity = Array(origin.utf8) + [0x0A, 0x01]
        identity.append(contentsOf: key)
        let digest = Array(SHA256.hash(data: identity).prefix(4))
        return "\(text)\n\u{2014} \(origin) \(Base64.encode(digest + signature))\n"
    }
}

extension Checkpoint {
    /// As a member of other JSON, and as a line of the file of checkpoints.
    var json: JSONValue {
        [
            "v": 1, "ledger": .string(ledger.description), "epoch": .integer(epoch), "size": .integer(size),
            "time": .integer(time), "head": .string(Base64.encode(head.octets)),
            "root": .string(Base64.encode(root.octets)), "key": .string(Base64.encode(key)),
            "signature": .string(Base64.encode(signature)),
        ]
    }

    /// Nil when it is no checkpoint of a version that is known. Does not look at the signature.
    init?(json: JSONValue) {
        guard json["v"]?.number?.int64 == 1, let ledger = json["ledger"]?.string.flatMap({ LedgerID($0) }),
            let epoch = json["epoch"]?.number?.int64, let size = json["size"]?.number?.int64, size > 0,
            let time = json["time"]?.number?.int64, let head = Self.octets(json["head"]).flatMap({ TreeHash($0) }),
            let root = Self.octets(json["root"]).flatMap({ TreeHash($0) }), let key = Self.octets(json["key"]),
            let signature = Self.octets(json["signature"])
        else { return nil }
        self.init(
            ledger: ledger, epoch: epoch, size: size, time: time, head: head, root: root, key: key,
            signature: signature)
    }

    private static func octets(_ value: JSONValue?) -> [UInt8]? { value?.string.flatMap { Base64.decode($0) } }
}
