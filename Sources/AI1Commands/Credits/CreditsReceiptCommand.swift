internal import AI1Core
internal import AI1Ledger
package import ArgumentParser

/// `ai1 credits receipt`: a proof that a charge is in the books.
package struct CreditsReceiptCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "Print a signed proof that a request or a grant is in the ledger.",
        discussion: """
            The receipt holds the events themselves, their path to the root of the ledger's tree, and the signed root. It \
            can be verified anywhere, without the ledger: ai1 credits check --receipt FILE.

            Examples:
              ai1 credits receipt 5f0c11ab
              ai1 credits receipt 5f0c11ab -o receipt.json
            """)

    @Argument(help: "The id of a request, hold or transfer, or at least six of its last digits.")
    package var id: String

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"), completion: .file())
    package var output: String?

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let books = try CreditsBooks(context)
        let receipt = try Receipt.make(for: LedgerLookup.find(id, in: books.ledger), books.ledger)
        let bytes = receipt.prettyEncoded() + [0x0A]
        guard let output else { return try context.output.write(bytes) }
        try WholeFile.write(to: books.path(output)) { try $0.write(bytes) }
    }
}

/// A file that is in its place whole or not at all.
enum WholeFile {
    /// - Throws: `CommandError`, and what `body` throws; the file is then as it was
    static func write(to path: String, _ body: (OutputStream) throws -> Void) throws {
        let file = try AnswerFile(path)
        do {
            try body(file.stream)
            try file.keep()
        } catch {
            file.discard()
            throw error
        }
    }
}
