#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Files that hold keys: they belong to the user, and nobody else may read them.
enum PrivateFile {
    /// Reads such a file; links are followed, and the file they lead to is checked.
    /// - Parameter role: what it is, for messages: `keys file`
    /// - Returns: nil when nothing is there
    /// - Throws: `SettingsError` of code `keyFileUnsafe`, and what reading throws
    static func read(_ path: String, role: String, limitBytes: Int) throws(SettingsError) -> [UInt8]? {
        guard let content = try FileContent.read(path, limitBytes: limitBytes) else { return nil }
        guard content.owner == geteuid() else {
            throw SettingsError(
                .keyFileUnsafe, "\(role) \(Display.path(path)) belongs to another user",
                hint: "chown \(geteuid()) \(Display.shellWord(path))")
        }
        guard !content.isReadableByOthers else {
            throw SettingsError(
                .keyFileUnsafe,
                "\(role) \(Display.path(path)) can be read by others (mode \(Display.mode(content.mode)))",
                hint: "chmod 600 \(Display.shellWord(path))")
        }
        return content.bytes
    }
}
