internal import AI1Conversations
internal import AI1Core
internal import AI1Engine

/// A request with what the command must remember about it.
struct AskedRequest {
    var request: ChatRequest
    /// The schema as the user gave it, which the answer is checked against.
    var schema: JSONValue?
    /// The cut answer that this request goes on with.
    var resumed: AnswerRecord?
    /// Where the parts of a message's text come from; empty for a request that was kept.
    var segments: [PromptSegment] = []
    /// The role that it is asked in.
    var role: Role?
    /// The message that they are of.
    var segmentedMessage = 0
    /// What its input is expected to count; nil for a request that was kept.
    var input: InputEstimate?
    /// What was left out of folders and patterns.
    var skipped = SkippedFiles()

    /// Refuses a request whose input is expected to be more than is allowed, with the earlier turns that it has by now.
    /// - Throws: `CommandError` of code `badInput`
    func checkInput(limit: Int?) throws(CommandError) { try input?.growing(to: request).check(limit: limit) }
}
