internal import AI1Core

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A file of recorded answers, one JSON object a line: what was asked, by its hash, and what came, with its timing. Answers
/// from it cost nothing and need no network, so a script can be tested with it. Lines are only ever appended, and the last
/// one that fits is played.
package struct Cassette: Sendable, Hashable {
    /// Larger files are refused.
    private static let limitBytes: Int64 = 1_073_741_824
    private static let pieceBytes = 1_048_576

    package let path: String

    package init(path: String) { self.path = path }

    /// Appends an answer, in one write, so that lines of several processes do not mix.
    /// - Throws: `HistoryError` of code `badFile` when the file cannot be written to
    package func append(_ entry: CassetteEntry) throws {
        let file = openFile(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure("cannot write to") }
        defer { close(file) }
        let line = entry.json.encoded() + [0x0A]
        let written = line.withUnsafeBytes { writeFile(file, $0.baseAddress, $0.count) }
        guard written == line.count else { throw failure("cannot write to") }
    }

    /// The answer to a request: the last that was recorded for the same words and the same model named, else the last for the
    /// same words.
    /// - Parameters:
    ///   - request: the hash of what is asked
    ///   - asked: the model that the user named
    /// - Throws: `HistoryError` of code `noMatch`, or `badFile` with the line that cannot be read
    package func answer(to request: [UInt8], asked: String?) throws -> CassetteEntry {
        let wanted = CassetteEntry.hex(request)
        var best: CassetteEntry?
        var number = 0
        for line in try contents().split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            guard line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { continue }
            guard let value = try? JSONParser.parse(Array(line)), let entry = CassetteEntry(value) else {
                throw HistoryError(
                    .badFile, message: "\(path):\(number): this line is no recorded answer",
                    hint: "record anew with --record, or take the line out")
            }
            guard entry.request == wanted else { continue }
            if entry.asked == asked || best?.asked != asked { best = entry }
        }
        guard let best else {
            throw HistoryError(
                .noMatch, message: "\(path) has no answer to this request (\(wanted.prefix(12)))",
                hint: "record one: the same command with --record in place of --replay")
        }
        return best
    }

    private func contents() throws -> [UInt8] {
        let file = openFile(path, O_RDONLY | O_CLOEXEC, 0)
        guard file >= 0 else { throw failure("cannot read") }
        defer { close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0, Int64(facts.st_size) <= Self.limitBytes else {
            throw HistoryError(.badFile, message: "\(path) is larger than a cassette can be")
        }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: Self.pieceBytes)
        while true {
            let count = piece.withUnsafeMutableBytes { readFile(file, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            if count < 0, errno == EINTR { continue }
            guard count > 0, Int64(bytes.count + count) <= Self.limitBytes else { throw failure("cannot read") }
            bytes.append(contentsOf: piece[..<count])
        }
    }

    private func failure(_ what: String) -> HistoryError {
        let reason = String(cString: strerror(errno))
        return HistoryError(
            .badFile, message: "\(what) \(path): \(reason.prefix(1).lowercased() + reason.dropFirst())",
            hint: "name another file, or check who owns it")
    }
}

/// The calls of the same names, apart from the methods.
private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }
private func writeFile(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int { write(file, bytes, count) }
private func readFile(_ file: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(file, bytes, count)
}
