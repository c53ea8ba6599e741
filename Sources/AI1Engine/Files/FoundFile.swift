/// A file of a folder, with what tells it from all others.
package struct FoundFile: Sendable, Hashable {
    /// Which file it is, whatever its name.
    package struct Identity: Sendable, Hashable {
        package let device: UInt64
        package let inode: UInt64

        package init(device: UInt64, inode: UInt64) {
            self.device = device
            self.inode = inode
        }
    }

    package let attachment: Attachment
    package let identity: Identity
}

/// What a folder or a pattern gave.
package struct FolderContent: Sendable, Hashable {
    /// In the order of their paths' octets, folder by folder.
    package var files: [FoundFile] = []
    package var skipped = SkippedFiles()
    /// Paths that could not be read, and why.
    package var unreadable: [String] = []

    package init() {}
}
