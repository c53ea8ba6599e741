/// How far a folder is read. What is beyond is an error or counted as skipped, never cut.
package struct FolderLimits: Sendable, Hashable {
    /// Files of one folder or pattern that are sent; more are an error.
    package var files = 1_000
    /// Octets of all of them; more are an error.
    package var allBytes = 64 << 20
    /// Octets of one file; larger ones are skipped.
    package var fileBytes = 2 << 20
    /// Folders in folders; what is deeper is skipped.
    package var depth = 64
    /// Names that are looked at; more are an error.
    package var names = 1_000_000
    /// Octets of one `.gitignore`; a larger one is an error.
    package var ruleBytes = 1 << 20
    /// Octets of a file that are looked at to tell that it is binary.
    package var headBytes = 8_192

    package init() {}
}
