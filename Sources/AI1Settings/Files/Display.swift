internal import AI1Core

/// Text from files and folders, made fit for a message.
package enum Display {
    /// A path without control characters.
    package static func path(_ path: String) -> String { TerminalCleaner.cleanLine(path, limit: 300) }

    /// A value as the user wrote it, in quotes, shortened.
    package static func quoted(_ text: String) -> String { "\"" + TerminalCleaner.cleanLine(text, limit: 40) + "\"" }

    /// A name from a file, shortened.
    package static func name(_ text: String) -> String {
        let line = TerminalCleaner.cleanLine(text, limit: 40)
        return line.isEmpty ? "\"\"" : line
    }

    /// A word for a POSIX shell: in single quotes when it holds anything but plain characters.
    package static func shellWord(_ text: String) -> String {
        let clean = TerminalCleaner.cleanLine(text, limit: 300)
        let plain = clean.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: ":"),
                UInt8(ascii: "@"), UInt8(ascii: "%"):
                true
            default: byte >= 0x80
            }
        }
        if plain, !clean.isEmpty { return clean }
        return "'" + clean.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    /// A file mode in octal: `0644`.
    package static func mode(_ mode: UInt32) -> String {
        let digits = String(mode & 0o7777, radix: 8)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
