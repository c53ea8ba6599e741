internal import AI1Conversations
internal import AI1Core
internal import AI1Engine

/// Everything that a REPL remembers between two lines.
struct ReplState: Sendable {
    var chat: Chat
    /// What the next prompt takes along.
    var attachments: [Attachment] = []
    var last: LastAnswer?
    /// What is free to be spent; nil where only books are kept.
    var free: NanoUSD?
    /// Whether every decision is explained.
    var showsDecisions = false
    /// What was trimmed the last time: the same is not told again and again.
    var trimmed: [String] = []
    /// What the session has cost so far.
    var spent = NanoUSD.zero
    /// Takes in what a request cost. What the sandbox costs is play.
    mutating func pay(_ settlement: Settlement?) {
        guard let settlement, !settlement.isPlay else { return }
        free = settlement.balance
        spent = spent + settlement.charge
    }

    /// Set when the session is to end.
    var exitCode: Int32?

    /// The last answer, for the commands that do something with it.
    struct LastAnswer: Sendable {
        var prompt: String
        var text: String
        var outcome: AskOutcome
        var decision: Decision
    }
}
