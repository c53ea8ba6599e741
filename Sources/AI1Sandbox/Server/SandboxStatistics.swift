/// What a sandbox server has done since its start.
package struct SandboxStatistics: Sendable, Hashable {
    /// Requests that were read whole.
    package var requests = 0
    /// Exchanges that went to their planned end, faults included.
    package var completed = 0
    /// Exchanges that the client left before their end.
    package var aborted = 0
    /// Exchanges under way.
    package var open = 0
    /// Connections that are open, and that were ever accepted.
    package var connections = 0
    package var acceptedConnections = 0
    /// Connections that were turned away with 503.
    package var refusedConnections = 0
    /// Octets sent, header fields included.
    package var bytes: Int64 = 0
    /// Requests by path.
    package var requestsByPath: [String: Int] = [:]

    package init() {}
}
