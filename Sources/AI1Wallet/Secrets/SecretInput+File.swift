internal import AI1Settings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension SecretInput {
    /// Opens a file with a secret and hands its descriptor to `body`. A file that others can read, or that is not the user's, is
    /// refused; a pipe has no such file behind it.
    /// - Parameter role: what it is, for messages: `password file`
    /// - Throws: `SettingsError` of code `keyFileUnsafe`; `WalletError` of code `notFound`, `inputOutput`; what `body` throws
    package static func opening<Value>(
        privateFile path: String, role: String, _ body: (Int32) throws -> Value
    ) throws -> Value {
        let descriptor = openOnce(path)
        guard descriptor >= 0 else { throw FileFailure(errno).reading(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileFailure(errno).reading(path) }
        if status.st_mode & S_IFMT == S_IFREG {
            guard status.st_uid == geteuid() else {
                throw SettingsError(
                    .keyFileUnsafe, "\(role) \(Display.path(path)) belongs to another user",
                    hint: "chown \(geteuid()) \(Display.shellWord(path))")
            }
            guard status.st_mode & 0o077 == 0 else {
                throw SettingsError(
                    .keyFileUnsafe,
                    "\(role) \(Display.path(path)) can be read by others (mode \(Display.mode(UInt32(status.st_mode))))",
                    hint: "chmod 600 \(Display.shellWord(path))")
            }
        }
        return try body(descriptor)
    }

    private static func openOnce(_ path: String) -> Int32 {
        while true {
            #if canImport(Glibc)
                let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
            #elseif canImport(Musl)
                let descriptor = Musl.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
            #else
                let descriptor = Darwin.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
            #endif
            if descriptor >= 0 || errno != EINTR { return descriptor }
        }
    }
}
