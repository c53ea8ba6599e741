/// Revisions of the Model Context Protocol, https://modelcontextprotocol.io/specification.
enum ProtocolVersion: String, Sendable, Hashable, CaseIterable {
    case v2024November = "2024-11-05"
    case v2025March = "2025-03-26"
    case v2025June = "2025-06-18"

    /// What is asked for; a server that does not know it names another.
    static let newest = ProtocolVersion.v2025June
}
