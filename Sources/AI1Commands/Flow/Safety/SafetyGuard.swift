internal import AI1Core
internal import AI1Engine
internal import AI1Ledger
internal import AI1Safety
internal import AI1Settings
internal import Synchronization

/// The checks of one request: what it holds, what its answer holds, what a moderation model says.
final class SafetyGuard: Sendable {
    private struct State {
        var findings: [SafetyFinding] = []
        var placeholders = Placeholders()
        var judgements: [ModerationJudgement] = []
        var isExempt = false
    }

    let policy: SafetyPolicy
    private let live: Composition
    private let job: String?
    private let notices: NoticeWriter
    private let scanner: SecretScanner
    private let state = Mutex(State())

    /// - Returns: nil when every check is off
    init?(_ policy: SafetyPolicy, _ live: Composition, job: String?, notices: NoticeWriter) {
        guard !policy.isOff else { return nil }
        self.policy = policy
        self.live = live
        self.job = job
        self.notices = notices
        scanner = SecretScanner(ownKeys: live.providers.knownKeys())
    }

    /// Looks at a request and does nothing about it yet: what is done depends on where it goes.
    func examine(_ asked: AskedRequest) -> SafetyExamination? {
        policy.checksInput ? SafetyExamination(asked, policy, scanner) : nil
    }

    /// Acts on what was found, now that it is known where the request may go.
    /// - Parameters:
    ///   - rows: every model that may get it
    ///   - tells: whether a person is told of what was found; once is enough for a request that goes to several
    /// - Returns: the request as it may leave
    /// - Throws: `CommandError` of kind `safetyRefused`
    func admitted(
        _ examination: SafetyExamination?, _ asked: AskedRequest, to rows: [ModelRow], tells: Bool = true
    ) throws -> AskedRequest {
        let isExempt = !policy.checksLocal && !rows.isEmpty && rows.allSatisfy(live.providers.isOnThisMachine)
        state.withLock { $0.isExempt = isExempt }
        guard var examination else { return asked }
        if isExempt { examination.exempt() }
        state.withLock { state in
            state.findings = examination.findings
            state.placeholders = examination.placeholders
        }
        guard !isExempt else { return asked }
        try refuse(examination)
        for group in examination.findings.byKind where tells && !notices.isQuiet {
            notices.line("safety: " + Self.words(group.first, count: group.count))
        }
        var admitted = asked
        admitted.request = examination.request
        return admitted
    }

    private func refuse(_ examination: SafetyExamination) throws {
        let blocked = examination.findings.filter { $0.action == .block }
        if !blocked.isEmpty {
            let isSecret = blocked.contains { !$0.kind.isInjection }
            throw CommandError(
                .answer(.safetyRefused), message: "the request is not sent: \(blocked.summary)",
                hint: isSecret
                    ? "take it out, or let ai1 replace it by a placeholder: --safety redact"
                    : "look at that place; to send it all the same: --safety warn")
        }
        guard let limit = policy.maxRisk, examination.risk > limit else { return }
        throw CommandError(
            .answer(.safetyRefused),
            message:
                "the request is not sent: its risk is \(DecisionReport.fixed(examination.risk)), above max_risk of "
                + "\(DecisionReport.fixed(limit)): \(examination.findings.summary)",
            hint: "take that out, raise safety.max_risk, or send it unchecked: --safety off")
    }

    private static func words(_ finding: SafetyFinding, count: Int) -> String {
        let more = count > 1 ? " and \(count - 1) more" : ""
        let what = "\(finding.kind.title) in \(finding.place)\(more)"
        if finding.kind.isInjection { return what }
        switch finding.action {
        case .redact: return "\(what): replaced by a placeholder"
        default:
            return finding.source == .answer || finding.source == .reasoning
                ? what : "\(what): sent as it is; --safety redact replaces it"
        }
    }

    /// Has a request judged, when that is wanted.
    /// - Throws: `CommandError` of kind `safetyRefused`, or what interrupted it
    func judge(_ request: ChatRequest, _ ledger: SQLiteLedger?) async throws {
        guard policy.judgesInput, !state.withLock({ $0.isExempt }) else { return }
        try await judge("request", Moderator.text(of: request), ledger)
    }

