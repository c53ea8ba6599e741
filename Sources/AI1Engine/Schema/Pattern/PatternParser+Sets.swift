internal import AI1Core

extension PatternParser {
    /// The inside of `[…]`; the opening bracket is taken already.
    mutating func characterClass() throws(Pattern.Failure) -> ScalarSet {
        let negated = take("^")
        var set = ScalarSet()
        while !take("]") {
            let first = try classAtom()
            if next == "-", first.single != nil {
                _ = take("-")
                if next == "]" {
                    set.formUnion(first.set)
                    set.formUnion(.single("-"))
                    continue
                }
                guard let low = first.single, let high = try classAtom().single else {
                    throw failure("a range in brackets needs single characters")
                }
                guard low <= high else { throw failure("a range in brackets is out of order") }
                set.ranges.append(low.value...high.value)
            } else {
                set.formUnion(first.set)
            }
        }
        return negated ? set.complement : set
    }

    private mutating func classAtom() throws(Pattern.Failure) -> (set: ScalarSet, single: Unicode.Scalar?) {
        guard next != nil else { throw failure("a bracket is not closed") }
        let scalar = try take()
        guard scalar == "\\" else { return (.single(scalar), scalar) }
        let set = try escape(inClass: true)
        guard set.ranges.count == 1, set.categories.isEmpty, set.excluded.isEmpty, !set.negated,
            let range = set.ranges.first, range.count == 1
        else { return (set, nil) }
        return (set, Unicode.Scalar(range.lowerBound))
    }

    /// What follows a backslash.
    mutating func escape(inClass: Bool) throws(Pattern.Failure) -> ScalarSet {
        let scalar = try take()
        switch scalar {
        case "d": return .digit
        case "D": return ScalarSet.digit.complement
        case "w": return .word
        case "W": return ScalarSet.word.complement
        case "s": return .space
        case "S": return ScalarSet.space.complement
        case "t": return .single("\t")
        case "n": return .single("\n")
        case "r": return .single("\r")
        case "f": return .single("\u{0C}")
        case "v": return .single("\u{0B}")
        case "0":
            if let digit = next, digit >= "0", digit <= "9" { throw failure("octal escapes are not supported") }
            return .single("\0")
        case "b" where inClass: return .single("\u{08}")
        case "c":
            let letter = try take()
            guard ("a"..."z").contains(letter) || ("A"..."Z").contains(letter) else {
                throw failure("\\c needs a letter")
            }
            return ScalarSet(ranges: [letter.value % 32...letter.value % 32])
        case "x": return .single(try scalarOfHex(digits: 2))
        case "u": return .single(try unicodeEscape())
        case "p", "P":
            let set = try property()
            return scalar == "P" ? set.complement : set
        case "1"..."9", "k": throw failure("back references are not supported")
        case "a"..."z", "A"..."Z": throw failure("unknown escape \\\(scalar)")
        default: return .single(scalar)
        }
    }

    private mutating func hex(digits: Int) throws(Pattern.Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<digits {
            let scalar = try take()
            guard scalar.isASCII, let digit = hexValue(UInt8(scalar.value)) else {
                throw failure("a hexadecimal digit is missing")
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    private mutating func scalarOfHex(digits: Int) throws(Pattern.Failure) -> Unicode.Scalar {
        guard let scalar = Unicode.Scalar(try hex(digits: digits)) else { throw failure("a lone surrogate") }
        return scalar
    }

    private mutating func unicodeEscape() throws(Pattern.Failure) -> Unicode.Scalar {
        if take("{") {
            var value: UInt32 = 0
            while !take("}") {
                value = value << 4 | (try hex(digits: 1))
                guard value <= 0x10FFFF else { throw failure("a character beyond U+10FFFF") }
            }
            guard let scalar = Unicode.Scalar(value) else { throw failure("a lone surrogate") }
            return scalar
        }
        let first = try hex(digits: 4)
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take("\\u") else { throw failure("a lone surrogate") }
        let second = try hex(digits: 4)
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw failure("a lone surrogate") }
        return scalar
    }

    /// `{L}`, `{Lu}` or `{General_Category=Lu}` after `\p`.
    private mutating func property() throws(Pattern.Failure) -> ScalarSet {
        guard take("{") else { throw failure("\\p needs a name in braces") }
        var name = ""
        while !take("}") { name.unicodeScalars.append(try take()) }
        for prefix in ["General_Category=", "gc="] where name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
        guard ScalarSet.categoryNames.contains(where: { !name.isEmpty && $0.hasPrefix(name) }) else {
            throw failure("the property \(name) is not supported, only general categories such as L or Lu")
        }
        return ScalarSet(categories: [.init(name: name, negated: false)])
    }
}
