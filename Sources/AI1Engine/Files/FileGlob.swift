/// A pattern of file names as `-a` takes it: a folder to begin in, and a pattern below it. `*`, `?` and `[…]` stay within a
/// name, `**` is any number of folders, a backslash takes a character's meaning away. A name with a dot in front is found
/// only by a pattern that has the dot.
package struct FileGlob: Sendable, Hashable {
    /// Where to begin, as it was given; `.` when the pattern begins with a wildcard.
    package let folder: String
    private let pattern: WildPattern<UInt32>

    /// Nil for a text without a wildcard, or one that can match nothing.
    package init?(_ text: String) {
        guard text.utf8.contains(where: { "*?[".utf8.contains($0) }) else { return nil }
        let names = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = names.firstIndex(where: { name in name.utf8.contains { "*?[\\".utf8.contains($0) } }),
            let pattern = WildPattern(names[first...].joined(separator: "/").unicodeScalars.map(\.value))
        else { return nil }
        let above = names[..<first].joined(separator: "/")
        folder = above.isEmpty ? (first == 0 ? "." : "/") : above
        self.pattern = pattern
    }

    /// Whether a file is meant.
    /// - Parameter names: its path from the folder
    func matches(_ names: [[UInt8]]) -> Bool { pattern.matches(names.map(Self.units)) }

    /// Whether anything in a folder can be meant, by its path so far.
    func mayHold(_ names: [[UInt8]]) -> Bool {
        for (index, name) in names.enumerated() {
            guard index < pattern.segments.count else { return false }
            if pattern.segments[index] == .folders { return true }
            guard pattern.fits(index, Self.units(name)) else { return false }
        }
        return names.count < pattern.segments.count
    }

    /// Whether the pattern names the dot that this name begins with.
    func allowsHidden(_ name: [UInt8]) -> Bool {
        let units = Self.units(name)
        return pattern.segments.indices.contains { index in
            switch pattern.segments[index] {
            case .folders: false
            case .literal(let literal): literal == units
            case .name(let tokens): tokens.first == .unit(0x2E) && pattern.fits(index, units)
            }
        }
    }

    private static func units(_ name: [UInt8]) -> [UInt32] {
        String(decoding: name, as: UTF8.self).unicodeScalars.map(\.value)
    }
}
