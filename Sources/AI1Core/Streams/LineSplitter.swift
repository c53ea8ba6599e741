#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Splits a stream of octets into lines ended by LF, CR LF or CR, whatever the sizes of the pieces. A line inside one piece
/// is handed over in place, without a copy.
package struct LineSplitter: Sendable {
    /// Why a stream cannot be split.
    package enum Failure: Error, Hashable { case lineTooLong(limit: Int) }

    private let limit: Int
    private let loneCR: Bool
    private var carry: [UInt8] = []
    private var skipLF = false

    /// - Parameters:
    ///   - limit: the largest line in octets
    ///   - loneCR: whether a CR without LF ends a line, as in SSE; in NDJSON it does not
    package init(limit: Int, loneCR: Bool) {
        self.limit = limit
        self.loneCR = loneCR
    }

    /// Octets of an unfinished line that are kept.
    package var pendingCount: Int { carry.count }

    /// Hands over every line that is complete, without its end.
    /// - Throws: `LineSplitter.Failure`, or what `line` throws
    package mutating func feed(
        _ bytes: UnsafeRawBufferPointer, _ line: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        guard let base = bytes.baseAddress else { return }
        var start = 0
        let count = bytes.count
        if skipLF, count > 0 {
            skipLF = false
            if bytes[0] == 0x0A { start = 1 }
        }
        // Most providers end lines with LF alone: look for CR once a piece, not once a line.
        var nextCR = loneCR ? Self.find(0x0D, base, start, count) : count
        while start < count {
            var end = Self.find(0x0A, base, start, count)
            if nextCR < start { nextCR = Self.find(0x0D, base, start, count) }
            let endsInCR = nextCR < end
            if endsInCR { end = nextCR }
            guard end < count else { break }
            try emit(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), line)
            start = end + 1
            if endsInCR {
                if start < count {
                    if bytes[start] == 0x0A { start += 1 }
                } else {
                    skipLF = true
                }
            }
        }
        if start < count {
            guard carry.count + count - start <= limit else { throw Failure.lineTooLong(limit: limit) }
            carry.append(contentsOf: bytes[start...])
        }
    }

    /// Hands over the last line, if the stream did not end with a line end.
    /// - Throws: what `line` throws
    package mutating func finish(_ line: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard !carry.isEmpty else { return }
        try emit(UnsafeRawBufferPointer(start: nil, count: 0), line)
    }

    private mutating func emit(
        _ tail: UnsafeRawBufferPointer, _ line: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        guard carry.count + tail.count <= limit else { throw Failure.lineTooLong(limit: limit) }
        if carry.isEmpty {
            try line(trimmed(tail))
        } else {
            carry.append(contentsOf: tail)
            defer { carry.removeAll(keepingCapacity: carry.count <= 65_536) }
            try carry.withUnsafeBytes { try line(trimmed($0)) }
        }
    }

    private func trimmed(_ line: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        guard !loneCR, let last = line.last, last == 0x0D else { return line }
        return UnsafeRawBufferPointer(rebasing: line.dropLast())
    }

    private static func find(_ byte: Int32, _ base: UnsafeRawPointer, _ start: Int, _ count: Int) -> Int {
        guard start < count, let found = memchr(base + start, byte, count - start) else { return count }
        return UnsafeRawPointer(found) - base
    }
}
