internal import AI1Core

/// Names and texts from a stranger's document, cleaned and bounded.
enum SyncText {
    /// Longer names of models are refused.
    static let largestName = 200
    private static let largestProvider = 64
    private static let largestTitle = 80
    private static let largestURL = 300

    /// A model's id as it can be typed and sent; nil when it cannot.
    static func model(_ text: String?) -> String? {
        guard let text, !text.isEmpty, text.utf8.count <= largestName else { return nil }
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }), !text.contains(where: \.isWhitespace) else {
            return nil
        }
        return TerminalCleaner.cleanLine(text, limit: largestName) == text ? text : nil
    }

    /// A provider's short name: what `route add` takes and a file may be called.
    static func provider(_ text: String?) -> String? {
        guard let text, !text.isEmpty, text.utf8.count <= largestProvider else { return nil }
        let isPlain = text.utf8.enumerated().allSatisfy { index, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): index > 0
            default: false
            }
        }
        return isPlain ? text : nil
    }

    /// A title on one line; `standard` when nothing readable is left of it.
    static func title(_ text: String?, else standard: String) -> String {
        guard let text else { return standard }
        // Cleaning takes its time over megabytes of which a line is kept.
        let start =
            text.utf8.count > largestTitle * 8
            ? String(decoding: text.utf8.prefix(largestTitle * 8), as: UTF8.self) : text
        let line = TerminalCleaner.cleanLine(start, limit: largestTitle)
        return line.isEmpty ? standard : line
    }

    /// An absolute URL without white space; empty when it is none.
    static func url(_ text: String?) -> String {
        guard var text = text.map({ Substring($0) }), text.utf8.count <= largestURL else { return "" }
        while text.last == "/" { text.removeLast() }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return "" }
        return String(text)
    }

    /// A day such as `2026-07-28` or a month `2026-07`; empty when it is neither.
    static func date(_ text: String?) -> String {
        guard let text, [7, 10].contains(text.utf8.count) else { return "" }
        let isDate = text.utf8.enumerated().allSatisfy { index, byte in
            index == 4 || index == 7 ? byte == Ascii.dash : byte >= 0x30 && byte <= 0x39
        }
        return isDate ? text : ""
    }

    /// Names of environment variables; those that are none are left out.
    static func variables(_ names: [JSONValue]) -> [String] {
        names.prefix(8).compactMap(\.string).flatMap { $0.split(separator: "|").map(String.init) }.filter { name in
            name.utf8.count <= 64
                && name.utf8.allSatisfy { byte in
                    byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                }
        }
    }

    /// A count of tokens; 0 when it is not known or no size that a model could have.
    static func tokens(_ value: JSONValue?) -> Int {
        guard let count = value?.number?.int64, count > 0, count <= 100_000_000 else { return 0 }
        return Int(count)
    }
}
