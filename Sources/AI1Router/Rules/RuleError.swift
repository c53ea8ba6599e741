/// A condition that cannot be read.
package struct RuleError: Error, Sendable, Hashable {
    /// Where it is wrong, in characters from one.
    package let column: Int
    /// Lower case, one line.
    package let message: String
    package let hint: String?

    init(_ column: Int, _ message: String, hint: String? = nil) {
        self.column = column
        self.message = message
        self.hint = hint
    }
}
