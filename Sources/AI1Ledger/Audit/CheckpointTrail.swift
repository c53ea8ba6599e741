internal import AI1Core
internal import AI1Storage

/// The checkpoints inside and outside a ledger, held against the tree as it grows.
final class CheckpointTrail {
    private let rows: TableCursor
    private let outside: OutsideNotes?
    private let findings: FindingList
    /// Places in the outside lines by size.
    private var places: [Int64: [Int]] = [:]
    /// Outside lines that say what the tree was.
    private var right: Set<Int> = []
    /// Outside lines that have a row inside.
    private var matched: Set<Int> = []
    private var headHash: [UInt8]?
    private var ledger: LedgerID?
    private(set) var newest: Checkpoint?
    private(set) var notes: [String] = []

    init(_ connection: Connection, _ outside: OutsideNotes?, _ findings: FindingList) throws {
        self.outside = outside
        self.findings = findings
        rows = try TableCursor(.checkpoint, connection, findings)
        for (place, line) in (outside?.lines ?? []).enumerated() {
            guard let checkpoint = line.checkpoint else { continue }
            places[checkpoint.size, default: []].append(place)
        }
    }

    /// After every event.
    func pass(_ scan: EventScan, ledger: LedgerID?, epoch: Int64) {
        self.ledger = ledger
        if scan.sequence == outside?.head?.sequence { headHash = scan.hash }
        let taken = rows.take(scan.sequence)
        if case .row(let row) = taken { compare(row, scan, epoch) }
        for place in places[scan.sequence] ?? [] {
            if case .missing = taken {} else { matched.insert(place) }
            let checkpoint = outside?.lines[place].checkpoint
            if checkpoint?.root == scan.tree.root, checkpoint?.head.octets == scan.hash { right.insert(place) }
        }
    }

    private func compare(_ row: [RowValue], _ scan: EventScan, _ epoch: Int64) {
        let key = "\(scan.sequence)"
        let expected: [RowValue] = [
            .integer(scan.sequence), row[1], .integer(epoch), .blob(scan.hash), .blob(scan.tree.root.octets), row[5],
            row[6], .blob(scan.tree.frontierOctets),
        ]
        findings.compare(.checkpoint, expected, row)
        guard let ledger, let time = row[1].integer, case .blob(let signer) = row[5],
            case .blob(let signature) = row[6], let epoch = row[2].integer, case .blob(let head) = row[3],
            case .blob(let root) = row[4], let head = TreeHash(head), let root = TreeHash(root)
        else {
            findings.add("checkpoint", key, "it is no checkpoint")
            return
        }
        let checkpoint = Checkpoint(
            ledger: ledger, epoch: epoch, size: scan.sequence, time: time, head: head, root: root, key: signer,
            signature: signature)
        if !checkpoint.isSigned {
            findings.add("checkpoint", key, column: "signature", "not that of its text and key")
        }
        newest = checkpoint
    }

    /// After the last event.
    func finish(epochs: [(number: Int64, event: Int64)], events: Int64) {
        rows.finish()
        if let outside, let newest, !outside.knows(newest.key) {
            findings.add(
                "checkpoint", "\(newest.size)", column: "key", "signed by another key than \(outside.files.auditKey)")
        }
        judgeHead(events)
        var abandoned = 0
        for (place, line) in (outside?.lines ?? []).enumerated() {
            judge(line, isRight: right.contains(place), epochs, events, &abandoned)
            if right.contains(place), !matched.contains(place), let checkpoint = line.checkpoint,
                checkpoint.epoch == epochs.last?.number ?? 0
            {
                findings.add("checkpoint", "\(checkpoint.size)", "the row is missing")
            }
        }
        if let line = outside?.lines.last?.checkpoint, outside?.knows(line.key) == false {
            findings.add("audit.checkpoint", "", "its last line is signed by another key than audit.key")
        }
        if abandoned > 0 {
            notes.append("\(abandoned) checkpoints are of events that a restored ledger no longer has")
        }
    }

    private func judgeHead(_ events: Int64) {
        guard let head = outside?.head, headHash != head.hash else { return }
        findings.add(
            "audit.head", "\(head.sequence)",
            events < head.sequence
                ? "the ledger is older than it was: \(events) events where \(head.sequence) were written"
                : "the ledger is not the one that was written: its event \(head.sequence) is another")
    }

    private func judge(
        _ line: CheckpointFile.Line, isRight: Bool, _ epochs: [(number: Int64, event: Int64)], _ events: Int64,
        _ abandoned: inout Int
    ) {
        let key = line.number.map { "line \($0)" } ?? ""
        guard let checkpoint = line.checkpoint else {
            findings.add("audit.checkpoint", key, "it is no checkpoint")
            return
        }
        if !checkpoint.isSigned { findings.add("audit.checkpoint", key, "it is not signed by its key") }
        guard checkpoint.ledger == ledger else {
            findings.add("audit.checkpoint", key, "it is of another ledger")
            return
        }
        if isRight { return }
        // Restoring an older file begins an epoch where the file ended; what was noted beyond it no longer binds.
        if let later = epochs.first(where: { $0.number > checkpoint.epoch }), checkpoint.size >= later.event {
            abandoned += 1
        } else if checkpoint.size > events || checkpoint.epoch > epochs.last?.number ?? 0 {
            findings.add(
                "audit.checkpoint", key, "the ledger is older than it, which is of \(checkpoint.size) events")
        } else {
            findings.add(
                "audit.checkpoint", key, "the ledger's first \(checkpoint.size) events are others than it says")
        }
    }

    /// Ends the reading.
    func close() { rows.close() }
}
