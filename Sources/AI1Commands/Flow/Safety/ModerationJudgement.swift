internal import AI1Core
internal import AI1Engine

/// What a moderation model said about a text.
struct ModerationJudgement: Sendable {
    enum Verdict: String, Sendable { case allow, refuse, unsure }

    /// `request` or `answer`.
    let subject: String
    var model: String
    /// Nil when it failed.
    var verdict: Verdict?
    /// The model's words, cleaned and short.
    var reason = ""
    /// Why there is no verdict.
    var failure: String?
    var cause: String?
    /// What it cost; nil when nothing was asked, or no price is known.
    var cost: NanoUSD?

    private static let reasonLimit = 80

    init(subject: String, model: String) {
        self.subject = subject
        self.model = model
    }

    /// Reads an answer: JSON of the schema and nothing else is a verdict.
    /// - Throws: `SchemaError`
    mutating func read(_ answer: [UInt8], _ schema: JSONValue) throws {
        switch try AnswerJSON.check(answer, against: JSONSchemaCheck(schema)) {
        case .satisfied(let json):
            verdict = json.value["verdict"]?.string.flatMap(Verdict.init)
            reason = TerminalCleaner.cleanLine(json.value["reason"]?.string ?? "", limit: Self.reasonLimit)
        case .violated(_, let violations):
            failure = "its verdict is not of the form asked for"
            cause = violations.map(\.description).joined(separator: "; ")
        case .noJSON(let why): failure = why
        }
    }

    /// The error that stops the request, if the judgement does.
    func refusal(failsClosed: Bool) -> CommandError? {
        let why = reason.isEmpty ? "" : ": \(reason)"
        switch verdict {
        case .allow: return nil
        case .refuse:
            return CommandError(
                .answer(.safetyRefused), message: "\(model) refused the \(subject)\(why)",
                hint: "word it differently; without judgement: --safety off")
        case .unsure, nil:
            guard failsClosed else { return nil }
            let what =
                verdict == nil
                ? "could not judge the \(subject): \(failure ?? "")" : "is unsure about the \(subject)\(why)"
            return CommandError(
                .answer(.safetyRefused), message: "\(model) \(what)",
                hint: "try again; to let such pass: safety.moderation_failure: open", underlying: cause)
        }
    }

    /// For a person.
    var line: String {
        let said =
            switch verdict {
            case .allow: "allowed"
            case .refuse: "refused"
            case .unsure: "unsure"
            case nil: "failed"
            }
        return "\(subject) judged by \(model): \(said) · \(cost?.credits ?? "unknown")"
    }

    var json: JSONValue {
        [
            "of": .string(subject), "model": .string(model), "verdict": verdict.map { .string($0.rawValue) } ?? .null,
            "reason": .string(reason),
            "failure": failure.map { .string(TerminalCleaner.cleanLine($0, limit: 200)) } ?? .null,
            "cost": OutcomeJSON.cost(cost),
        ]
    }
}
