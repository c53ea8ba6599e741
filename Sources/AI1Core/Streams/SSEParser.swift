#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A state machine for server-sent events (WHATWG HTML, section 9.2.6), fed with octets in pieces of any size.
package struct SSEParser: Sendable {
    /// Why a stream is no event stream.
    package enum Failure: Error, Hashable { case eventTooLarge(limit: Int) }

    /// The largest event in octets.
    package static let eventLimitBytes = 8 * 1024 * 1024

    private var lines = LineSplitter(limit: SSEParser.eventLimitBytes, loneCR: true)
    private var fields = Fields()
    private var atStart = true

    package init() {}

    /// Hands over every complete event that has data: its type (empty when none was given) and its data. Both are valid
    /// only during the call.
    /// - Throws: `SSEParser.Failure`, or what `event` throws
    package mutating func feed(
        _ bytes: UnsafeRawBufferPointer,
        _ event: (_ type: UnsafeRawBufferPointer, _ data: UnsafeRawBufferPointer) throws -> Void
    ) throws {
        // A data line that lies in this piece is not copied while the piece is there.
        var borrowed: UnsafeRawBufferPointer?
        do {
            try lines.feed(bytes) { line in
                var line = line
                if atStart {
                    atStart = false
                    if line.starts(with: [0xEF, 0xBB, 0xBF]) {
                        line = UnsafeRawBufferPointer(rebasing: line.dropFirst(3))
                    }
                }
                try fields.take(line, of: bytes, &borrowed, event)
            }
            fields.own(&borrowed)
        } catch is LineSplitter.Failure {
            throw Failure.eventTooLarge(limit: Self.eventLimitBytes)
        }
    }

    /// Whether the stream ended between two events. An unfinished event is discarded, as the standard says.
    package var isBetweenEvents: Bool { lines.pendingCount == 0 && fields.isEmpty }

    /// The fields of the event that is being read.
    private struct Fields: Sendable {
        private var data: [UInt8] = []
        private var hasData = false
        private var type: [UInt8] = []

        var isEmpty: Bool { !hasData && type.isEmpty }

        mutating func own(_ borrowed: inout UnsafeRawBufferPointer?) {
            if let borrowed { data.append(contentsOf: borrowed) }
            borrowed = nil
        }

        mutating func take(
            _ line: UnsafeRawBufferPointer, of piece: UnsafeRawBufferPointer, _ borrowed: inout UnsafeRawBufferPointer?,
            _ event: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws -> Void
        ) throws {
            if line.isEmpty { return try dispatch(&borrowed, event) }
            if let value = Self.value(of: "data", in: line) {
                if hasData {
                    own(&borrowed)
                    guard data.count + value.count < SSEParser.eventLimitBytes else {
                        throw Failure.eventTooLarge(limit: SSEParser.eventLimitBytes)
                    }
                    data.append(0x0A)
                    data.append(contentsOf: value)
                } else {
                    hasData = true
                    // A line that began in an earlier piece lies in the splitter's memory, which is used again.
                    if piece.holds(value) { borrowed = value } else { data.append(contentsOf: value) }
                }
            } else if let value = Self.value(of: "event", in: line) {
                type.removeAll(keepingCapacity: true)
                type.append(contentsOf: value)
            }
        }

        private mutating func dispatch(
            _ borrowed: inout UnsafeRawBufferPointer?,
            _ event: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws -> Void
        ) throws {
            defer {
                hasData = false
                borrowed = nil
                data.removeAll(keepingCapacity: data.count <= 65_536)
                type.removeAll(keepingCapacity: true)
            }
            guard hasData else { return }
            try type.withUnsafeBytes { type in
                if let borrowed {
                    try event(type, borrowed)
                } else {
                    try data.withUnsafeBytes { try event(type, $0) }
                }
            }
        }

        private static func value(of field: StaticString, in line: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
            let length = field.utf8CodeUnitCount
            guard line.count >= length, let base = line.baseAddress, memcmp(base, field.utf8Start, length) == 0 else {
                return nil
            }
            if line.count == length { return UnsafeRawBufferPointer(rebasing: line[length...]) }
            guard line[length] == UInt8(ascii: ":") else { return nil }
            let start = line.count > length + 1 && line[length + 1] == 0x20 ? length + 2 : length + 1
            return UnsafeRawBufferPointer(rebasing: line[start...])
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether another range of memory lies in this one.
    fileprivate func holds(_ other: UnsafeRawBufferPointer) -> Bool {
        guard let start = baseAddress, let otherStart = other.baseAddress else { return false }
        return otherStart >= start && otherStart + other.count <= start + count
    }
}
