internal import AI1Core
internal import AI1Evaluation

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file of recorded outcomes that the user named; `-` is standard input. Read in pieces: the file may be larger than
/// memory.
struct OutcomeFile {
    private static let pieceBytes = 1 << 20

    let name: String
    let context: CommandContext

    /// - Parameter wantsFeatures: whether a predictor is to look at the prompts
    /// - Throws: `CommandError` that names the file; `CancellationError`
    func read(wantsFeatures: Bool) throws -> OutcomeTable {
        guard name != "-" else { return try read(context.input, wantsFeatures) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(errno) }
        defer { close(descriptor) }
        return try read(descriptor, wantsFeatures)
    }

    private var path: String { name.hasPrefix("/") ? name : context.workingDirectory + "/" + name }
    private var shownName: String { name == "-" ? "standard input" : TerminalCleaner.cleanLine(name) }

    private func read(_ descriptor: Int32, _ wantsFeatures: Bool) throws -> OutcomeTable {
        var reader = OutcomeReader(wantsFeatures: wantsFeatures)
        var piece = [UInt8](repeating: 0, count: Self.pieceBytes)
        do {
            while true {
                try Task.checkCancellation()
                let count = piece.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress!, $0.count) }
                if count == 0 { return try reader.finish() }
                if count < 0 {
                    if errno == EINTR { continue }
                    throw failure(errno)
                }
                try piece.withUnsafeBufferPointer { try reader.feed(UnsafeBufferPointer(rebasing: $0[..<count])) }
            }
        } catch let error as EvaluationError {
            throw CommandError(.answer(error.kind), message: "\(shownName): \(error.message)", hint: error.hint)
        }
    }

    private func failure(_ number: Int32) -> CommandError {
        CommandError(
            .inputMissing, message: "cannot read \(shownName): \(systemMessage(number))",
            hint: "name a file that can be read, or - for standard input")
    }
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, bytes, count)
}
