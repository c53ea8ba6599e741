/// One line of a `.gitignore`, by the rules of gitignore(5).
struct IgnoreRule: Sendable, Hashable {
    /// `!`: what fits is kept after all.
    let isNegated: Bool
    private let foldersOnly: Bool
    /// Whether the pattern speaks of the path from the file's own folder, and not of names at any depth.
    private let isAnchored: Bool
    private let pattern: WildPattern<UInt8>

    /// Nil for a blank line, a comment, or a pattern that matches nothing.
    init?(line: some Collection<UInt8>) {
        var text = Array(line)
        if text.first == UInt8(ascii: "#") { return nil }
        Self.trimSpaces(&text)
        isNegated = text.first == UInt8(ascii: "!")
        if isNegated { text.removeFirst() }
        foldersOnly = text.last == UInt8(ascii: "/")
        if foldersOnly { text.removeLast() }
        isAnchored = text.contains(UInt8(ascii: "/"))
        if text.first == UInt8(ascii: "/") { text.removeFirst() }
        guard !text.isEmpty, let pattern = WildPattern(text) else { return nil }
        self.pattern = pattern
    }

    /// Whether the rule speaks of something.
    /// - Parameter names: the path from the folder of the rule's file
    func matches(_ names: ArraySlice<[UInt8]>, isFolder: Bool) -> Bool {
        if foldersOnly, !isFolder { return false }
        if isAnchored { return pattern.matches(names) }
        return names.last.map { pattern.fits(0, $0) } ?? false
    }

    /// Takes spaces away at the end, but for one behind a backslash and those before it.
    private static func trimSpaces(_ text: inout [UInt8]) {
        var end = 0
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "\\") {
                index += 2
                end = min(index, text.count)
                continue
            }
            index += 1
            if text[index - 1] != UInt8(ascii: " ") { end = index }
        }
        text.removeSubrange(end...)
    }
}
