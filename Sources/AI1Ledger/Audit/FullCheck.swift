internal import AI1Storage

/// The check that reads everything.
struct FullCheck {
    /// Kibibytes of pages to keep in memory: an index is read in another order than its table.
    private static let cacheKibibytes = 128 * 1_024

    let connection: Connection
    let findings: FindingList

    func run(_ notes: OutsideNotes?, _ report: inout CheckReport) throws {
        let cache = try connection.query("PRAGMA cache_size") { try $0.step() ? $0.integer(0) : 0 }
        try connection.execute("PRAGMA cache_size = \(-Self.cacheKibibytes)")
        defer { try? connection.execute("PRAGMA cache_size = \(cache)") }
        findings.guarding("sqlite_schema") { try compareSchema() }
        let trail = try CheckpointTrail(connection, notes, findings)
        defer { trail.close() }
        let replay = try LedgerReplay(connection, findings)
        defer { replay.close() }
        let scan = EventScan(connection, findings)
        try scan.run(
            apply: { event, sequence, time in
                replay.sequence = sequence
                replay.time = time
                replay.apply(event)
            },
            passed: { trail.pass($0, ledger: replay.ledger, epoch: replay.epochs.last?.number ?? 0) })
        let indexes = IndexCheck(connection: connection, findings: findings)
        indexes.checkPages()
        if scan.isWhole {
            try replay.finish()
            trail.finish(epochs: replay.epochs, events: scan.sequence)
            indexes.run(
                holds: replay.holdNames, transfers: replay.transferNames, open: Int64(replay.openHolds.count))
        } else {
            report.notes.append("what follows from the events after \(scan.sequence) could not be compared")
        }
        report.events = scan.sequence
        report.transfers = replay.transferNames.count
        report.openHolds = Int64(replay.openHolds.count)
        report.checkpoint = trail.newest.map { SignedCheckpoint($0) }
        report.notes += trail.notes
    }

    /// Tables, indexes and triggers are those that this program makes.
    private func compareSchema() throws {
        let expected = try LedgerSchema.schema.objects()
        let found = try Schema.objects(connection)
        for object in expected.subtracting(found).sorted(by: { $0.name < $1.name }) {
            findings.add("sqlite_schema", object.name, "the \(object.type) is missing, or was changed")
        }
        for object in found.subtracting(expected).sorted(by: { $0.name < $1.name }) {
            guard !expected.contains(where: { $0.type == object.type && $0.name == object.name }) else { continue }
            findings.add("sqlite_schema", object.name, "such \(object.type) does not belong to a ledger")
        }
    }
}
