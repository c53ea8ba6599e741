#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A project's settings: `.ai1.yaml` in the working folder or the nearest folder above it.
struct ProjectFile {
    /// What the search found.
    enum Finding {
        case nothing
        case file(ProjectFile)
        /// There is something, and it is left alone: one line that says why.
        case passedOver(String)
    }

    static let name = ".ai1.yaml"
    /// More than any path has parts; a bound for the search.
    private static let maximumSteps = 256

    let path: String
    let bytes: [UInt8]
    let isTrusted: Bool

    /// Looks upwards, and stops after the home folder, the root of a Git work tree, or the file system's root.
    static func find(from workingFolder: String, home: String?, trust: TrustStore) -> Finding {
        var folder = workingFolder
        let realHome = home.flatMap { SystemCall.realPath($0) }
        for _ in 0..<maximumSteps {
            let path = Paths.join(folder, name)
            do {
                if let content = try FileContent.read(path, limitBytes: YAMLDocument.maximumBytes) {
                    return judge(content, path: path, trust: trust)
                }
            } catch {
                // In a folder that others can write to, they must not be able to stop ai1 with a file.
                return .passedOver(error.message)
            }
            if folder == "/" || folder == home || folder == realHome { return .nothing }
            if SystemCall.status(ofPath: Paths.join(folder, ".git")) != nil { return .nothing }
            folder = Paths.parent(of: folder)
        }
        return .nothing
    }

    private static func judge(_ content: FileContent, path: String, trust: TrustStore) -> Finding {
        let isTrusted = trust.isTrusted(path, content: content.bytes)
        // A folder from a stranger may link to any file of the user's: its lines are not for the screen.
        guard isTrusted || !SystemCall.isLink(path) else {
            return .passedOver(
                "\(Display.path(path)) not applied: it is a link and not trusted; see: ai1 route trust "
                    + Display.shellWord(path))
        }
        guard isTrusted || content.owner == geteuid() || content.owner == 0 else {
            return .passedOver(
                "\(Display.path(path)) not applied: it belongs to another user and is not trusted; see: ai1 route trust "
                    + Display.shellWord(path))
        }
        return .file(ProjectFile(path: path, bytes: content.bytes, isTrusted: isTrusted))
    }
}
