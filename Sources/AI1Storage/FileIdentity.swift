internal import CStorage

/// Which file a path leads to, whatever its name.
struct FileIdentity: Sendable, Equatable {
    let device: UInt64
    let node: UInt64

    /// Nil when there is no file.
    init?(_ path: String) {
        var device: UInt64 = 0
        var node: UInt64 = 0
        guard ai1_file_identity(path, &device, &node) == 0 else { return nil }
        self.device = device
        self.node = node
    }
}
