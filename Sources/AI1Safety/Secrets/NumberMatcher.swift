/// Payment card numbers: ISO/IEC 7812 prefixes and lengths of the large networks, Luhn's check digit, written in one piece
/// or in the groups that cards show. Digits that are part of a longer run are something else.
enum CardMatcher {
    /// More than any way of writing a number takes.
    static let longest = 24

    static func match(_ window: Window, _ start: Int) -> Match {
        guard (0x33...0x36).contains(window[start]) || window[start] == 0x32 else { return .none }
        let first = digits(window, start, limit: 20)
        if first.end == window.count, !window.isEnd { return .unfinished(known: 0) }
        if first.count >= 13 {
            // Ids of 17 to 19 digits are everywhere, cards of that length are rare and shown in groups.
            guard first.count <= 16, !joins(window, start, first.end) else { return .none }
            return verdict(window, start..<first.end)
        }
        guard first.count == 4, first.end < window.count else { return .none }
        let separator = window[first.end]
        guard separator == 0x20 || separator == 0x2D else { return .none }
        if start >= 2, window[start - 1] == separator, Octets.isDigit(window[start - 2]) { return .none }
        return grouped(window, start, separator)
    }

    private static func grouped(_ window: Window, _ start: Int, _ separator: UInt8) -> Match {
        var groups = [4]
        var ends = [start + 4]
        var index = start + 4
        while groups.count < 5, index < window.count, window[index] == separator {
            let group = digits(window, index + 1, limit: 7)
            if group.end == window.count, !window.isEnd { return .unfinished(known: 0) }
            guard group.count > 0 else { break }
            groups.append(group.count)
            ends.append(group.end)
            index = group.end
        }
        if index == window.count, !window.isEnd { return .unfinished(known: 0) }
        for shape in [[4, 4, 4, 4, 3], [4, 4, 4, 4], [4, 6, 5], [4, 6, 4]] where groups.starts(with: shape) {
            // A further group of four or more makes it a longer run of digits.
            if groups.count > shape.count, groups[shape.count] >= 4 { continue }
            let end = ends[shape.count - 1]
            if joins(window, start, end) { continue }
            if case .found(let kind, let range) = verdict(window, start..<end) { return .found(kind, range) }
        }
        return .none
    }

    private static func digits(_ window: Window, _ start: Int, limit: Int) -> (end: Int, count: Int) {
        var index = start
        while index < window.count, index - start < limit, Octets.isDigit(window[index]) { index += 1 }
        return (index, index - start)
    }

    /// Whether the digits go on as a word or a decimal fraction.
    private static func joins(_ window: Window, _ start: Int, _ end: Int) -> Bool {
        if end < window.count, window.isIn(ByteClass.word, end) { return true }
        guard start >= 1 else { return false }
        let before = window[start - 1]
        if before == 0x2E, start >= 2, Octets.isDigit(window[start - 2]) { return true }
        return before == UInt8(ascii: "_")
            || before == UInt8(ascii: "-") && start >= 2
                && window.isIn(ByteClass.alphanumeric, start - 2)
    }

    private static func verdict(_ window: Window, _ range: Range<Int>) -> Match {
        let digits = range.compactMap { Octets.isDigit(window[$0]) ? window[$0] - 0x30 : nil }
        return isCard(digits) ? .found(.cardNumber, range) : .none
    }

    /// - Parameter digits: values from 0 to 9
    static func isCard(_ digits: [UInt8]) -> Bool {
        guard digits.count >= 14 else { return false }
        let four = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
        let lengths: [Int]
        switch four {
        case 4000...4999: lengths = [16, 19]
        case 5100...5599, 2221...2720: lengths = [16]
        case 3400...3499, 3700...3799: lengths = [15]
        case 6011, 6440...6599: lengths = [16, 17, 18, 19]
        case 3528...3589: lengths = [16, 17, 18, 19]
        case 3000...3059, 3600...3699, 3800...3999: lengths = [14]
        case 6200...6299: lengths = [16, 17, 18, 19]
        default: return false
        }
        return lengths.contains(digits.count) && Luhn.isValid(digits)
    }
}

/// Luhn's check (ISO/IEC 7812-1, annex B).
enum Luhn {
    /// - Parameter digits: values from 0 to 9, the check digit last
    static func isValid(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let doubled = place % 2 == 1 ? Int(digit) * 2 : Int(digit)
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return !digits.isEmpty && sum % 10 == 0
    }
}
