internal import AI1Conversations
internal import AI1Core
internal import AI1Engine
internal import AI1History
internal import AI1Settings

extension QueueSender {
    /// Writes what came of a request into the history, when it is over. What is tried again is not.
    func record(_ result: Result, _ entry: QueueEntry) {
        guard let run = result.run, result.outcome != nil else { return }
        switch result.fate {
        case .done, .failed, .unknown: break
        case .again, .later, .back: return
        }
        // A request is recorded once: what is said of its last sending takes the place of what was said before.
        if sendsAgain { try? live.openHistory().delete([entry.id]) }
        run.record(error: result.fate.error, hasSchema: entry.request.schema != nil)
    }

    /// Puts the entry where it belongs.
    /// - Returns: when it is tried again; nil for never
    /// - Throws: `SettingsError`, `ConversationError`
    func settle(_ claim: QueueClaim, _ fate: QueueFate, _ take: QueueTake) throws -> Timestamp? {
        let now = live.context.clock.now
        let entry = claim.entry
        switch fate {
        case .done:
            // Where it can be found again the queue keeps no second copy.
            if isShown || isInHistory(entry.id) { try store.drop(claim) } else { try finish(claim, take, error: nil) }
            return nil
        case .failed(let error):
            try finish(claim, take, error: error.message)
            return nil
        case .again(let error, let retryAfter):
            let next = QueueBackoff.next(
                after: now, attempts: entry.attempts, retryAfterMilliseconds: retryAfter, random: live.context.random)
            return try store.fail(claim, error: error.message, retryAt: next) ? next : nil
        case .later(let error):
            let next = QueueBackoff.next(after: now, attempts: 1, random: live.context.random)
            try store.putOff(claim, error: error.message, until: next)
            return next
        case .unknown(let error):
            try store.lose(claim, error: error.message)
            return nil
        case .back:
            try store.release(claim)
            return now
        }
    }

    private func finish(_ claim: QueueClaim, _ take: QueueTake, error: String?) throws {
        guard let outcome = take.outcome, let target = outcome.target else {
            try store.fail(claim, error: error ?? "nobody answered")
            return
        }
        let state: AnswerRecord.State =
            switch outcome.finish {
            case .length: .incomplete
            case nil: .cut
            case .stop, .toolCalls, .contentFilter: .complete
            }
        // What the history shows, or was printed, is not kept twice.
        let isKept = isShown || isInHistory(claim.entry.id)
        try store.finish(
            claim,
            QueueEntry.Outcome(
                requestID: outcome.requestID, target: target, charge: outcome.settlement?.charge,
                answer: isKept ? "" : String(decoding: take.text, as: UTF8.self), state: state,
                time: live.context.clock.now), error: error)
    }

    /// Whether the history can show the answer.
    private func isInHistory(_ id: RequestID) -> Bool {
        guard live.settings.history.mode.value == .full, let history = try? live.openHistory() else { return false }
        return (try? history.show(id))?.content?.answer != nil
    }
}