    /// Hands an answer on to a sink through the checks of answers.
    func guarding(
        _ sink: any AnswerSink, _ ledger: SQLiteLedger?, _ produce: (any AnswerSink) async -> AskOutcome
    ) async -> AskOutcome {
        let (isExempt, placeholders) = state.withLock { ($0.isExempt, $0.placeholders) }
        guard policy.output != .off || policy.judgesOutput, !isExempt else { return await produce(sink) }
        let checked = SafetySink(sink, policy.output, scanner, placeholders, holds: policy.judgesOutput)
        var outcome = await produce(checked)
        let isStopped = policy.output == .block && !checked.findings.isEmpty
        // What nobody has judged is not shown because the user left.
        let isLeft = policy.judgesOutput && [.interrupted, .terminated].contains(outcome.error?.kind)
        do {
            if !isStopped, !isLeft, outcome.error?.kind != .brokenPipe {
                let text = try checked.complete()
                if policy.judgesOutput, !text.isEmpty {
                    try await judge("answer", String(decoding: text, as: UTF8.self), ledger)
                }
                try checked.release()
            }
        } catch {
            outcome.error = Self.engineError(error)
        }
        outcome.toolCalls = checked.checked(outcome.toolCalls)
        let found = checked.findings
        state.withLock { $0.findings += found }
        if !notices.isQuiet, policy.output != .block {
            for group in found.byKind { notices.line("safety: " + Self.words(group.first, count: group.count)) }
        }
        return outcome
    }

    private func judge(_ subject: String, _ text: String, _ ledger: SQLiteLedger?) async throws {
        guard let model = policy.moderation else { return }
        let moderator = Moderator(live: live, model: model, job: job, notices: notices)
        let judgement = try await moderator.judge(subject, text, ledger)
        state.withLock { $0.judgements.append(judgement) }
        if notices.isVerbose || notices.errors.isTerminal && !notices.isQuiet { notices.line(judgement.line) }
        if let refusal = judgement.refusal(failsClosed: policy.failsClosed) { throw refusal }
    }

    private static func engineError(_ error: any Error) -> EngineError {
        guard let error = error as? any AI1Error, error.kind == .safetyRefused else { return Replay.engineError(error) }
        return EngineError(.filtered, message: error.message, hint: error.hint, underlying: error.underlying)
    }

    /// Whether something was found that may leave the machine.
    var hasFindings: Bool { state.withLock { !$0.isExempt && !$0.findings.isEmpty } }

    /// The risk of the request and its answer from 0 to 1; nil when nothing was checked.
    var risk: Double? {
        let (findings, isExempt) = state.withLock { ($0.findings, $0.isExempt) }
        return isExempt ? nil : RiskScore.risk(of: findings.map(\.kind))
    }

    /// What `--why` says.
    var line: String {
        let (findings, isExempt) = state.withLock { ($0.findings, $0.isExempt) }
        if isExempt { return "safety: not checked, it stays on this machine" }
        let risk = "safety: risk \(DecisionReport.fixed(RiskScore.risk(of: findings.map(\.kind))))"
        guard !findings.isEmpty else { return risk + ", nothing found" }
        let kinds = findings.byKind.map { group in
            "\(group.first.kind.rawValue) × \(group.count) (\(group.first.place)): \(group.first.action.rawValue)"
        }
        return risk + "; " + kinds.joined(separator: ", ")
    }

    /// The member `safety` of `--json`.
    var json: JSONValue {
        let state = state.withLock { $0 }
        return [
            "checked": .bool(!state.isExempt),
            "risk": .number(
                JSONNumber(uncheckedText: DecisionReport.fixed(RiskScore.risk(of: state.findings.map(\.kind))))),
            "findings": .array(state.findings.prefix(Self.shownFindings).map(\.json)),
            "findings_count": .integer(state.findings.count), "moderation": .array(state.judgements.map(\.json)),
        ]
    }

    /// Findings that JSON lists one by one.
    private static let shownFindings = 200
}
