package import AI1Core

/// How a cut answer goes on: as a new request to the same model, which sees the part that came.
package enum Resumption {
    /// What the model is told after its own unfinished answer.
    package static let instruction =
        "Your answer above was cut off. Go on exactly where it stops, in the middle of a word if need be. "
        + "Repeat nothing and add no remark about the interruption."

    /// The request that asks for the rest.
    package static func request(for record: AnswerRecord, id: RequestID, stream: Bool) -> ChatRequest {
        var request = record.request
        request.id = id
        request.stream = stream
        request.messages += [.assistant(record.text), .user(instruction)]
        return request
    }
}
