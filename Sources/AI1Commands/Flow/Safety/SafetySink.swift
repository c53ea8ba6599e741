internal import AI1Core
internal import AI1Engine
internal import AI1Safety
internal import Synchronization

/// Looks at an answer on its way to a sink: replaces or refuses secrets, and keeps all of it back while it is to be judged.
final class SafetySink: AnswerSink {
    private struct State {
        var text: SecretFilter
        var reasoning: SecretFilter
        var placeholders: Placeholders
        var heldText: [UInt8] = []
        var heldReasoning: [UInt8] = []
        var findings: [SafetyFinding] = []
    }

    private let sink: any AnswerSink
    private let action: SafetyAction
    private let holds: Bool
    private let state: Mutex<State>

    /// - Parameters:
    ///   - placeholders: those of the request, so that the same secret has the same name in the answer
    ///   - holds: whether nothing goes on before `release`
    init(
        _ sink: any AnswerSink, _ action: SafetyAction, _ scanner: SecretScanner, _ placeholders: Placeholders,
        holds: Bool
    ) {
        self.sink = sink
        self.action = action
        self.holds = holds
        state = Mutex(
            State(
                text: SecretFilter(scanner), reasoning: SecretFilter(scanner), placeholders: placeholders))
    }

    func write(_ text: [UInt8]) throws {
        let passed = try state.withLock { state -> [UInt8] in
            let passed = try pass(text, &state, \.text, .answer, isEnd: false)
            guard holds else { return passed }
            guard state.heldText.count + passed.count <= CollectingSink.limitBytes else { throw Self.tooLarge }
            state.heldText += passed
            return []
        }
        if !passed.isEmpty { try sink.write(passed) }
    }

    func writeReasoning(_ text: [UInt8]) throws {
        let passed = try state.withLock { state -> [UInt8] in
            let passed = try pass(text, &state, \.reasoning, .reasoning, isEnd: false)
            guard holds else { return passed }
            guard state.heldReasoning.count + passed.count <= CollectingSink.limitBytes else { throw Self.tooLarge }
            state.heldReasoning += passed
            return []
        }
        if !passed.isEmpty { try sink.writeReasoning(passed) }
    }

    func notice(_ notice: AskNotice) { sink.notice(notice) }

    /// What is kept back, whole and checked: for whoever judges it.
    /// - Throws: as `release`
    func complete() throws -> [UInt8] {
        try state.withLock { state in
            if action != .off {
                state.heldText += try pass([], &state, \.text, .answer, isEnd: true)
                state.heldReasoning += try pass([], &state, \.reasoning, .reasoning, isEnd: true)
            }
            return state.heldText
        }
    }

    /// Lets go on what is still kept back. `complete` comes first.
    /// - Throws: as `write`; `EngineError` of code `filtered` for a secret at the very end
    func release() throws {
        let (reasoning, text) = state.withLock { state in
            defer { (state.heldReasoning, state.heldText) = ([], []) }
            return (state.heldReasoning, state.heldText)
        }
        if !reasoning.isEmpty { try sink.writeReasoning(reasoning) }
        if !text.isEmpty { try sink.write(text) }
    }

    /// The arguments of calls that the model made, in the same way.
    func checked(_ calls: [ToolCall]) -> [ToolCall] {
        guard action == .redact else { return calls }
        return state.withLock { state in
            calls.map { call in
                var filter = state.text.fresh()
                var output: [UInt8] = []
                var found = filter.feed(Array(call.arguments.utf8), &state.placeholders, into: &output)
                found += filter.finish(&state.placeholders, into: &output)
                state.findings += found.map {
                    SafetyFinding(kind: $0.kind, source: .answer, line: $0.line, action: action)
                }
                return ToolCall(id: call.id, name: call.name, arguments: String(decoding: output, as: UTF8.self))
            }
        }
    }

    var findings: [SafetyFinding] { state.withLock { $0.findings } }

    /// What may go on of a piece.
    private func pass(
        _ piece: [UInt8], _ state: inout State, _ filter: WritableKeyPath<State, SecretFilter>,
        _ source: SafetyFinding.Source, isEnd: Bool
    ) throws -> [UInt8] {
        guard action != .off else { return piece }
        var output: [UInt8] = []
        var placeholders = Placeholders()
        swap(&placeholders, &state.placeholders)
        let found =
            isEnd
            ? state[keyPath: filter].finish(&placeholders, into: &output)
            : state[keyPath: filter].feed(piece, &placeholders, into: &output)
        swap(&placeholders, &state.placeholders)
        state.findings += found.map {
            SafetyFinding(kind: $0.kind, source: source, line: $0.line, action: action)
        }
        if action == .block, let first = found.first {
            throw EngineError(
                .filtered,
                message: "\(source.words) was stopped: it holds a secret (\(first.kind.title), line \(first.line))",
                hint: "to replace secrets in answers: --safety redact; to see them: --safety off")
        }
        // A warning holds nothing back.
        return action == .redact || action == .block ? output : piece
    }

    private static var tooLarge: EngineError {
        EngineError(
            .filtered, message: "the answer is too large to be judged",
            hint: "ask for less, or judge requests only: safety.moderate: input")
    }
}
