/// A file or the like that goes with a prompt.
package struct Attachment: Sendable, Hashable {
    /// What to call it towards the model and in messages: a path or URL as the user gave it.
    package let name: String
    package let bytes: [UInt8]
    /// The text of each page, which is sent in place of the octets; nil for what has no pages.
    package let pages: [String]?

    package init(name: String, bytes: [UInt8], pages: [String]? = nil) {
        self.name = name
        self.bytes = bytes
        self.pages = pages
    }
}
