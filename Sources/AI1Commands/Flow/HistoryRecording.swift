internal import AI1Core
internal import AI1Engine
internal import AI1History
internal import AI1Ledger
internal import AI1Settings
internal import AI1Terminal

/// Puts what became of a request into the history, and what it showed about its targets into their statistics.
struct HistoryRecording: Sendable {
    /// The same words again within this time say that the answer was no good.
    static let retriedMilliseconds: Int64 = 60_000

    let store: HistoryFile
    let settings: Settings.History
    let calendar: LocalCalendar
    let job: String?
    /// The conversation that the request belongs to.
    let chat: String?
    /// Whether a person is there: only a person asks again because an answer was no good. A script does so all the time.
    let isInteractive: Bool
    /// Whether what becomes of answers says something about their models.
    let learnsQuality: Bool

    /// Opens the history and prepares its statements: some milliseconds that are free while an answer is waited for.
    /// - Parameter onSkip: told why nothing can be recorded; the request goes on
    /// - Returns: nil when nothing is to be kept, or nothing can be
    static func open(
        _ live: Composition, job: String?, chat: String?, onSkip: (any AI1Error) -> Void
    ) -> HistoryRecording? {
        let settings = live.settings.history
        guard settings.mode.value != .off || settings.keepsStatistics.value else { return nil }
        do {
            let store = try live.openHistory()
            if let reason = store.readOnlyReason { throw reason }
            store.prepareRecording()
            return HistoryRecording(
                store: store, settings: settings, calendar: live.calendar, job: job, chat: chat,
                isInteractive: live.errorFacts.isTerminal, learnsQuality: live.settings.routing.learns.value)
        } catch {
            onSkip(Self.told(error))
            return nil
        }
    }

    /// A request with everything that became of it.
    struct Finished: Sendable {
        var request: ChatRequest
        var outcome: AskOutcome
        /// When it was asked.
        var started: Timestamp
        /// When it was over.
        var ended: Timestamp
        var task: TaskKind
        /// Nil when nothing was decided.
        var decision: Decision?
        /// The model that the user named.
        var asked: String?
        var answer: RecordingSink.Answer?
        /// What ended the command; nil when the answer is as it was wished.
        var error: (any AI1Error)?
        /// Whether the answer was held against a schema, and fits it.
        var fitsSchema: Bool?
        var isExplored = false
        /// What a safety check thought of the request, from 0 to 1.
        var risk: Double?
    }

    /// Records a request. An answer that was only repeated is not one.
    /// - Returns: why it could not be recorded; the answer is none the worse for it
    func record(_ finished: Finished) -> (any AI1Error)? {
        guard !finished.outcome.isReplayed else { return nil }
        do {
            let learns = settings.keepsStatistics.value
            let record = record(of: finished)
            if learns, learnsQuality, isInteractive, let digest = record.digest { try noteRepetition(digest, finished) }
            let isSweepDue = try store.record(record, mode: settings.mode.value, learns: learns)
            if isSweepDue { try store.sweep(contentDays: Int64(settings.retentionDays.value), at: finished.ended) }
            return nil
        } catch {
            return Self.told(error)
        }
    }

    /// Whoever asks the same again at once was not content with the answer.
    private func noteRepetition(_ digest: [UInt8], _ finished: Finished) throws {
        guard
            let last = try store.lastRequest(
                matching: digest, within: Self.retriedMilliseconds, at: finished.started),
            last.state == .complete
        else { return }
        try store.add(
            Evidence.signal(.retried, last.target, last.task, at: finished.started), request: last.id,
            day: day(finished.started))
    }

    private func record(of finished: Finished) -> RequestRecord {
        let outcome = finished.outcome
        let error = finished.error ?? outcome.error
        var record = RequestRecord(
            id: finished.request.id, time: finished.started, day: day(finished.started), task: finished.task,
            state: Self.state(outcome), totalMilliseconds: outcome.totalMilliseconds)
        record.job = job
        record.chat = chat
        record.difficulty = finished.decision?.features.difficulty
        record.objective = finished.decision?.objective
        record.asked = finished.asked
        record.target = outcome.target
        record.servedModel = outcome.servedModel
        record.finish = outcome.finish
        record.exit = error.map { ExitStatus($0.kind).code } ?? 0
        record.error = error.map { TerminalCleaner.cleanLine($0.message, limit: 400) }
        record.usage = outcome.usage
        record.cost = outcome.cost
        record.charge = outcome.settlement?.charge
        record.firstTokenMilliseconds = outcome.firstTokenMilliseconds
        record.isExplored = finished.isExplored
        record.risk = finished.risk
        record.textBytes = outcome.textBytes
        let evidence = Evidence(finished)
        record.attempts = evidence.attempts
        record.observations = evidence.observations
        record.signals = learnsQuality ? evidence.signals : []
        record.decision = finished.decision.map { KeptDecision.json(DecisionReport.json($0)) }
        record.digest = Array(RequestFingerprint.hash(finished.request).prefix(16))
        if settings.mode.value == .full {
            record.content = RequestRecord.Content(
                system: finished.request.system, prompt: Self.prompt(of: finished.request),
                answer: Self.answer(finished), timing: finished.answer?.timing ?? StreamTiming())
        }
        return record
    }

    /// Of pictures and recordings their kinds and sizes, of vectors their number: no octets of them are kept.
    private static func answer(_ finished: Finished) -> [UInt8]? {
        let media = finished.outcome.media
        guard finished.request.output.isMedia else { return finished.answer?.text }
        if finished.request.output.kind == .embedding { return Array("\(media.count) vectors".utf8) }
        return Array(
            media.map { "\($0.mediaType), \(grouped(Int64($0.bytes.count))) bytes" }.joined(separator: "\n").utf8)
    }

    private func day(_ time: Timestamp) -> Int64 { calendar.day(time.millisecondsSinceEpoch / 1_000) }

    /// What the user said last. Going on with a cut answer is no saying of theirs.
    private static func prompt(of request: ChatRequest) -> String {
        let said = request.messages.filter { $0.role == .user }.map(\.text)
        return said.last { $0 != Resumption.instruction } ?? ""
    }

    static func state(_ outcome: AskOutcome) -> RequestState {
        guard let error = outcome.error else { return .complete }
        switch error.code {
        case .incomplete: return .incomplete
        case .filtered: return .refused
        case .cancelled, .readerGone: return .cancelled
        case .cut, .writeFailed: return .cut
        case .noCandidate, .noKey, .allFailed, .nothingToResume, .credits:
            if error.kind == .safetyRefused { return .refused }
            return outcome.textBytes > 0 ? .cut : .failed
        }
    }

    private static func told(_ error: any Error) -> any AI1Error {
        (error as? any AI1Error) ?? CommandError(.writeFailed, message: "the history: \(error)")
    }
}
