package import AI1Core

/// Everything about a request that is over.
package struct RequestRecord: Sendable, Hashable {
    package var id: RequestID
    /// When it was asked.
    package var time: Timestamp
    /// The day of it in the user's zone, as a number such as 20261122: statistics are also kept by day.
    package var day: Int64
    package var job: String?
    /// The id of the conversation that it belongs to.
    package var chat: String?
    package var task: TaskKind
    /// From 0 to 1; nil when it was not estimated.
    package var difficulty: Double?
    /// The model that the user named; nil when ai1 chose.
    package var asked: String?
    package var objective: Objective?
    /// Who answered, wholly or in part.
    package var target: TargetName?
    /// The model that answered, in the provider's words.
    package var servedModel: String?
    package var state: RequestState
    package var finish: FinishReason?
    /// The exit code of the command.
    package var exit: Int32 = 0
    /// What went wrong, without secrets.
    package var error: String?
    package var usage = TokenUsage(source: .estimated)
    /// Of all attempts together; nil when a price is not known.
    package var cost: NanoUSD?
    /// What was taken from the credits; nil when no books were kept.
    package var charge: NanoUSD?
    package var firstTokenMilliseconds: Double?
    package var totalMilliseconds: Double
    /// Whether the target was chosen to learn about it.
    package var isExplored = false
    /// What the safety check thought of it, from 0 to 1.
    package var risk: Double?
    /// Octets of the visible answer.
    package var textBytes = 0
    package var attempts: [Attempt] = []
    /// The router's decision as JSON.
    package var decision: JSONValue?
    /// A hash of what was asked, at least eight octets: kept for an hour, to notice that the same is asked again.
    package var digest: [UInt8]?
    /// Nil when no text may be kept.
    package var content: Content?
    /// What the attempts showed about their targets, and what is known about the answer's quality.
    package var observations: [AttemptObservation] = []
    package var signals: [QualitySignal] = []

    package init(
        id: RequestID, time: Timestamp, day: Int64, task: TaskKind, state: RequestState, totalMilliseconds: Double
    ) {
        self.id = id
        self.time = time
        self.day = day
        self.task = task
        self.state = state
        self.totalMilliseconds = totalMilliseconds
    }
}

extension RequestRecord {
    /// One attempt at one target, in the order in which they ended.
    package struct Attempt: Sendable, Hashable {
        package var target: TargetName
        package var fault: FaultKind?
        /// The HTTP status of the fault.
        package var status: Int?
        package var message: String?
        /// What was charged for.
        package var usage: TokenUsage?
        package var cost: NanoUSD?
        /// From the attempt's start.
        package var firstTokenMilliseconds: Double?
        package var totalMilliseconds: Double

        package init(
            target: TargetName, fault: FaultKind? = nil, status: Int? = nil, message: String? = nil,
            usage: TokenUsage? = nil, cost: NanoUSD? = nil, firstTokenMilliseconds: Double? = nil,
            totalMilliseconds: Double
        ) {
            self.target = target
            self.fault = fault
            self.status = status
            self.message = message
            self.usage = usage
            self.cost = cost
            self.firstTokenMilliseconds = firstTokenMilliseconds
            self.totalMilliseconds = totalMilliseconds
        }
    }

    /// The words of a request.
    package struct Content: Sendable, Hashable {
        package var system: String?
        package var prompt: String
        /// The visible answer, octet for octet; nil when it was too long to be kept.
        package var answer: [UInt8]?
        /// When which part of the answer came.
        package var timing: StreamTiming

        package init(
            system: String? = nil, prompt: String, answer: [UInt8]?, timing: StreamTiming = StreamTiming()
        ) {
            self.system = system
            self.prompt = prompt
            self.answer = answer
            self.timing = timing
        }
    }
}
