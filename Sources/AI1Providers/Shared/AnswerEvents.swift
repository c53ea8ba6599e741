internal import AI1Core

/// What one dialect makes of the pieces of an answer, free of how they are framed: `BodyDecoder` finds the pieces.
protocol AnswerEvents: Sendable {
    /// Decodes an event of the commonest form without building a value.
    /// - Returns: false, with `batch` untouched, when the event has any other form
    mutating func fast(_ data: UnsafeRawBufferPointer, into batch: inout AnswerBatch) -> Bool

    /// Decodes one event of a stream.
    /// - Throws: `ProviderFault`
    mutating func event(_ value: JSONValue, into batch: inout AnswerBatch) throws

    /// Decodes an answer that came as one document.
    /// - Throws: `ProviderFault`
    mutating func document(_ value: JSONValue, into batch: inout AnswerBatch) throws

    /// The stream's closing word (`[DONE]`) has come.
    mutating func sentinel(into batch: inout AnswerBatch) throws

    /// One piece of the body has been decoded: the place to bring a running usage up to date.
    mutating func pieceDecoded(into batch: inout AnswerBatch)

    /// Whether the protocol's own end has come.
    var isComplete: Bool { get }
}

extension AnswerEvents {
    mutating func fast(_ data: UnsafeRawBufferPointer, into batch: inout AnswerBatch) -> Bool { false }
    mutating func sentinel(into batch: inout AnswerBatch) throws {}
    mutating func pieceDecoded(into batch: inout AnswerBatch) {}
}
