/// A pattern of names between slashes, in the form of gitignore(5): `*` and `?` and `[…]` stay within a name, a backslash
/// takes a character's meaning away, and `**` as a whole name stands for any number of folders. What ends with `/**` has at
/// least one name there.
///
/// Units are octets where names are what git sees, and Unicode scalars where they are what a person sees.
struct WildPattern<Unit: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable, Hashable {
    enum Token: Sendable, Hashable {
        case unit(Unit)
        case any
        case star
        case set(WildSet<Unit>)
    }

    enum Segment: Sendable, Hashable {
        /// `**`
        case folders
        /// A name without a wildcard.
        case literal([Unit])
        case name([Token])
    }

    private(set) var segments: [Segment] = []

    /// Nil for a pattern that matches nothing: a set that does not end, or a backslash at the end.
    init?(_ pattern: [Unit]) {
        var tokens: [Token] = []
        var index = 0
        while index < pattern.count {
            let unit = pattern[index]
            index += 1
            switch unit {
            case 0x2F:
                add(tokens)
                tokens = []
            case 0x2A: tokens.append(.star)
            case 0x3F: tokens.append(.any)
            case 0x5B:
                guard let set = WildSet.read(pattern, &index) else { return nil }
                tokens.append(.set(set))
            case 0x5C:
                guard index < pattern.count else { return nil }
                // A slash has no other meaning to lose.
                if pattern[index] == 0x2F { continue }
                tokens.append(.unit(pattern[index]))
                index += 1
            default: tokens.append(.unit(unit))
            }
        }
        add(tokens)
        if segments.count > 1, segments.last == .folders { segments.append(.name([.any, .star])) }
    }

    private mutating func add(_ tokens: [Token]) {
        if tokens.count >= 2, tokens.allSatisfy({ $0 == .star }) {
            // Two in a row say no more than one.
            if segments.last != .folders { segments.append(.folders) }
            return
        }
        var literal: [Unit] = []
        for case .unit(let unit) in tokens { literal.append(unit) }
        segments.append(literal.count == tokens.count ? .literal(literal) : .name(tokens))
    }

    /// Whether a path fits, name by name.
    func matches(_ names: some RandomAccessCollection<[Unit]>) -> Bool {
        let first = names.startIndex
        return WildMatch.matches(
            pattern: segments.count, text: names.count, isStar: { segments[$0] == .folders },
            fits: { segment, name in fits(segment, names[names.index(first, offsetBy: name)]) })
    }

    /// Whether a name fits one segment.
    func fits(_ segment: Int, _ name: [Unit]) -> Bool {
        switch segments[segment] {
        case .folders: return true
        case .literal(let literal): return literal == name
        case .name(let tokens):
            return WildMatch.matches(
                pattern: tokens.count, text: name.count, isStar: { tokens[$0] == .star },
                fits: { token, unit in
                    switch tokens[token] {
                    case .unit(let wanted): wanted == name[unit]
                    case .any: true
                    case .set(let set): set.contains(name[unit])
                    case .star: false
                    }
                })
        }
    }
}
