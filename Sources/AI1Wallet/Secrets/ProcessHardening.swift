internal import CSodium

/// What keeps a process's memory from being written to files by the system.
package enum ProcessHardening {
    /// Turns core dumps off and, on Linux, keeps other processes of the same user from reading this one's memory.
    /// Children have the limit too; it does not come back.
    /// - Returns: false when the system refused a part of it; buffers of secrets are kept out of dumps all the same
    @discardableResult
    package static func apply() -> Bool { ai1_forbid_dumps() == 0 }
}
