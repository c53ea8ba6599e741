internal import AI1Core

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The lines of a descriptor as they come: what reads a pipe answers every line before the next one is there.
struct InputLines {
    /// Octets of a line: twice those of the largest transaction that is read, as hexadecimal digits in JSON.
    static let longestLine = 4 << 20
    private static let pieceBytes = 64 << 10
    /// How often a silent input is looked at for the end of the task.
    private static let pollMilliseconds: Int32 = 100

    let descriptor: Int32
    private var splitter = LineSplitter(limit: Self.longestLine, loneCR: false)
    private var ready: [[UInt8]] = []
    private var isAtEnd = false
    private var piece = [UInt8](repeating: 0, count: Self.pieceBytes)

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// The next line that is not blank; nil at the end of the input.
    /// - Throws: `CommandError` of code `badInput`; `CancellationError`
    mutating func next() throws -> [UInt8]? {
        while true {
            if !ready.isEmpty {
                let line = ready.removeFirst()
                if line.contains(where: { $0 > 0x20 }) { return line }
                continue
            }
            if isAtEnd { return nil }
            try readMore()
        }
    }

    private mutating func readMore() throws {
        try Task.checkCancellation()
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&wanted, 1, Self.pollMilliseconds) > 0 else { return }
        let count = piece.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
        if count < 0 {
            guard errno == EINTR || errno == EAGAIN else {
                throw CommandError(
                    .badInput, message: "cannot read standard input: \(systemMessage(errno))", hint: "name a file")
            }
            return
        }
        var lines: [[UInt8]] = []
        do {
            if count == 0 {
                isAtEnd = true
                try splitter.finish { lines.append(Array($0)) }
            } else {
                try piece.withUnsafeBytes { bytes in
                    try splitter.feed(UnsafeRawBufferPointer(rebasing: bytes[..<count])) { lines.append(Array($0)) }
                }
            }
        } catch is LineSplitter.Failure {
            throw CommandError(
                .badInput, message: "a line is longer than \(Self.longestLine >> 20) MiB",
                hint: "one JSON value or one raw transaction a line")
        }
        ready += lines
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
