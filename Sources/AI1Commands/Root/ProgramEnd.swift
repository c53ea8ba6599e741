/// Ends the program with an exit code that is not ai1's own: that of a command which the user had it run. Nothing is said.
struct ProgramEnd: Error {
    /// From 0 to 255.
    let code: Int32
}
