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
        do {
            try lines.feed(bytes) { line in
                var line = line
                if atStart {
                    atStart = false
                    if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = UnsafeRawBufferPointer(rebasing: line.dropFirst(3)) }
                }
                try fields.take(line, event)
            }
            // A data line that lies in this piece is kept only as long as the piece is.
            fields.own()
        } catch is LineSplitter.Failure {
            throw Failure.eventTooLarge(limit: Self.eventLimitBytes)
        }
    }

    /// Whether the stream ended between two events. An unfinished event is discarded, as the standard says.
    package var isBetweenEvents: Bool { lines.pendingCount == 0 && fields.isEmpty }

    /// The fields of the event that is being read.
    private struct Fields: Sendable {
        // Set and used only inside one call of `feed`; `own` ends it before the call returns.
        private nonisolated(unsafe) var borrowed: UnsafeRawBufferPointer?
        private var data: [UInt8] = []
        private var hasData = false
        private var type: [UInt8] = []

        var isEmpty: Bool { !hasData && type.isEmpty }

        mutating func own() {
            if let borrowed { data.append(contentsOf: borrowed) }
            borrowed = nil
        }

        mutating func take(
            _ line: UnsafeRawBufferPointer,
            _ event: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws -> Void
        ) throws {
            if line.isEmpty { return try dispatch(event) }
            if let value = Self.value(of: "data", in: line) {
                if hasData {
                    own()
                    guard data.count + value.count < SSEParser.eventLimitBytes else {
                        throw Failure.eventTooLarge(limit: SSEParser.eventLimitBytes)
                    }
                    data.append(0x0A)
                    data.append(contentsOf: value)
                } else {
                    hasData = true
                    borrowed = value
                }
            } else if let value = Self.value(of: "event", in: line) {
                type.removeAll(keepingCapacity: true)
                type.append(contentsOf: value)
            }
        }

        private mutating func dispatch(
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
