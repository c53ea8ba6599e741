#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Reads the files of a folder, or those of a pattern, that are worth sending: no hidden ones, nothing that git ignores, no
/// links, and of a folder only texts. Names are taken in the order of their octets.
package struct FolderReader: Sendable {
    private let folder: String
    private let glob: FileGlob?
    private let limits: FolderLimits

    /// All texts of a folder.
    package init(folder: String, limits: FolderLimits = FolderLimits()) {
        self.folder = folder
        self.limits = limits
        glob = nil
    }

    /// All files of a pattern that can be sent, images and PDF files with them.
    package init(_ glob: FileGlob, limits: FolderLimits = FolderLimits()) {
        folder = glob.folder
        self.glob = glob
        self.limits = limits
    }

    /// Reads it. Files that cannot be read are named in the result.
    /// - Throws: `AttachmentError`
    package func read() throws(AttachmentError) -> FolderContent {
        guard let top = FileDescriptor(path: folder) else { throw unreadable(errno) }
        guard top.facts?.isFolder == true else { throw unreadable(ENOTDIR) }
        let (rules, path) = try IgnoreRules.above(folder, limit: limits.ruleBytes)
        var walk = FolderWalk(
            label: folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/", above: path, glob: glob,
            limits: limits)
        try walk.visit(top, [], rules)
        return walk.content
    }

    private func unreadable(_ number: Int32) -> AttachmentError {
        AttachmentError(
            .unreadable, message: "cannot read \(folder): \(String(cString: strerror(number)).lowercased())",
            hint: "check the name and its mode")
    }
}
