/// A program that runs beside this one for as long as it is needed, and how it is started: by an argument vector, never by
/// a shell.
package struct ChildProgram: Sendable, Hashable {
    /// Its name, which is looked for in the child's `PATH`, or its path.
    package var executable: String
    package var arguments: [String]
    /// Variables beside the allowed ones of the environment; these win.
    package var variables: [String: String]

    package init(executable: String, arguments: [String] = [], variables: [String: String] = [:]) {
        self.executable = executable
        self.arguments = arguments
        self.variables = variables
    }
}
