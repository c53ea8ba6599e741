internal import AI1Storage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The folder with a file for each request under way. The file is locked by the process that owns the request, and says how
/// far it has come; the lock goes with the process, whatever ends it.
package struct InflightFolder: Sendable {
    /// How often a lock that is taken is tried again.
    private static let lockTries = 25

    package let path: String

    package init(_ path: String) { self.path = path }

    /// Makes and locks the file of a request, before its hold is made.
    /// - Throws: `LedgerError`
    package func begin(_ id: LedgerID) throws -> InflightFile {
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw failure("make the folder") }
        let name = file(id)
        var tries = 0
        while true {
            let descriptor = open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else { throw failure("make a file in") }
            if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
                let number = errno
                close(descriptor)
                guard number == EINTR || number == EWOULDBLOCK else { throw failure("lock a file in") }
                tries += 1
                // A sweeper may have it for a moment.
                if number == EINTR || tries < Self.lockTries {
                    usleep(2_000)
                    continue
                }
                throw LedgerError(
                    .holdClosed, message: "another process is at work on the request \(id)",
                    hint: "wait until it is done")
            }
            // A sweeper may have removed it between the two calls.
            guard isAt(name, descriptor) else {
                close(descriptor)
                continue
            }
            let file = InflightFile(descriptor: descriptor, path: name)
            guard file.reserve() else {
                let error = failure("write a file in")
                file.remove()
                throw error
            }
            return file
        }
    }

    /// What became of a request's owner.
    package enum Claim: Sendable {
        /// It lives, or nobody can tell.
        case alive
        /// It is gone; the file is ours now.
        case orphan(InflightFile)
        /// There is no file.
        case missing
    }

    /// Takes over the file of a request whose owner is gone.
    package func claim(_ id: LedgerID) -> Claim { claim(file(id)) }

    private func claim(_ name: String) -> Claim {
        let descriptor = open(name, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return errno == ENOENT ? .missing : .alive }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, isAt(name, descriptor) else {
            close(descriptor)
            return .alive
        }
        return .orphan(InflightFile(descriptor: descriptor, path: name))
    }

    /// Removes files without a hold: their owners died before it was made.
    /// - Parameter isOpen: whether a hold of that name is open; asked while its file is locked
    package func removeLeftovers(isOpen: (LedgerID) throws -> Bool) rethrows {
        guard let folder = opendir(path) else { return }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let id = LedgerID(name), case .orphan(let file) = claim(path + "/" + name) else { continue }
            if try isOpen(id) { file.release() } else { file.remove() }
        }
    }

    private func file(_ id: LedgerID) -> String { path + "/" + id.description }

    /// Whether a name still leads to an open file.
    private func isAt(_ name: String, _ descriptor: Int32) -> Bool {
        var named = stat()
        var opened = stat()
        return stat(name, &named) == 0 && fstat(descriptor, &opened) == 0 && named.st_ino == opened.st_ino
            && named.st_dev == opened.st_dev
    }

    private func failure(_ action: String) -> LedgerError {
        let number = errno
        let code: StorageError.Code =
            switch number {
            case ENOSPC, EDQUOT: .diskFull
            case EROFS, EACCES, EPERM: .readOnly
            default: .cannotCreate
            }
        return LedgerError(
            .storage(code), message: "cannot \(action) \(path): \(String(cString: strerror(number)).lowercased())",
            hint: "check the folder, or set AI1_HOME to another")
    }
}
