package import AI1Core

/// How a dialect writes what the simulation says. Each exchange has one of its own, so it may count and remember.
package protocol SandboxWire: Sendable {
    /// The media type of a streamed body, or of a whole one.
    func contentType(streamed: Bool) -> String
    /// Appends an event of a stream.
    mutating func write(_ event: SandboxEvent, to output: inout [UInt8])
    /// The body of an answer that is not streamed.
    /// - Parameter finish: nil when the end is left out
    func whole(_ answer: SandboxAnswer, finish: FinishReason?) -> [UInt8]
    /// The body of a refusal.
    func refusal(_ failure: SandboxFailure) -> [UInt8]
}

/// What happens in a stream, before any dialect's form.
package enum SandboxEvent: Sendable {
    case opening(SandboxAnswer)
    case reasoning(String)
    /// Octets of valid UTF-8.
    case text([UInt8])
    /// An event that breaks the dialect's own rules.
    case malformed
    case failure(SandboxFailure)
    case closing(SandboxAnswer)
}

extension SandboxWire {
    /// Appends `text` as a JSON string literal.
    package static func literal(_ text: [UInt8], to output: inout [UInt8]) {
        JSONText.appendLiteral(String(decoding: text, as: UTF8.self), to: &output)
    }
}
