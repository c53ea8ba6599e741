package import AI1Core

/// What a receipt proves.
package struct ReceiptReading: Sendable, Hashable {
    /// Whose signature it is.
    package enum Signer: Sendable, Hashable {
        /// The key that the caller trusts.
        case trusted
        /// Another key than the one that the caller trusts.
        case other
        /// There is no key to compare with.
        case unknown
    }

    /// Of the hold or the transfer.
    package let id: String
    /// The events in words, made from the proven octets.
    package let events: [JSONValue]
    package let checkpoint: SignedCheckpoint
    package let signer: Signer
}

extension Receipt {
    /// The public key of this machine in base64; nil when it has none.
    /// - Throws: `LedgerError` when the key file may be read by others, or is none
    package static func publicKey(_ files: LedgerFiles) throws -> String? {
        try AuditKey.load(files.auditKey).map { Base64.encode($0.publicKey) }
    }

    /// Verifies a receipt without the ledger: every event leads to the root, and the root is signed. What it says in
    /// words is made again from the proven octets.
    /// - Parameter trustedKey: a public key in base64; whether it signed is told, and is no condition
    /// - Throws: `LedgerError` of code `audit` when the receipt proves nothing
    package static func verify(_ json: JSONValue, trustedKey: String? = nil) throws -> ReceiptReading {
        guard json["kind"]?.string == "ai1 receipt", let id = json["id"]?.string.flatMap({ LedgerID($0) }) else {
            throw refusal("it is no receipt")
        }
        guard json["v"]?.number?.int64 == version else { throw refusal("it is of a version that is not known") }
        guard let checkpoint = json["checkpoint"].flatMap({ Checkpoint(json: $0) }) else {
            throw refusal("its checkpoint cannot be read")
        }
        guard checkpoint.isSigned else { throw refusal("its checkpoint is not signed by the key that it names") }
        if let note = json["note"], note.string != checkpoint.note {
            throw refusal("its note is of another checkpoint")
        }
        guard let entries = json["events"]?.array, !entries.isEmpty else { throw refusal("it has no event") }
        let records = try entries.map { try verify($0, checkpoint) }
        guard names(records, id) else { throw refusal("its events are not of \(id)") }
        let key = Base64.encode(checkpoint.key)
        return ReceiptReading(
            id: id.description, events: records.map(\.json), checkpoint: SignedCheckpoint(checkpoint),
            signer: trustedKey.map { $0 == key ? .trusted : .other } ?? .unknown)
    }

    private static func verify(_ entry: JSONValue, _ checkpoint: Checkpoint) throws -> EventRecord {
        guard let octets = entry["record"]?.string.flatMap({ Base64.decode($0) }), let record = EventRecord(octets),
            let index = entry["index"]?.number?.int64, index >= 0, let texts = entry["path"]?.array
        else { throw refusal("an event cannot be read") }
        let path = texts.compactMap { $0.string.flatMap { Base64.decode($0) }.flatMap { TreeHash($0) } }
        let proof = MerkleProof(index: UInt64(index), size: UInt64(clamping: checkpoint.size), path: path)
        guard path.count == texts.count, record.sequence == index + 1, let leaf = TreeHash(ChainHash.leaf(octets)),
            proof.root(of: leaf) == checkpoint.root
        else { throw refusal("event \(record.sequence) does not lead to the signed root") }
        if let words = entry["reads"], words != record.json {
            throw refusal("what it says of event \(record.sequence) is not what the event says")
        }
        return record
    }

    /// Whether events are those of a transfer, or of a hold and what closed it.
    private static func names(_ records: [EventRecord], _ id: LedgerID) -> Bool {
        switch records[0].event {
        case .transfer(let transfer): return records.count == 1 && transfer.id == id
        case .post(let post): return records.count == 1 && post.transfers.contains { $0.id == id }
        case .hold(let hold):
            guard hold.id == id else { return false }
            return records.dropFirst().allSatisfy { record in
                switch record.event {
                case .post(let post): post.hold == hold.sequence
                case .void(let void): void.hold == hold.sequence
                default: false
                }
            }
        default: return false
        }
    }

    private static func refusal(_ reason: String) -> LedgerError {
        LedgerError(.audit, message: "the receipt proves nothing: \(reason)")
    }
}
