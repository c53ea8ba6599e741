/// How much a chat may hold. What is larger is an error, except attachments, whose place a line of text takes.
package struct ChatLimits: Sendable, Hashable {
    /// Octets of one chat's file.
    package var fileBytes = 256 << 20
    /// Octets of one line of it: a turn with its answer, tool results and attachments.
    package var turnBytes = 64 << 20
    /// Octets of one turn's images before base64. What is beyond is not kept.
    package var attachmentBytes = 24 << 20
    /// Octets of a name in UTF-8.
    package static let nameBytes = 100

    package init() {}
}
