/// A set in brackets, such as `[a-z]`, `[!0-9]` or `[[:alpha:]_]`.
struct WildSet<Unit: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable, Hashable {
    private var ranges: [ClosedRange<Unit>] = []
    private var isNegated = false

    /// Whether the set has this unit.
    func contains(_ unit: Unit) -> Bool { ranges.contains { $0.contains(unit) } != isNegated }

    /// Reads a set up to its closing bracket.
    /// - Parameter index: after the opening bracket; then after the closing one
    /// - Returns: nil for a set that does not end or names a class that does not exist
    static func read(_ pattern: [Unit], _ index: inout Int) -> WildSet? {
        var set = WildSet()
        if index < pattern.count, [0x21, 0x5E].contains(pattern[index]) {
            set.isNegated = true
            index += 1
        }
        var previous: Unit?
        // A closing bracket in the first place is a member.
        repeat {
            guard index < pattern.count else { return nil }
            var unit = pattern[index]
            if unit == 0x2D, let low = previous, index + 1 < pattern.count, pattern[index + 1] != 0x5D {
                index += 1
                guard let high = literal(pattern, &index) else { return nil }
                if low <= high { set.ranges.append(low...high) }
                previous = nil
                continue
            }
            if unit == 0x5B, index + 1 < pattern.count, pattern[index + 1] == 0x3A {
                guard let end = pattern[(index + 2)...].firstIndex(of: 0x5D) else { return nil }
                if end > index + 2, pattern[end - 1] == 0x3A {
                    let name = pattern[(index + 2)..<(end - 1)].map { UInt8(truncatingIfNeeded: $0) }
                    guard let members = classes[String(decoding: name, as: UTF8.self)] else { return nil }
                    set.ranges += members.map { Unit($0.lowerBound)...Unit($0.upperBound) }
                    previous = nil
                    index = end + 1
                    continue
                }
            }
            guard let read = literal(pattern, &index) else { return nil }
            unit = read
            set.ranges.append(unit...unit)
            previous = unit
        } while index >= pattern.count || pattern[index] != 0x5D
        index += 1
        return set
    }

    /// One member, with its backslash taken away.
    private static func literal(_ pattern: [Unit], _ index: inout Int) -> Unit? {
        if index < pattern.count, pattern[index] == 0x5C { index += 1 }
        guard index < pattern.count else { return nil }
        defer { index += 1 }
        return pattern[index]
    }

    /// The classes of POSIX in its own locale.
    private static var classes: [String: [ClosedRange<UInt8>]] {
        [
            "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A], "alpha": [0x41...0x5A, 0x61...0x7A],
            "blank": [0x20...0x20, 0x09...0x09], "cntrl": [0x00...0x1F, 0x7F...0x7F], "digit": [0x30...0x39],
            "graph": [0x21...0x7E], "lower": [0x61...0x7A], "print": [0x20...0x7E],
            "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E], "space": [0x09...0x0D, 0x20...0x20],
            "upper": [0x41...0x5A], "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66],
        ]
    }
}
