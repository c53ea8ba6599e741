internal import AI1Core

/// One check of one value. Counts its steps and levels, so that no schema and no answer can hold it up.
struct SchemaEvaluator {
    /// Schemas applied within one another; a value has at most 128 levels of its own.
    static let maximumDepth = 400

    let nodes: [SchemaNode]
    let maximumWork: Int
    let maximumViolations: Int
    private(set) var violations: [SchemaViolation] = []
    private var path: [Token] = []
    private var work = 0
    private var depth = 0
    /// Above zero while a value is only tried against a schema and its violations do not count.
    private var trials = 0

    /// One step from a value into its parts.
    enum Token {
        case name(String)
        case index(Int)
    }

    init(nodes: [SchemaNode], maximumWork: Int, maximumViolations: Int) {
        self.nodes = nodes
        self.maximumWork = maximumWork
        self.maximumViolations = maximumViolations
    }

    /// Whether nothing more can be learned once a rule has failed.
    var isDone: Bool { trials > 0 || violations.count >= maximumViolations }

    /// Counts steps.
    mutating func spend(_ steps: Int) throws(SchemaError) {
        work += steps
        guard work <= maximumWork else {
            throw SchemaError(
                .tooMuchWork, message: "checking the answer against the schema takes more than \(maximumWork) steps",
                hint: "use a simpler schema")
        }
    }

    /// Notes a violation at the present place, or at a member of it.
    mutating func fail(_ message: @autoclosure () -> String, at member: String? = nil) {
        guard !isDone else { return }
        if let member { path.append(.name(member)) }
        var pointer = ""
        for token in path {
            switch token {
            case .name(let name): pointer += "/" + JSONPointer.escape(name)
            case .index(let index): pointer += "/\(index)"
            }
        }
        violations.append(SchemaViolation(pointer: pointer, message: message()))
        if member != nil { path.removeLast() }
    }

    /// Whether a part of the present value satisfies a schema; violations are noted.
    mutating func check(_ index: Int, _ value: JSONValue, at token: Token) throws(SchemaError) -> Bool {
        path.append(token)
        defer { path.removeLast() }
        return try check(index, value)
    }

    /// Whether the present value would satisfy a schema; nothing is noted.
    mutating func satisfies(_ index: Int, _ value: JSONValue) throws(SchemaError) -> Bool {
        trials += 1
        defer { trials -= 1 }
        return try check(index, value)
    }

    /// Whether the present value satisfies a schema; violations are noted.
    mutating func check(_ index: Int, _ value: JSONValue) throws(SchemaError) -> Bool {
        try spend(1)
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else {
            throw SchemaError(.tooMuchWork, message: "schema and answer are nested too deeply to be checked")
        }
        var valid = true
        for rule in nodes[index].rules where try !apply(rule, value) {
            valid = false
            if isDone { break }
            // The other rules of a schema would only repeat that the type is wrong.
            if case .types = rule { break }
        }
        return valid
    }

    private mutating func apply(_ rule: SchemaRule, _ value: JSONValue) throws(SchemaError) -> Bool {
        switch rule {
        case .never:
            fail("is not allowed")
            return false
        case .types(let types):
            if types.allows(value) { return true }
            fail("expected \(types.shown), found \(value.typeName)")
            return false
        case .oneOfValues(let identities, let shown):
            let identity = value.identity
            try spend(identity.count / 16)
            if identities.contains(identity) { return true }
            fail("must be \(shown)")
            return false
        case .number(let rules): return number(rules, value)
        case .string(let rules): return try string(rules, value)
        case .array(let rules): return try array(rules, value)
        case .object(let rules): return try object(rules, value)
        case .reference(let index): return try check(index, value)
        case .allOf(let indices):
            var valid = true
            for index in indices where try !check(index, value) {
                valid = false
                if isDone { break }
            }
            return valid
        case .anyOf(let indices): return try anyOf(indices, value)
        case .oneOf(let indices): return try oneOf(indices, value)
        case .not(let index):
            guard try satisfies(index, value) else { return true }
            fail("has a form that is ruled out")
            return false
        case .conditional(let condition, let then, let otherwise):
            guard let next = try satisfies(condition, value) ? then : otherwise else { return true }
            return try check(next, value)
        }
    }

    private mutating func anyOf(_ indices: [Int], _ value: JSONValue) throws(SchemaError) -> Bool {
        for index in indices where try satisfies(index, value) { return true }
        return try explainMismatch(indices, value)
    }

    private mutating func oneOf(_ indices: [Int], _ value: JSONValue) throws(SchemaError) -> Bool {
        var matches = 0
        for index in indices where try satisfies(index, value) { matches += 1 }
        if matches == 1 { return true }
        if matches == 0 { return try explainMismatch(indices, value) }
        fail("matches \(matches) of the \(indices.count) forms, exactly one is allowed")
        return false
    }

    /// When only one of several forms has the value's type, its violations say more than "none matches".
    private mutating func explainMismatch(_ indices: [Int], _ value: JSONValue) throws(SchemaError) -> Bool {
        let likely = indices.filter { typesOf($0)?.allows(value) ?? true }
        if likely.count == 1, !isDone { return try check(likely[0], value) }
        fail("matches none of the \(indices.count) allowed forms")
        return false
    }

    /// The types that a schema allows, also through a reference.
    private func typesOf(_ index: Int) -> SchemaTypes? {
        var current = index
        // References in place never form a ring: the compiler has seen to that.
        while nodes[current].types == nil, case .reference(let next)? = nodes[current].rules.first { current = next }
        return nodes[current].types
    }
}
