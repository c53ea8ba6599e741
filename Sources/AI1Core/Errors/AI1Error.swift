/// What every error of every room has, so that one place can print it and one can choose the exit code.
package protocol AI1Error: Error, Sendable {
    /// What sort of failure it is.
    var kind: ErrorKind { get }
    /// What went wrong and why: lower case, one line, no secrets.
    var message: String { get }
    /// What the user can do about it: one line, no secrets.
    var hint: String? { get }
    /// The cause as its author put it (curl's text, the provider's message), shown under `--verbose`.
    var underlying: String? { get }
}
