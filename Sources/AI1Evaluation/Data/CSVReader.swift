#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#endif

/// Reads comma-separated values (RFC 4180) from pieces of any size: fields in quotation marks may hold commas, line
/// ends
/// and doubled quotation marks; lines end with CRLF or LF; a byte order mark before the first is skipped, and so are
/// empty lines.
package struct CSVReader {
    /// Octets of one record at most, and fields of one.
    package static let maximumRecordBytes = 32 << 20
    package static let maximumFields = 1_024

    private enum Mode { case start, plain, quoted, closed, carriageReturn }

    /// The line, from 1, on which the last record began.
    package private(set) var line = 1
    private var mode = Mode.start
    private var currentLine = 1
    private var content: [UInt8] = []
    private var ends: [Int] = []
    private var isComplete = false
    /// Octets of a byte order mark seen so far; nil when there is none or it is over.
    private var markBytes: Int? = 0
    private var quoteLine = 1
    private var hasQuotes = false

    package init() {}

    /// Fields of the record that was just completed.
    package var count: Int { ends.count }

    /// Calls `body` with the octets of a field.
    package func withField<T>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
        content.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[(index == 0 ? 0 : ends[index - 1])..<ends[index]]))
        }
    }

    /// Reads on until a record is complete or the octets are used up.
    /// - Parameter position: where in `bytes` to begin; where it ended
    /// - Returns: whether a record is complete
    /// - Throws: `EvaluationError` of the codes `syntax` and `tooLarge`
    package mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int
    ) throws(EvaluationError) -> Bool {
        if isComplete { reset() }
        while position < bytes.count {
            if markBytes != nil, skipMark(bytes[position]) {
                position += 1
                continue
            }
            if mode != .quoted && mode != .plain || !run(bytes, &position) {
                let byte = bytes[position]
                position += 1
                try step(byte)
            }
            if content.count > Self.maximumRecordBytes || ends.count >= Self.maximumFields {
                throw EvaluationError(
                    .tooLarge,
                    "line \(line): the row has more than \(Self.maximumRecordBytes >> 20) MiB or "
                        + "\(Self.maximumFields) fields", hint: "look for a quotation mark that is not closed")
            }
            if isComplete { return true }
        }
        return false
    }

    /// The end of the input.
    /// - Returns: whether a last record, without a line end, is complete
    /// - Throws: as `read`
    package mutating func finish() throws(EvaluationError) -> Bool {
        if isComplete { reset() }
        switch mode {
        case .quoted:
            throw EvaluationError(
                .syntax, "line \(quoteLine): a quotation mark is opened and never closed",
                hint: "a quotation mark within a field is written twice")
        case .carriageReturn: try step(UInt8(ascii: "\n"))
        case .start, .plain, .closed:
            if !ends.isEmpty || !content.isEmpty || hasQuotes { endRecord() }
        }
        return isComplete
    }

    private mutating func reset() {
        content.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        isComplete = false
        hasQuotes = false
        mode = .start
        line = currentLine
    }

    private mutating func skipMark(_ byte: UInt8) -> Bool {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        guard let seen = markBytes else { return false }
        guard byte == mark[seen] else {
            // Octets of a broken mark belong to the first field, where they are no name of a column.
            content += mark[..<seen]
            if seen > 0 { mode = .plain }
            markBytes = nil
            return false
        }
        markBytes = seen == 2 ? nil : seen + 1
        return true
    }

    /// Takes ordinary octets at once.
    /// - Returns: whether there were any
    private mutating func run(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Bool {
        let start = position
        if mode == .quoted {
            let rest = bytes.count - start
            let base = bytes.baseAddress.unsafelyUnwrapped + start
            // A record that is too large is found out after this piece.
            let found = memchr(base, 0x22, rest).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
            position = start + (found ?? rest)
            var search = start
            while search < position,
                let end = memchr(bytes.baseAddress.unsafelyUnwrapped + search, 0x0A, position - search)
            {
                currentLine += 1
                search = UnsafeRawPointer(end) - UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped) + 1
            }
        } else {
            while position < bytes.count {
                switch bytes[position] {
                case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\""): break
                default:
                    position += 1
                    continue
                }
                break
            }
        }
        guard position > start else { return false }
        content.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
        return true
    }

    private mutating func step(_ byte: UInt8) throws(EvaluationError) {
        switch (mode, byte) {
        case (.quoted, UInt8(ascii: "\"")): mode = .closed
        case (.quoted, _): content.append(byte)
        case (.closed, UInt8(ascii: "\"")):
            content.append(byte)
            mode = .quoted
        case (.carriageReturn, UInt8(ascii: "\n")): endLine()
        case (.carriageReturn, _):
            throw EvaluationError(
                .syntax, "line \(currentLine): a carriage return that ends no line", hint: "end lines with LF or CRLF")
        case (_, UInt8(ascii: ",")):
            ends.append(content.count)
            mode = .start
        case (_, UInt8(ascii: "\n")): endLine()
        case (_, UInt8(ascii: "\r")): mode = .carriageReturn
        case (.start, UInt8(ascii: "\"")):
            mode = .quoted
            quoteLine = currentLine
            hasQuotes = true
        case (.closed, _):
            throw EvaluationError(
                .syntax, "line \(currentLine): text after a closing quotation mark",
                hint: "a quotation mark within a field is written twice")
        case (_, UInt8(ascii: "\"")):
            throw EvaluationError(
                .syntax, "line \(currentLine): a quotation mark within a field that does not begin with one",
                hint: "put the field in quotation marks and write those within it twice")
        case (_, _):
            content.append(byte)
            mode = .plain
        }
    }

    private mutating func endLine() {
        currentLine += 1
        if ends.isEmpty && content.isEmpty && !hasQuotes {
            mode = .start
            line = currentLine
        } else {
            endRecord()
        }
    }

    private mutating func endRecord() {
        ends.append(content.count)
        isComplete = true
    }
}
