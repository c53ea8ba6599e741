package import AI1Process

/// One server of tools as the user declared it.
package struct ServerDeclaration: Sendable, Hashable {
    /// The user's name for it: letters, digits, `.`, `_` and `-`.
    package var name: String
    /// How it is started, with the values of its variables.
    package var program: ChildProgram
    /// Its variables as they were declared, `${NAME}` unresolved: what an approval is bound to, free of secrets from the
    /// environment.
    package var declaredVariables: [String: String]
    /// How long a call may take, in milliseconds; nil for the usual.
    package var timeoutMilliseconds: Int64?

    package init(
        name: String, program: ChildProgram, declaredVariables: [String: String] = [:],
        timeoutMilliseconds: Int64? = nil
    ) {
        self.name = name
        self.program = program
        self.declaredVariables = declaredVariables
        self.timeoutMilliseconds = timeoutMilliseconds
    }
}
