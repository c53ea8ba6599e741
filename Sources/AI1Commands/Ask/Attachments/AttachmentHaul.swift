internal import AI1Core
internal import AI1Engine

/// What reading attachments gave.
struct AttachmentHaul: Sendable {
    var attachments: [Attachment] = []
    /// What was left out of folders and patterns.
    var skipped = SkippedFiles()
    /// What a person may want to know, a line each: pages that were fetched, how much was skipped.
    var notes: [String] = []
    /// Paths that could not be read, each with the reason.
    var unreadable: [String] = []

    mutating func add(_ other: AttachmentHaul) {
        attachments += other.attachments
        skipped.add(other.skipped)
        notes += other.notes
        unreadable += other.unreadable
    }

    /// The paths that are named in one error.
    private static let namedFailures = 8

    /// One error for all paths that could not be read; nil when there are none.
    var failure: CommandError? {
        guard let first = unreadable.first else { return nil }
        let hint = "check the name and its mode"
        if unreadable.count == 1 {
            return CommandError(.inputMissing, message: "cannot read \(first)", hint: hint)
        }
        let named = unreadable.prefix(Self.namedFailures).map { TerminalCleaner.cleanLine($0, limit: 120) }
        let more = unreadable.count > named.count ? "; and \(unreadable.count - named.count) more" : ""
        return CommandError(
            .inputMissing,
            message: "cannot read \(unreadable.count) files: \(named.joined(separator: "; "))\(more)",
            hint: "check their names and modes")
    }
}
