/// How much one request may carry. What is larger is an error, never cut.
package struct AttachmentLimits: Sendable, Hashable {
    /// Octets of one image: what the most generous provider takes.
    package var imageBytes = 20 << 20
    /// Images of one request.
    package var images = 20
    /// Octets of all images together, before base64 makes a third more of them.
    package var allImageBytes = 48 << 20
    /// Octets of prompt, input and text attachments together.
    package var textBytes = 64 << 20
    /// Attachments of one request.
    package var attachments = 1_000
    /// Octets to read at most from one file or stream before it is known what it is.
    package var readBytes: Int { max(imageBytes, textBytes) }

    package init() {}

    /// An amount of octets as a person says it: `20 MiB`, `1.5 KiB`, `12 bytes`; rounded up.
    package static func shown(_ bytes: Int) -> String {
        guard bytes >= 1024 else { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
        var unit = 1024
        var name = "KiB"
        for (larger, largerName) in [(1 << 20, "MiB"), (1 << 30, "GiB")] where bytes >= larger {
            unit = larger
            name = largerName
        }
        let tenths = bytes / unit * 10 + (bytes % unit * 10 + unit - 1) / unit
        return tenths % 10 == 0 ? "\(tenths / 10) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
    }
}
