/// What the user has approved for good. Where it is kept, and how octets are hashed, is the business of whoever makes it.
package struct ToolApprovals: Sendable {
    /// How a tool stands.
    package enum Standing: Sendable, Hashable {
        /// Approved as it is.
        case approved
        /// Approved, but it was another one then.
        case changed
        case unknown
    }

    /// How a tool stands, by its `server/tool` and its identity's octets.
    package let standing: @Sendable (String, [UInt8]) -> Standing
    /// Approves it as it is.
    package let approve: @Sendable (String, [UInt8]) throws -> Void

    package init(
        standing: @escaping @Sendable (String, [UInt8]) -> Standing,
        approve: @escaping @Sendable (String, [UInt8]) throws -> Void
    ) {
        self.standing = standing
        self.approve = approve
    }
}
