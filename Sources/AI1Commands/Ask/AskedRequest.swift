internal import AI1Core

/// A request with what the command must remember about it.
struct AskedRequest {
    var request: ChatRequest
    /// The schema as the user gave it, which the answer is checked against.
    var schema: JSONValue?
    /// The cut answer that this request goes on with.
    var resumed: AnswerRecord?
}
