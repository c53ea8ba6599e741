#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Which file a path leads to, whatever its name.
struct FileIdentity: Sendable, Equatable {
    let device: UInt64
    let node: UInt64

    /// Nil when there is no file.
    init?(_ path: String) {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        device = UInt64(facts.st_dev)
        node = UInt64(facts.st_ino)
    }
}
