internal import AI1Core

/// What stands about a ledger outside its folder.
struct OutsideNotes {
    /// The newest event that was noted.
    var head: AuditHead.Note?
    /// Signed checkpoints; only the last one for a quick check.
    var lines: [CheckpointFile.Line] = []
    /// The key of this machine; nil when it has none.
    var publicKey: [UInt8]?
    let files: LedgerFiles

    /// Reads it. To be done before the ledger is looked at, which then has at least what was noted.
    init(_ ledger: SQLiteLedger, all: Bool, _ findings: FindingList) {
        files = ledger.files
        head = ledger.head.read()
        let file = CheckpointFile(path: files.auditCheckpoints)
        do {
            lines = all ? try file.all() : try file.last().map { [$0] } ?? []
        } catch {
            findings.add("audit.checkpoint", "", (error as? any AI1Error)?.message ?? "\(error)")
        }
        do {
            publicKey = try AuditKey.load(files.auditKey)?.publicKey
        } catch {
            findings.add("audit.key", "", (error as? any AI1Error)?.message ?? "\(error)")
        }
    }

    /// What is missing, in words.
    var notes: [String] {
        var notes: [String] = []
        if head == nil {
            notes.append("no newest event was noted in \(files.auditHead): an older ledger cannot be told")
        }
        if lines.isEmpty { notes.append("there is no signed checkpoint in \(files.auditCheckpoints)") }
        return notes
    }

    /// Whether a key is this machine's; true when it has none to compare with.
    func knows(_ key: [UInt8]) -> Bool { publicKey.map { $0 == key } ?? true }
}
