internal import AI1Core
internal import AI1Safety

/// Something that a check found, for people and scripts: what, where, and what is done about it; never the thing itself.
struct SafetyFinding: Sendable, Hashable {
    /// Which of a request's texts.
    enum Source: Sendable, Hashable {
        case prompt, input, system, schema, options, answer, reasoning
        case attachment(String)
        /// A message of a conversation, from 1.
        case turn(Int)
        case toolResult(String)
        case tool(String)

        /// For JSON.
        var code: String {
            switch self {
            case .prompt: "prompt"
            case .input: "input"
            case .system: "system"
            case .schema: "schema"
            case .options: "options"
            case .answer: "answer"
            case .reasoning: "reasoning"
            case .attachment(let name): "attachment:\(name)"
            case .turn(let number): "turn:\(number)"
            case .toolResult(let name): "tool_result:\(name)"
            case .tool(let name): "tool:\(name)"
            }
        }

        var words: String {
            switch self {
            case .prompt: "the prompt"
            case .input: "standard input"
            case .system: "the system prompt"
            case .schema: "the schema"
            case .options: "the stop texts"
            case .answer: "the answer"
            case .reasoning: "the reasoning"
            case .attachment(let name): name
            case .turn(let number): "turn \(number) of the conversation"
            case .toolResult(let name): "the result of the tool \(name)"
            case .tool(let name): "the tool \(name)"
            }
        }
    }

    let kind: FindingKind
    let source: Source
    /// From 1, in that source.
    let line: Int
    var action: SafetyAction

    var place: String { "\(source.words), line \(line)" }

    var json: JSONValue {
        [
            "kind": .string(kind.rawValue), "source": .string(source.code), "line": .integer(line),
            "action": .string(action.rawValue),
        ]
    }
}

extension [SafetyFinding] {
    /// The kinds in the order in which they came up, each with its first finding and how many there are.
    var byKind: [(first: SafetyFinding, count: Int)] {
        var order: [FindingKind] = []
        var groups: [FindingKind: (first: SafetyFinding, count: Int)] = [:]
        for finding in self {
            if groups[finding.kind] == nil { order.append(finding.kind) }
            groups[finding.kind, default: (finding, 0)].count += 1
        }
        return order.compactMap { groups[$0] }
    }

    /// `2 AWS access key id (the prompt, line 1), IBAN (notes.txt, line 7)`.
    var summary: String {
        byKind.map { group in
            let count = group.count > 1 ? "\(group.count) × " : ""
            return "\(count)\(group.first.kind.title) (\(group.first.place))"
        }.joined(separator: ", ")
    }
}
