internal import AI1Core

/// Reads a condition by recursive descent.
struct RuleParser {
    /// Parentheses and negations inside each other.
    private static let deepest = 32

    private let places: [RuleLexer.Place]
    private var index = 0
    private var depth = 0

    init(_ text: String) throws(RuleError) { places = try RuleLexer.places(text) }

    /// - Throws: `RuleError` also for what follows a whole condition
    mutating func whole() throws(RuleError) -> RuleCondition.Node {
        let node = try either()
        guard here.token == .end else {
            throw RuleError(here.column, "the condition should end here", hint: "join conditions with and, or")
        }
        return node
    }

    private var here: RuleLexer.Place { places[min(index, places.count - 1)] }

    private mutating func takes(_ word: String) -> Bool {
        guard here.token == .word(word) || here.token == .sign(word) else { return false }
        index += 1
        return true
    }

    private mutating func either() throws(RuleError) -> RuleCondition.Node {
        var nodes = [try both()]
        while takes("or") { nodes.append(try both()) }
        return nodes.count == 1 ? nodes[0] : .any(nodes)
    }

    private mutating func both() throws(RuleError) -> RuleCondition.Node {
        var nodes = [try negated()]
        while takes("and") { nodes.append(try negated()) }
        return nodes.count == 1 ? nodes[0] : .all(nodes)
    }

    private mutating func negated() throws(RuleError) -> RuleCondition.Node {
        guard depth < Self.deepest else { throw RuleError(here.column, "nested too deep") }
        depth += 1
        defer { depth -= 1 }
        if takes("not") { return .not(try negated()) }
        if takes("(") {
            let node = try either()
            guard takes(")") else { throw RuleError(here.column, "a closing ) is missing") }
            return node
        }
        return try comparison()
    }

    private mutating func comparison() throws(RuleError) -> RuleCondition.Node {
        let place = here
        guard case .word(let name) = place.token else {
            throw RuleError(
                place.column, "a field is expected here",
                hint: "one of " + RuleField.allCases.map(\.rawValue).joined(separator: ", "))
        }
        index += 1
        if name == "always" { return .always }
        guard let field = RuleField(rawValue: name) else {
            let names = RuleField.allCases.map(\.rawValue)
            throw RuleError(
                place.column, "no field is called \(name)",
                hint: Suggestions.near(name, among: names, limit: 1).first.map { "did you mean \($0)?" }
                    ?? "known: " + names.joined(separator: ", "))
        }
        switch field.kind {
        case .flag: return .flag(field)
        case .number: return try numeric(field)
        case .text: return try textual(field)
        }
    }

    private mutating func numeric(_ field: RuleField) throws(RuleError) -> RuleCondition.Node {
        guard case .sign(let sign) = here.token, let comparison = RuleComparison(rawValue: sign) else {
            throw RuleError(
                here.column, "\(field.rawValue) is a number: a comparison is expected here",
                hint: "for example: \(field.rawValue) > \(field == .difficulty ? "0.7" : "20k")")
        }
        index += 1
        guard case .word(let text) = here.token, let value = Self.number(text) else {
            throw RuleError(here.column, "a number is expected here", hint: "such as 0.5, 8000, 20k or 1m")
        }
        index += 1
        return .number(field, comparison, value)
    }

    private mutating func textual(_ field: RuleField) throws(RuleError) -> RuleCondition.Node {
        if takes("==") { return .text(field, oneOf: [try text(field)]) }
        if takes("!=") { return .not(.text(field, oneOf: [try text(field)])) }
        guard takes("in") else {
            throw RuleError(
                here.column, "\(field.rawValue) is a text: ==, != or in is expected here",
                hint: field == .task ? "for example: task == code" : "for example: job == nightly")
        }
        guard takes("[") else { throw RuleError(here.column, "a list is expected here", hint: "such as [code, math]") }
        var texts = [try text(field)]
        while takes(",") { texts.append(try text(field)) }
        guard takes("]") else { throw RuleError(here.column, "a closing ] is missing") }
        return .text(field, oneOf: texts)
    }

    private mutating func text(_ field: RuleField) throws(RuleError) -> String {
        let place = here
        let text: String
        switch place.token {
        case .word(let word): text = word
        case .quoted(let quoted): text = quoted
        case .sign, .end: throw RuleError(place.column, "a text is expected here")
        }
        let tasks = TaskKind.allCases.map(\.rawValue)
        guard field != .task || tasks.contains(text) else {
            throw RuleError(
                place.column, "no task is called \(text)",
                hint: Suggestions.near(text, among: tasks, limit: 1).first.map { "did you mean \($0)?" }
                    ?? "known: " + tasks.joined(separator: ", "))
        }
        index += 1
        return text
    }

    /// A number with an optional `k` (thousands) or `m` (millions).
    private static func number(_ text: String) -> Double? {
        var digits = text.lowercased()
        var factor = 1.0
        if digits.hasSuffix("k") { factor = 1_000 }
        if digits.hasSuffix("m") { factor = 1_000_000 }
        if factor > 1 { digits.removeLast() }
        guard let first = digits.first, first.isNumber, let value = Double(digits), value.isFinite else { return nil }
        return value * factor
    }
}
