internal import AI1Core

/// One hop of a request, as it is handed to the engine.
struct Exchange: Sendable {
    /// What the sender is told, once.
    enum Outcome: Sendable {
        case head(HTTPHead)
        /// A public fetch goes on elsewhere; the URL is absolute.
        case redirect(url: String, keepsMethod: Bool)
    }

    let id: UInt64
    let request: HTTPRequest
    /// Where this hop goes; the request's own URL for the first.
    let url: String
    let channel: ByteChannel
    let clock: ExchangeClock
    let continuation: CheckedContinuation<Outcome, any Error>
}
