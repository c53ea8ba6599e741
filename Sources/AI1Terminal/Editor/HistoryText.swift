/// Entries of a history as text: readline's own form, in which a line `#` with seconds since 1970 stands before every
/// entry, so that an entry may have several lines.
enum HistoryText {
    /// One entry with its line ends. A line of it that looks like a time gets a backslash in front, as does one that
    /// begins with a backslash.
    /// - Parameter seconds: since 1970
    static func encode(_ entry: String, seconds: Int64) -> String {
        var out = "#\(seconds)\n"
        for line in entry.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("\\") || isTime(line) { out += "\\" }
            out += line + "\n"
        }
        return out
    }

    /// The entries of a text, oldest first, at most the last `limit`, none like the one before it.
    static func decode(_ text: String, limit: Int) -> [String] {
        var entries: [String] = []
        var lines: [Substring] = []
        func close() {
            let entry = lines.joined(separator: "\n")
            if !entry.isEmpty, entry != entries.last { entries.append(entry) }
            lines = []
        }
        // A file without times has one entry a line.
        var hasTime = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if isTime(line) {
                close()
                hasTime = true
            } else {
                if !hasTime { close() }
                lines.append(line.hasPrefix("\\") ? line.dropFirst() : line)
            }
        }
        // What follows the last line end is no line.
        if lines.last?.isEmpty == true { lines.removeLast() }
        close()
        return Array(entries.suffix(limit))
    }

    /// Texts that contain every entry of the last `limit`, for a file that has grown too long; nil when it has not.
    /// - Parameter slack: how many more are borne, so that a file is not written anew at every entry
    static func trimmed(_ text: String, limit: Int, slack: Int) -> String? {
        var starts: [String.Index] = []
        var index = text.startIndex
        while index < text.endIndex {
            let end = text[index...].firstIndex(of: "\n") ?? text.endIndex
            if isTime(text[index..<end]) { starts.append(index) }
            index = end < text.endIndex ? text.index(after: end) : end
        }
        return starts.count > limit + slack ? String(text[starts[starts.count - limit]...]) : nil
    }

    private static func isTime(_ line: Substring) -> Bool {
        var octets = line.utf8.makeIterator()
        guard octets.next() == UInt8(ascii: "#"), let digit = octets.next() else { return false }
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit)
    }
}
