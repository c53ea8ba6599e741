#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Folders for the user alone.
package enum Directory {
    /// Makes a folder and what is missing above it, each with mode 0700 from the start; one that exists stays as it is.
    /// - Throws: `SettingsError` of the codes `cannotCreate` and `inputOutput`
    package static func ensure(_ path: String) throws(SettingsError) {
        if isFolder(path) { return }
        let parent = Paths.parent(of: path)
        // A folder at the top of the file system is never ai1's to make: `/nonexistent` stands for "no home".
        if parent == "/" { throw SystemFailure(number: ENOENT).writing(path, "create the folder") }
        if parent != path, parent != "." { try ensure(parent) }
        switch SystemCall.retrying({ mkdir(path, 0o700) }) {
        case .success: return
        case .failure(let failure):
            // Another process may have been faster.
            if failure.number == EEXIST, isFolder(path) { return }
            let cause = failure.number == EEXIST ? SystemFailure(number: ENOTDIR) : failure
            throw cause.writing(path, "create the folder")
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        guard let status = SystemCall.status(ofPath: path) else { return false }
        return status.st_mode & S_IFMT == S_IFDIR
    }
}
