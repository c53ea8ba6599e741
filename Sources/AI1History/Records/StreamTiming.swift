/// When which part of an answer came: pieces in their order, each with its octets and the milliseconds since the piece before
/// it (for the first: since the request began). However many pieces come, only so many are kept: beyond that, neighbours are
/// joined.
package struct StreamTiming: Sendable, Hashable {
    package struct Piece: Sendable, Hashable {
        package var bytes: Int
        package var waitMilliseconds: Int64

        package init(bytes: Int, waitMilliseconds: Int64) {
            self.bytes = bytes
            self.waitMilliseconds = waitMilliseconds
        }
    }

    /// Pieces kept.
    package static let limit = 2_048
    private static let version: UInt8 = 1

    package private(set) var pieces: [Piece] = []
    private var last: Int64 = 0

    package init() {}

    /// A piece has come.
    /// - Parameter milliseconds: since the request began; an earlier moment than the last one counts as the last
    package mutating func add(bytes: Int, atMilliseconds milliseconds: Int64) {
        guard bytes > 0 else { return }
        let wait = max(0, milliseconds - last)
        last = max(last, milliseconds)
        pieces.append(Piece(bytes: bytes, waitMilliseconds: wait))
        if pieces.count >= Self.limit { joinNeighbours() }
    }

    /// A pair comes when its second piece came: nothing is ever replayed sooner than it was.
    private mutating func joinNeighbours() {
        var joined: [Piece] = []
        joined.reserveCapacity(Self.limit)
        for index in stride(from: 0, to: pieces.count, by: 2) {
            var piece = pieces[index]
            if index + 1 < pieces.count {
                piece.bytes += pieces[index + 1].bytes
                piece.waitMilliseconds += pieces[index + 1].waitMilliseconds
            }
            joined.append(piece)
        }
        pieces = joined
    }

    /// The parts of an answer with the time to wait before each. What the pieces do not cover comes with the last one.
    package func parts(of answer: [UInt8]) -> [(bytes: ArraySlice<UInt8>, waitMilliseconds: Int64)] {
        var parts: [(bytes: ArraySlice<UInt8>, waitMilliseconds: Int64)] = []
        var start = 0
        for piece in pieces where start < answer.count {
            let end = min(answer.count, start + piece.bytes)
            parts.append((answer[start..<end], piece.waitMilliseconds))
            start = end
        }
        if start < answer.count {
            let first = parts.popLast()
            parts.append((answer[(first?.bytes.startIndex ?? start)...], first?.waitMilliseconds ?? 0))
        }
        return parts
    }

    /// One octet of version, then pairs of numbers, seven bits an octet.
    package var encoded: [UInt8] {
        var bytes = [Self.version]
        for piece in pieces {
            Self.append(UInt64(piece.bytes), to: &bytes)
            Self.append(UInt64(piece.waitMilliseconds), to: &bytes)
        }
        return bytes
    }

    /// Nil for octets of another form.
    package init?(encoded bytes: [UInt8]) {
        guard bytes.first == Self.version else { return nil }
        var index = 1
        while index < bytes.count {
            guard let size = Self.number(bytes, &index), let wait = Self.number(bytes, &index),
                pieces.count < Self.limit, let count = Int(exactly: size), let milliseconds = Int64(exactly: wait)
            else { return nil }
            pieces.append(Piece(bytes: count, waitMilliseconds: milliseconds))
            last = last.addingReportingOverflow(milliseconds).partialValue
        }
    }

    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private static func number(_ bytes: [UInt8], _ index: inout Int) -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while index < bytes.count, shift < 63 {
            let byte = bytes[index]
            index += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }
}
