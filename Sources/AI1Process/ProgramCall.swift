/// A program called by its name and arguments, without a shell, and its bounds.
package struct ProgramCall: Sendable, Hashable {
    /// Looked for in `PATH`.
    package var name: String
    package var arguments: [String]
    /// What it reads on its standard input.
    package var input: [UInt8]
    package var timeoutMilliseconds: Int64
    /// The most that it may print on its standard output. What it says on standard error is thrown away.
    package var outputLimitBytes: Int

    package init(
        name: String, arguments: [String], input: [UInt8] = [], timeoutMilliseconds: Int64 = 10_000,
        outputLimitBytes: Int = 64 << 10
    ) {
        self.name = name
        self.arguments = arguments
        self.input = input
        self.timeoutMilliseconds = timeoutMilliseconds
        self.outputLimitBytes = outputLimitBytes
    }
}
