package import AI1Core

/// A request that is kept to be sent later, and what became of it.
package struct QueueEntry: Sendable, Hashable {
    /// Where an entry stands.
    package enum State: String, Sendable, Hashable, CaseIterable {
        /// To be sent when its time has come.
        case pending
        /// Being sent by a process that holds its lock.
        case sending
        /// Answered.
        case done
        /// Not answered, and not tried again by itself.
        case failed
        /// The process that sent it ended before it knew what came of it. The server may have answered and charged: it
        /// is not sent again unless the user says so.
        case unknown
    }

    /// What came of it.
    package struct Outcome: Sendable, Hashable {
        /// The id under which history and ledger have it.
        package var requestID: RequestID
        package var target: TargetName
        package var charge: NanoUSD?
        package var answer: String
        /// Whether the answer is whole.
        package var state: AnswerRecord.State
        package var time: Timestamp

        package init(
            requestID: RequestID, target: TargetName, charge: NanoUSD?, answer: String, state: AnswerRecord.State,
            time: Timestamp
        ) {
            self.requestID = requestID
            self.target = target
            self.charge = charge
            self.answer = answer
            self.state = state
            self.time = time
        }
    }

    /// Also the request's id, by which entries sort by time.
    package var id: RequestID { request.id }
    package let request: ChatRequest
    package let wishes: QueueWishes
    package let created: Timestamp
    /// Not to be sent before; nil for at once.
    package internal(set) var notBefore: Timestamp?
    /// Not to be sent from then on; nil for never.
    package let expires: Timestamp?
    package internal(set) var state: State = .pending
    /// How often it was begun to be sent.
    package internal(set) var attempts = 0
    /// When its state last changed.
    package internal(set) var changed: Timestamp
    package internal(set) var outcome: Outcome?
    /// Why it was not answered, when it was tried: one line, cleaned.
    package internal(set) var lastError: String?

    init(
        request: ChatRequest, wishes: QueueWishes, created: Timestamp, notBefore: Timestamp?, expires: Timestamp?
    ) {
        self.request = request
        self.wishes = wishes
        self.created = created
        self.notBefore = notBefore
        self.expires = expires
        changed = created
    }

    /// The key that makes a second sending no second charge.
    package var idempotencyKey: String { "queue-\(id)" }

    /// Whether it may be sent at a time.
    package func isDue(at time: Timestamp) -> Bool {
        state == .pending && notBefore.map { $0 <= time } ?? true && !isExpired(at: time)
    }

    /// Whether its time has passed.
    package func isExpired(at time: Timestamp) -> Bool { expires.map { $0 <= time } ?? false }
}
