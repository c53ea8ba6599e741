/// Where a part of a message's text comes from. It ends where the next one begins.
package struct PromptSegment: Sendable, Hashable {
    package enum Origin: Sendable, Hashable {
        /// What was typed.
        case prompt
        /// Standard input.
        case input
        /// The attachment of that name.
        case attachment(String)
    }

    package let origin: Origin
    /// In octets of UTF-8 from the beginning of the text.
    package let start: Int
    /// After the line that names it: where its own first line begins.
    package let contentStart: Int

    package init(origin: Origin, start: Int, contentStart: Int) {
        self.origin = origin
        self.start = start
        self.contentStart = contentStart
    }
}
