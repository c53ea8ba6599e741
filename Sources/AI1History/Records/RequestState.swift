/// What became of a request.
package enum RequestState: String, Sendable, Hashable, CaseIterable {
    case complete
    /// The answer reached its length limit.
    case incomplete
    /// The stream broke off, or the answer could not be written.
    case cut
    /// The user cancelled, or the reader went away.
    case cancelled
    /// A safety filter refused or stopped it.
    case refused
    /// Nothing came.
    case failed
}
