internal import AI1Core

/// One place where a value does not satisfy its schema.
package struct SchemaViolation: Sendable, Hashable, CustomStringConvertible {
    /// Where in the value: a JSON Pointer (RFC 6901); empty is the value as a whole.
    package let pointer: String
    /// What is wrong there: lower case, one line.
    package let message: String

    package init(pointer: String, message: String) {
        self.pointer = pointer
        self.message = message
    }

    /// Both on one line, cleaned for a terminal.
    package var description: String {
        let place = pointer.isEmpty ? "the answer" : TerminalCleaner.cleanLine(pointer, limit: 120)
        return "\(place): \(TerminalCleaner.cleanLine(message))"
    }
}
