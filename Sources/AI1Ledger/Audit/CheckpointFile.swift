internal import AI1Core

/// The file of signed checkpoints outside the ledger: one JSON object a line, only appended to.
struct CheckpointFile: Sendable {
    /// Longer lines than this are none of ours.
    private static let longestLine = 4_096

    let path: String

    /// A line of the file; nil when it is no checkpoint.
    struct Line: Sendable {
        /// From 1; unknown for the last line when only that was read.
        var number: Int?
        var checkpoint: Checkpoint?
    }

    /// - Throws: `LedgerError`
    func append(_ checkpoint: Checkpoint) throws { try AuditFile.append(checkpoint.json.encoded(), to: path) }

    /// The last line that is whole; nil when there is none.
    /// - Throws: `LedgerError`
    func last() throws -> Line? {
        guard let bytes = try AuditFile.read(path, last: 2 * Self.longestLine) else { return nil }
        return Self.lines(bytes).last.map { Line(number: nil, checkpoint: Self.decode($0)) }
    }

    /// All lines that are whole.
    /// - Throws: `LedgerError`
    func all() throws -> [Line] {
        guard let bytes = try AuditFile.read(path) else { return [] }
        return Self.lines(bytes).enumerated().map { Line(number: $0 + 1, checkpoint: Self.decode($1)) }
    }

    /// What follows the last line end was cut by a crash, and is not a line.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
        return lines.filter { !$0.isEmpty }
    }

    private static func decode(_ line: ArraySlice<UInt8>) -> Checkpoint? {
        guard line.count <= longestLine, let value = try? JSONParser.parse(Array(line)) else { return nil }
        return Checkpoint(json: value)
    }
}
