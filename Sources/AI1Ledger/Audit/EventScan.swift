internal import AI1Storage

/// All events in their order: each one hashed again, the chain, the time and the tree followed, and handed on decoded.
final class EventScan {
    private let connection: Connection
    private let findings: FindingList
    /// The newest event that was read.
    private(set) var sequence: Int64 = 0
    private(set) var time: Int64 = 0
    private(set) var hash = ChainHash.origin
    private(set) var tree = MerkleTree()
    /// Whether the log could be read to its end.
    private(set) var isWhole = false

    init(_ connection: Connection, _ findings: FindingList) {
        self.connection = connection
        self.findings = findings
    }

    /// - Parameters:
    ///   - apply: called with every event that can be decoded, its number and its time
    ///   - passed: called after every event
    func run(
        apply: (LedgerEvent, _ sequence: Int64, _ time: Int64) -> Void, passed: (EventScan) -> Void
    ) throws {
        let rows = try connection.statement(
            "SELECT seq, ts, kind, body, prev, hash FROM event_log NOT INDEXED ORDER BY seq")
        defer { rows.reset() }
        do {
            while try rows.step() {
                read(rows, apply)
                passed(self)
            }
            isWhole = true
        } catch let error as StorageError {
            findings.add("event_log", "", "cannot be read after event \(sequence): \(error.message)")
        }
    }

    private func read(_ row: Statement, _ apply: (LedgerEvent, Int64, Int64) -> Void) {
        let found = row.integer(0)
        let key = String(found)
        for (column, (name, storageClass)) in Self.classes.enumerated()
        where row.storageClass(Int32(column)) != storageClass {
            findings.add("event_log", key, column: name, "\(RowValue(row, Int32(column))) is of another kind")
        }
        let moment = row.integer(1)
        let previous = row.bytes(4)
        let stored = row.bytes(5)
        let body = row.bytes(3)
        let record = ChainHash.record(
            sequence: found, time: moment, kind: row.integer(2), previous: previous, body: body)
        let isGenuine = ChainHash.leaf(record) == stored
        if found != sequence + 1 {
            findings.add("event_log", key, column: "seq", "\(found) where \(sequence + 1) follows")
        }
        if !isGenuine {
            findings.add(
                "event_log", key, column: "hash", "the record has another hash: one of its columns was changed")
        }
        if previous != hash {
            findings.add("event_log", key, column: "prev", "it is not the hash of the event before it")
        }
        if moment <= time { findings.add("event_log", key, column: "ts", "the time does not rise") }
        // A row that is whole stands where it says; another one where it was found.
        sequence = isGenuine ? max(found, sequence + 1) : sequence + 1
        time = moment
        hash = stored
        tree.append(TreeHash(stored) ?? .empty)
        do {
            let event = try body.withUnsafeBytes { try LedgerEvent(kind: row.integer(2), body: $0) }
            apply(event, sequence, moment)
        } catch {
            findings.add("event_log", key, column: "body", "the octets are no event")
        }
    }

    /// The columns' names and storage classes.
    private static let classes: [(String, Int32)] = [
        ("seq", 1), ("ts", 1), ("kind", 1), ("body", 4), ("prev", 4), ("hash", 4),
    ]
}
