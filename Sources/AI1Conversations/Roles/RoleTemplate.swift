internal import AI1Core

/// Text with places for values: `{{name}}`. `\{{` stands for two braces, and `${{ … }}`, which other programs use, for
/// itself.
package struct RoleTemplate: Sendable, Hashable {
    /// The name of what was typed or piped.
    package static let input = "input"

    enum Piece: Sendable, Hashable {
        case text(String)
        case variable(String)
    }

    /// Why a text is no template.
    struct Failure: Error, Hashable {
        /// From zero, in lines of the text.
        let line: Int
        let what: String
        let hint: String
    }

    let pieces: [Piece]

    /// - Throws: `Failure` for braces that enclose no name
    init(_ text: String) throws(Failure) {
        var pieces: [Piece] = []
        var plain: [UInt8] = []
        let bytes = Array(text.utf8)
        let open = UInt8(ascii: "{")
        var index = 0
        while index < bytes.count {
            guard bytes[index] == open, index + 1 < bytes.count, bytes[index + 1] == open else {
                plain.append(bytes[index])
                index += 1
                continue
            }
            if plain.last == UInt8(ascii: "\\") {
                plain[plain.count - 1] = open
                plain.append(open)
                index += 2
            } else if plain.last == UInt8(ascii: "$") {
                plain += [open, open]
                index += 2
            } else {
                guard let (name, end) = Self.name(bytes, from: index + 2) else {
                    let line = bytes[..<index].count { $0 == 0x0A }
                    throw Failure(
                        line: line, what: "{{ begins no variable",
                        hint: "write {{name}}, or \\{{ for the braces themselves")
                }
                if !plain.isEmpty { pieces.append(.text(String(decoding: plain, as: UTF8.self))) }
                plain.removeAll(keepingCapacity: true)
                pieces.append(.variable(name))
                index = end
            }
        }
        if !plain.isEmpty { pieces.append(.text(String(decoding: plain, as: UTF8.self))) }
        self.pieces = pieces
    }

    /// The variables in their order, each once.
    var names: [String] {
        var seen: Set<String> = []
        return pieces.compactMap { piece in
            guard case .variable(let name) = piece, seen.insert(name).inserted else { return nil }
            return name
        }
    }

    /// The text with values in their places; nothing stands for a name without one.
    func render(_ values: [String: String]) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .variable(let name): values[name] ?? ""
            }
        }.joined()
    }

    /// Whether a text may be a variable's name: a letter, then letters, digits, `_` and `-`.
    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first), text.utf8.count <= 64 else { return false }
        return text.utf8.allSatisfy(isNameByte)
    }

    private static func name(_ bytes: [UInt8], from start: Int) -> (String, Int)? {
        let inside = bytes[start...].prefix { $0 != UInt8(ascii: "}") && $0 != 0x0A }
        let end = inside.endIndex
        guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "}"), bytes[end + 1] == UInt8(ascii: "}") else {
            return nil
        }
        let trimmed = inside.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()
        let name = String(decoding: trimmed, as: UTF8.self)
        return isName(name) ? (name, end + 2) : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "-")
    }
}
