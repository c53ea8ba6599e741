internal import AI1Storage

/// The check that reads everything.
struct FullCheck {
    /// SQLite stops after so many of its own findings.
    private static let integrityFindings = 50

    let connection: Connection
    let findings: FindingList

    func run(_ notes: OutsideNotes?, _ report: inout CheckReport) throws {
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
        if scan.isWhole {
            try replay.finish()
            trail.finish(epochs: replay.epochs, events: scan.sequence)
        } else {
            report.notes.append("what follows from the events after \(scan.sequence) could not be compared")
        }
        report.events = scan.sequence
        report.transfers = replay.transfers
        report.openHolds = Int64(replay.openHolds.count)
        report.checkpoint = trail.newest.map { SignedCheckpoint($0) }
        report.notes += trail.notes
        findings.guarding("ledger.db") { try checkIntegrity() }
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

    /// SQLite's own check, which looks at the indexes and the pages.
    private func checkIntegrity() throws {
        try connection.query("PRAGMA integrity_check(\(Self.integrityFindings))") { rows in
            while try rows.step() {
                let message = rows.text(0)
                if message != "ok" { findings.add("ledger.db", "", message) }
            }
        }
    }
}
