internal import AI1Core

/// Collects the lines of an answer's head, as libcurl hands them over, one a call with its line end.
struct HeadReader {
    enum Step {
        case more
        /// The final answer's head is complete.
        case complete(HTTPHead)
        /// More octets than allowed.
        case tooLarge
        case malformed
    }

    private let limit: Int
    private var octets = 0
    private var status: Int?
    private var fields: [(name: String, value: String)] = []

    init(limit: Int) {
        self.limit = limit
    }

    mutating func feed(_ line: UnsafeRawBufferPointer) -> Step {
        octets += line.count
        guard octets <= limit else { return .tooLarge }
        let text = Self.trimmed(line)
        guard let status else {
            self.status = Self.status(of: text)
            return self.status == nil ? .malformed : .more
        }
        if let first = line.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") {
            // A folded line (RFC 9112, 5.2) goes on with the field before it.
            guard let last = fields.popLast() else { return .malformed }
            fields.append((last.name, last.value + " " + String(decoding: text, as: UTF8.self)))
            return .more
        }
        if text.isEmpty { return end(status) }
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return .malformed }
        let name = String(decoding: text[..<colon], as: UTF8.self).lowercased()
        let value = Self.trimmed(UnsafeRawBufferPointer(rebasing: text[(colon + 1)...]))
        fields.append((name, String(decoding: value, as: UTF8.self)))
        return .more
    }

    private mutating func end(_ status: Int) -> Step {
        defer {
            self.status = nil
            fields.removeAll()
        }
        // 100 Continue, 103 Early Hints: the answer is still to come.
        return status < 200 ? .more : .complete(HTTPHead(status: status, headers: fields))
    }

    /// The status of `HTTP/1.1 200 OK`, or `HTTP/2 200`.
    private static func status(of line: Slice<UnsafeRawBufferPointer>) -> Int? {
        guard line.starts(with: "HTTP/".utf8), let space = line.firstIndex(of: UInt8(ascii: " ")) else { return nil }
        let digits = line[(space + 1)...].prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        return digits.count == 3 ? Int(String(decoding: digits, as: UTF8.self)) : nil
    }

    private static func trimmed(_ text: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer> {
        let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
        var rest = text[...].drop(while: blank)
        while let last = rest.last, blank(last) { rest = rest.dropLast() }
        return rest
    }
}
