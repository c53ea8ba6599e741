internal import AI1Core
internal import AI1Ledger
package import ArgumentParser

/// `ai1 credits backup`: a copy that was checked.
package struct CreditsBackupCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a checked copy of the ledger.",
        discussion: """
            Requests go on meanwhile. The copy is checked in full before it gets its name. Never copy ledger.db by other \
            means while ai1 may be running.

            Examples:
              ai1 credits backup ~/backup/credits.db
              ai1 credits backup /mnt/usb/credits.db --force
            """)

    @Argument(help: "The file to write.", completion: .file())
    package var file: String

    @Flag(help: "Replace a file that exists.")
    package var force = false

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let books = try CreditsBooks(context)
        let outcome = try Backup.make(books.ledger, to: books.path(file), overwrites: force)
        if json {
            let object: JSONValue = [
                "v": 1, "file": .string(outcome.path), "bytes": .integer(outcome.octets),
                "events": .integer(outcome.report.events),
            ]
            return try context.output.line(object.text)
        }
        try context.errors.line(
            "saved and checked: \(TerminalCleaner.cleanLine(outcome.path, limit: 400)) (\(grouped(outcome.octets)) bytes)"
        )
    }
}
