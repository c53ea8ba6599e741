/// A regular expression as a tree.
indirect enum PatternTree {
    case empty
    case set(ScalarSet)
    case assertion(PatternAssertion)
    case sequence([PatternTree])
    case choice([PatternTree])
    case repetition(PatternTree, least: Int, most: Int?)
}

/// Reads the text of a regular expression by recursive descent.
struct PatternParser {
    /// Deeper groups are refused.
    static let maximumDepth = 100
    /// A larger count in braces is refused.
    static let maximumCount = 10_000

    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func parse() throws(Pattern.Failure) -> PatternTree {
        let tree = try choice(depth: 0)
        guard position == scalars.count else { throw failure("unmatched )") }
        return tree
    }

    func failure(_ reason: String) -> Pattern.Failure { Pattern.Failure(reason: reason) }

    var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    mutating func take() throws(Pattern.Failure) -> Unicode.Scalar {
        guard let scalar = next else { throw failure("ends too early") }
        position += 1
        return scalar
    }

    mutating func take(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    private mutating func choice(depth: Int) throws(Pattern.Failure) -> PatternTree {
        guard depth <= Self.maximumDepth else { throw failure("groups are nested too deeply") }
        var branches = [try sequence(depth: depth)]
        while take("|") { branches.append(try sequence(depth: depth)) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence(depth: Int) throws(Pattern.Failure) -> PatternTree {
        var parts: [PatternTree] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            let atom = try atom(depth: depth)
            parts.append(try quantified(atom))
        }
        return parts.isEmpty ? .empty : .sequence(parts)
    }

    private mutating func atom(depth: Int) throws(Pattern.Failure) -> PatternTree {
        let scalar = try take()
        switch scalar {
        case ".": return .set(ScalarSet.lineEnd.complement)
        case "^": return .assertion(.start)
        case "$": return .assertion(.end)
        case "[": return .set(try characterClass())
        case "(":
            try groupStart()
            let tree = try choice(depth: depth + 1)
            guard take(")") else { throw failure("a group is not closed") }
            return tree
        case "\\":
            if take("b") { return .assertion(.wordBoundary) }
            if take("B") { return .assertion(.noWordBoundary) }
            return .set(try escape(inClass: false))
        case "*", "+", "?", "{": throw failure("\(scalar) has nothing to repeat")
        case "]", "}": throw failure("\(scalar) must be written \\\(scalar)")
        default: return .set(.single(scalar))
        }
    }

    private mutating func groupStart() throws(Pattern.Failure) {
        guard take("?") else { return }
        if take(":") { return }
        if take("=") || take("!") || take("<=") || take("<!") {
            throw failure("look-ahead and look-behind are not supported")
        }
        guard take("<") else { throw failure("unknown kind of group") }
        while try take() != ">" {}
    }

    private mutating func quantified(_ tree: PatternTree) throws(Pattern.Failure) -> PatternTree {
        let least: Int
        let most: Int?
        if take("*") {
            (least, most) = (0, nil)
        } else if take("+") {
            (least, most) = (1, nil)
        } else if take("?") {
            (least, most) = (0, 1)
        } else if take("{") {
            least = try number()
            if take(",") { most = next == "}" ? nil : try number() } else { most = least }
            guard take("}") else { throw failure("a count in braces is not closed") }
        } else {
            return tree
        }
        if let most, most < least { throw failure("the numbers in braces are out of order") }
        if case .assertion = tree { throw failure("an assertion cannot be repeated") }
        // Whether it is lazy changes what is captured, not whether it matches.
        _ = take("?")
        if let scalar = next, scalar == "*" || scalar == "+" || scalar == "?" || scalar == "{" {
            throw failure("\(scalar) has nothing to repeat")
        }
        return .repetition(tree, least: least, most: most)
    }

    private mutating func number() throws(Pattern.Failure) -> Int {
        var value: Int?
        while let scalar = next, scalar >= "0", scalar <= "9" {
            position += 1
            value = (value ?? 0) * 10 + Int(scalar.value - 0x30)
            if let value, value > Self.maximumCount { throw failure("a count above \(Self.maximumCount)") }
        }
        guard let value else { throw failure("{ must be followed by a number, or be written \\{") }
        return value
    }
}
