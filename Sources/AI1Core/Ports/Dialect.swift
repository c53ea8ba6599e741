/// A wire protocol: how a request is written and an answer read. It has no networking of its own.
package protocol Dialect: Sendable {
    /// The exact HTTP request for a target.
    /// - Throws: `ProviderFault` of kind `badRequest` when the protocol cannot express the request
    func encode(_ request: ChatRequest, for target: Target) throws -> HTTPRequest

    /// A decoder for the body of a successful answer.
    func decoder(for request: ChatRequest) -> any AnswerDecoder

    /// What a status other than 2xx means.
    func fault(status: Int, head: HTTPHead, body: [UInt8]) -> ProviderFault
}

/// A state machine that is fed a body's octets in pieces of any size and says what they mean.
package protocol AnswerDecoder: Sendable {
    /// Decodes as much as is complete, appending to `batch`.
    /// - Throws: `ProviderFault` of kind `malformed`, `inBandError` or another that the event names; what was decoded
    ///   before it stays in `batch`
    mutating func feed(_ bytes: UnsafeRawBufferPointer, into batch: inout AnswerBatch) throws

    /// Says that the body has ended.
    /// - Throws: `ProviderFault` of kind `cut` when the protocol's own end has not come
    mutating func finish(into batch: inout AnswerBatch) throws
}
