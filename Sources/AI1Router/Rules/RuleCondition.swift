/// When a rule holds: a formula over the facts of a request.
///
///     task == code and tokens > 20k
///     not (task in [chat, summary]) or difficulty >= 0.7
///     job == "nightly brief" and images
///
/// `or` binds least, then `and`, then `not`. Fields: `task` and `job` (texts: `==`, `!=`, `in [a, b]`), `tokens` (of the input),
/// `output` (expected tokens) and `difficulty` (numbers: `==`, `!=`, `<`, `<=`, `>`, `>=`; `k` and `m` may follow), `images`,
/// `tools` and `schema` (true when the request needs them). `always` holds at every request.
package struct RuleCondition: Sendable, Hashable {
    indirect enum Node: Sendable, Hashable {
        case always
        case not(Node)
        case all([Node])
        case any([Node])
        case flag(RuleField)
        case text(RuleField, oneOf: [String])
        case number(RuleField, RuleComparison, Double)
    }

    let root: Node

    /// Reads a condition.
    /// - Throws: `RuleError`
    package init(_ text: String) throws(RuleError) {
        var parser = try RuleParser(text)
        root = try parser.whole()
    }

    /// Whether it holds for a request.
    package func holds(for facts: RuleFacts) -> Bool { Self.holds(root, facts) }

    private static func holds(_ node: Node, _ facts: RuleFacts) -> Bool {
        switch node {
        case .always: true
        case .not(let inner): !holds(inner, facts)
        case .all(let nodes): nodes.allSatisfy { holds($0, facts) }
        case .any(let nodes): nodes.contains { holds($0, facts) }
        case .flag(let field): facts.flag(field)
        case .text(let field, let texts): texts.contains(facts.text(field))
        case .number(let field, let comparison, let value): comparison.holds(facts.number(field), value)
        }
    }
}

/// How two numbers are compared.
enum RuleComparison: String, Sendable, Hashable, CaseIterable {
    case equal = "=="
    case unequal = "!="
    case atMost = "<="
    case atLeast = ">="
    case below = "<"
    case above = ">"

    func holds(_ left: Double, _ right: Double) -> Bool {
        switch self {
        case .equal: left == right
        case .unequal: left != right
        case .atMost: left <= right
        case .atLeast: left >= right
        case .below: left < right
        case .above: left > right
        }
    }
}
