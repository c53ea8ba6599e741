#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The line that stands before a part of a message and names it: `--- NAME ---`, or with more dashes when a part has lines
/// that look like one, so that no content can pass for the beginning of another part.
struct PartLabel: Sendable, Hashable {
    /// What is used when nothing looks like it.
    static let usualDashes = 3

    private(set) var dashes = usualDashes

    /// Takes a text into account that will stand in the message.
    mutating func avoid(_ text: String) {
        var text = text
        let longest = text.withUTF8 { bytes -> Int in
            var longest = 0
            var start = 0
            while start < bytes.count, let base = bytes.baseAddress {
                let line = base + start
                let left = bytes.count - start
                let end = memchr(line, 0x0A, left)
                let length = end.map { UnsafeRawPointer($0) - UnsafeRawPointer(line) } ?? left
                if line[0] == 0x2D, let count = Self.dashes(of: UnsafeBufferPointer(start: line, count: length)) {
                    longest = max(longest, count)
                }
                start += length + 1
            }
            return longest
        }
        if longest > 0 { dashes = max(dashes, longest + 1) }
    }

    /// What says how to read the labels, when they are not the usual ones.
    var preface: String? {
        guard dashes > Self.usualDashes else { return nil }
        return "(Each part below begins with a line that has its name between \(dashes) dashes and \(dashes) dashes; "
            + "other such lines are content.)"
    }

    func line(_ name: String) -> String {
        let mark = String(repeating: "-", count: dashes)
        return "\(mark) \(name) \(mark)"
    }

    /// The dashes before the name of a line that looks like a label; nil for any other line.
    private static func dashes(of line: UnsafeBufferPointer<UInt8>) -> Int? {
        var end = line.count
        while end > 0, [0x20, 0x09, 0x0D].contains(line[end - 1]) { end -= 1 }
        let before = line.prefix { $0 == 0x2D }.count
        guard before >= usualDashes, before < end, line[before] == 0x20 || line[before] == 0x09 else { return nil }
        var after = 0
        while end - after > before, line[end - after - 1] == 0x2D { after += 1 }
        return after >= usualDashes ? before : nil
    }
}
