package import AI1Core
internal import AI1Storage

/// A proof that a hold's or a transfer's events are in the ledger: their canonical octets, the way from each to the
/// root of a signed checkpoint, and that checkpoint. It can be verified without the ledger.
package enum Receipt {
    /// The form of the JSON.
    static let version: Int64 = 1

    /// Makes the receipt of a hold (its hold and what closed it) or of a transfer. Makes a checkpoint when the newest
    /// one does not cover the events.
    /// - Parameter id: of a hold or of a transfer
    /// - Throws: `LedgerError` of code `notFound` when neither has this name
    package static func make(for id: LedgerID, _ ledger: SQLiteLedger) throws -> JSONValue {
        let wanted = try ledger.read { try events(of: id, $0) }
        guard let newest = wanted.max() else {
            throw LedgerError(
                .notFound, message: "no hold and no transfer is named \(id)", hint: "ai1 credits history lists them")
        }
        var checkpoint = try ledger.read { connection in
            try CheckpointRow.newest(connection, of: CheckpointRow.ledger(connection))?.checkpoint
        }
        if checkpoint.map({ $0.size < newest }) ?? true { checkpoint = try Checkpointer(ledger).make(reason: nil) }
        guard let checkpoint else { throw notProvable }
        return try ledger.read { connection in
            let proofs = try proofs(wanted, checkpoint, connection)
            let events = try zip(wanted, proofs).map { try json($0, $1, connection) }
            return [
                "v": .integer(version), "kind": "ai1 receipt", "id": .string(id.description),
                "events": .array(events), "checkpoint": checkpoint.json, "note": .string(checkpoint.note),
            ]
        }
    }

    /// The numbers of the events that say something of a hold or a transfer.
    private static func events(of id: LedgerID, _ connection: Connection) throws -> [Int64] {
        let transfer = try connection.statement("SELECT event FROM transfer WHERE id = ?")
        transfer.bind(1, id.octets)
        defer { transfer.reset() }
        if try transfer.step() { return [transfer.integer(0)] }
        let hold = try connection.statement("SELECT created, closed FROM hold WHERE id = ?")
        hold.bind(1, id.octets)
        defer { hold.reset() }
        guard try hold.step() else { return [] }
        return try [hold.optionalInteger(0), hold.optionalInteger(1)].compactMap { $0 }.compactMap {
            try event(at: $0, connection)
        }
    }

    /// The event of a moment: times rise with the numbers, so halving finds it.
    private static func event(at time: Int64, _ connection: Connection) throws -> Int64? {
        let row = try connection.statement("SELECT ts FROM event_log WHERE seq = ?")
        defer { row.reset() }
        var low: Int64 = 1
        var high = try connection.integer("SELECT max(seq) FROM event_log") ?? 0
        while low <= high {
            let middle = low + (high - low) / 2
            row.reset()
            row.bind(1, middle)
            guard try row.step() else { return nil }
            let found = row.integer(0)
            if found == time { return middle }
            if found < time { low = middle + 1 } else { high = middle - 1 }
        }
        return nil
    }

    private static func proofs(
        _ wanted: [Int64], _ checkpoint: Checkpoint, _ connection: Connection
    ) throws -> [MerkleProof] {
        var prover = MerkleProver(size: UInt64(checkpoint.size), wanted: wanted.map { UInt64($0 - 1) })
        let rows = try connection.statement("SELECT hash FROM event_log WHERE seq <= ? ORDER BY seq")
        rows.bind(1, checkpoint.size)
        defer { rows.reset() }
        while try rows.step() {
            guard let leaf = rows.withBytes(0, { TreeHash($0) }) else { break }
            prover.append(leaf)
        }
        guard let made = prover.finish(), made.root == checkpoint.root else { throw notProvable }
        return made.proofs
    }

    private static func json(_ sequence: Int64, _ proof: MerkleProof, _ connection: Connection) throws -> JSONValue {
        let row = try connection.statement("SELECT ts, kind, body, prev FROM event_log WHERE seq = ?")
        row.bind(1, sequence)
        defer { row.reset() }
        guard try row.step() else { throw notProvable }
        let record = ChainHash.record(
            sequence: sequence, time: row.integer(0), kind: row.integer(1), previous: row.bytes(3), body: row.bytes(2))
        guard let event = EventRecord(record) else { throw notProvable }
        return [
            "index": .integer(proof.index), "record": .string(Base64.encode(record)), "reads": event.json,
            "path": .array(proof.path.map { .string(Base64.encode($0.octets)) }),
        ]
    }

    private static var notProvable: LedgerError {
        LedgerError(
            .audit, message: "the ledger's events do not lead to its checkpoint",
            hint: "ai1 credits check --full tells what is wrong")
    }
}
