internal import AI1Core
internal import AI1Ledger

/// Makes new ledgers in files quickly: one is founded, the others are copies of it.
package final class LedgerTemplate: Sendable {
    private let folder: TemporaryFolder
    private let database: [UInt8]
    private let log: [UInt8]

    package init() throws {
        folder = try TemporaryFolder(inMemory: true)
        let files = try Self.files(folder, "template")
        _ = try SQLiteLedger.open(files, clock: TestMachineClock(), calendar: LocalCalendar(offsetSeconds: 0))
        database = folder.read("template/ledger.db") ?? []
        log = folder.read("template/ledger.db-wal") ?? []
    }

    /// A sequence of steps on a ledger of its own, compared with the model.
    /// - Returns: where they differ; nil when they do not
    package func difference(_ operations: [LedgerOperation]) throws -> LedgerMatch.Difference? {
        // Its files are removed with it.
        let folder = try TemporaryFolder(inMemory: true)
        let files = try Self.files(folder, "ledger")
        try folder.write("ledger/ledger.db", database)
        try folder.write("ledger/ledger.db-wal", log)
        var match = try LedgerMatch { try SQLiteLedger.open(files, clock: $0, calendar: $1) }
        do {
            try match.run(operations)
            return nil
        } catch let difference as LedgerMatch.Difference {
            return difference
        }
    }

    /// Looks for a sequence that shows a difference, and makes it as short as it goes.
    /// - Returns: the sequence and the difference in words; nil when they are alike
    package func failure(seed: UInt64, steps: Int = 50) throws -> String? {
        let operations = LedgerOperation.sequence(SeededRandom(seed: seed), count: steps)
        guard try difference(operations) != nil else { return nil }
        let shortest = try LedgerShrinker.shrink(operations) { try difference($0) != nil }
        return """
            seed \(seed), \(shortest.count) steps:
            \(shortest.map { "  \($0)" }.joined(separator: "\n"))
            \(try difference(shortest)?.description ?? "it went away")
            """
    }

    private static func files(_ folder: TemporaryFolder, _ name: String) throws -> LedgerFiles {
        try folder.makeFolder(name)
        return LedgerFiles(data: folder.path(name), config: folder.path(name), state: folder.path(name))
    }
}
