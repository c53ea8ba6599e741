/// A file or the like that goes with a prompt.
package struct Attachment: Sendable, Hashable {
    /// What to call it towards the model and in messages: a path or URL as the user gave it.
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
