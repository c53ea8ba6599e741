internal import AI1Core

/// The plan language's words and values.
extension FaultPlan {
    struct Item {
        var name: String
        var value: String?
    }

    /// Splits at commas and white space outside braces, brackets and quotation marks.
    static func items(_ text: String) throws -> [Item] {
        var items: [Item] = []
        var current: [UInt8] = []
        var depth = 0
        var quoted = false
        var escaped = false
        for byte in text.utf8 {
            if quoted {
                if escaped {
                    escaped = false
                } else if byte == 0x5C {
                    escaped = true
                } else if byte == 0x22 {
                    quoted = false
                }
            } else if byte == 0x22 {
                quoted = true
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                depth += 1
            } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                depth -= 1
            } else if depth == 0, [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ",")].contains(byte) {
                if let item = item(current) { items.append(item) }
                current = []
                continue
            }
            current.append(byte)
        }
        guard depth == 0, !quoted else { throw bad("a brace or quotation mark is not closed in the fault plan") }
        if let item = item(current) { items.append(item) }
        return items
    }

    private static func item(_ bytes: [UInt8]) -> Item? {
        guard !bytes.isEmpty else { return nil }
        let parts = String(decoding: bytes, as: UTF8.self).split(
            separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return Item(name: parts[0].lowercased(), value: parts.count > 1 ? unquoted(String(parts[1])) : nil)
    }

    private static func unquoted(_ text: String) -> String {
        guard text.hasPrefix("\""), case .string(let inner) = try? JSONParser.parse(text) else { return text }
        return inner
    }

    static func text(_ name: String, _ value: String?) throws -> String {
        guard let value, !value.isEmpty else { throw wrongValue(name, value) }
        return value
    }

    /// Calls of tools; their ids are made up here.
    static func calls(_ name: String, _ value: String?) throws -> [ToolCall] {
        guard let list = value.flatMap({ try? JSONParser.parse($0) })?.array, !list.isEmpty else {
            throw wrongValue(name, value)
        }
        return try list.enumerated().map { index, call in
            guard let tool = call["name"]?.string else { throw wrongValue(name, value) }
            // Arguments that are text go out as they are: no JSON, if that is what they are.
            let arguments = call["arguments"].map { $0.string ?? $0.text } ?? "{}"
            return ToolCall(id: "call_sandbox_\(index)", name: tool, arguments: arguments)
        }
    }

    static func flag(_ name: String, _ value: String?) throws -> Bool {
        guard value == nil else { throw wrongValue(name, value) }
        return true
    }

    static func number(_ name: String, _ value: String?, _ range: ClosedRange<Int64>) throws -> Int64 {
        guard let value, let number = Int64(value), range.contains(number) else { throw wrongValue(name, value) }
        return number
    }

    static func size(_ name: String, _ value: String?, from least: Int64) throws -> Int {
        Int(try number(name, value, least...Int64(sizeLimitBytes)))
    }

    static func place(_ name: String, _ value: String?) throws -> Place {
        guard let value else { return .after }
        guard let place = Place(rawValue: value) else { throw wrongValue(name, value) }
        return place
    }

    static func wrongValue(_ name: String, _ value: String?) -> SandboxError {
        let wanted = options.first { $0.name == name }?.value ?? ""
        let form =
            wanted.isEmpty ? name : wanted.hasPrefix("[") ? "\(name)[=\(wanted.dropFirst())" : "\(name)=\(wanted)"
        let given = value.map { "\(name)=\(TerminalCleaner.cleanLine($0, limit: 40))" } ?? name
        return bad("“\(given)” is no fault that the sandbox can play", hint: "write it as \(form)")
    }

    static func bad(_ message: String, hint: String? = nil) -> SandboxError {
        SandboxError(.badPlan, message: message, hint: hint)
    }
}
