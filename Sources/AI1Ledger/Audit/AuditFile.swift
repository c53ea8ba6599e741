internal import AI1Storage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Small files beside the ledger: read whole, made once, appended to.
enum AuditFile {
    /// The whole file, or its last octets; nil when there is none.
    /// - Throws: `LedgerError` when it is there and cannot be read
    static func read(_ path: String, last limit: Int = .max) throws -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno == ENOENT || errno == ENOTDIR else { throw failure("read", path) }
            return nil
        }
        defer { close(descriptor) }
        let size = Int(lseek(descriptor, 0, SEEK_END))
        guard size >= 0 else { throw failure("read", path) }
        var bytes = [UInt8](repeating: 0, count: min(size, limit))
        var done = 0
        while done < bytes.count {
            let offset = off_t(size - bytes.count + done)
            let count = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress! + done, $0.count - done, offset)
            }
            guard count >= 0 else { throw failure("read", path) }
            if count == 0 { break }
            done += count
        }
        return Array(bytes[..<done])
    }

    /// Adds a line that survives a power cut. Inside the gate. What a writer that died, or a full disk, left of a line is
    /// taken away.
    /// - Throws: `LedgerError`
    static func append(_ line: [UInt8], to path: String) throws {
        try makeFolder(of: path)
        let whole = try wholeLines(path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure("open", path) }
        defer { close(descriptor) }
        guard ftruncate(descriptor, off_t(whole)) == 0 else { throw failure("write", path) }
        let bytes = line + [UInt8(ascii: "\n")]
        guard pwrite(descriptor, bytes, bytes.count, off_t(whole)) == bytes.count, fsync(descriptor) == 0 else {
            let error = failure("write", path)
            _ = ftruncate(descriptor, off_t(whole))
            throw error
        }
    }

    /// The octets up to the end of the last whole line.
    private static func wholeLines(_ path: String) throws -> Int {
        guard let size = size(path), size > 0 else { return 0 }
        guard try read(path, last: 1)?.last != UInt8(ascii: "\n") else { return Int(size) }
        let content = try read(path) ?? []
        return (content.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    }

    /// Makes a file with its content, whole or not at all.
    /// - Returns: false when there is one already, which is left as it is
    /// - Throws: `LedgerError`
    static func make(_ path: String, _ bytes: [UInt8]) throws -> Bool {
        try makeFolder(of: path)
        let temporary = path + ".new-\(getpid())"
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure("make", path) }
        defer {
            close(descriptor)
            unlink(temporary)
        }
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            throw failure("write", path)
        }
        guard link(temporary, path) != 0 else {
            syncFolder(of: path)
            return true
        }
        guard errno == EEXIST else { throw failure("make", path) }
        return false
    }

    /// Makes the folder that a file belongs to, when only that one is missing.
    static func makeFolder(of path: String) throws {
        let folder = folder(of: path)
        guard access(folder, F_OK) != 0 else { return }
        // A folder at the top of the file system is never ours to make: `/nonexistent` stands for "no home".
        if Self.folder(of: folder) != "/" { try makeFolder(of: folder) }
        guard mkdir(folder, 0o700) != 0, errno != EEXIST else { return }
        throw failure("make", folder)
    }

    /// Makes names in a file's folder survive a power cut.
    static func syncFolder(of path: String) {
        let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        close(descriptor)
    }

    /// Makes a file's content survive a power cut.
    /// - Throws: `LedgerError`
    static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("sync", path) }
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Whether two paths lead to one file.
    static func isSame(_ first: String, _ second: String) -> Bool {
        var left = stat()
        var right = stat()
        guard stat(first, &left) == 0, stat(second, &right) == 0 else { return false }
        return left.st_dev == right.st_dev && left.st_ino == right.st_ino
    }

    /// The octets of a file; nil when there is none.
    static func size(_ path: String) -> Int64? {
        var facts = stat()
        return stat(path, &facts) == 0 ? Int64(facts.st_size) : nil
    }

    /// The error of the last system call.
    static func failure(_ action: String, _ path: String) -> LedgerError {
        let number = errno
        let code: StorageError.Code =
            switch number {
            case ENOSPC, EDQUOT: .diskFull
            case EROFS, EACCES, EPERM: .readOnly
            case EEXIST, ENOENT, ENOTDIR, EISDIR, ELOOP: .cannotCreate
            default: .inputOutput
            }
        return LedgerError(
            .storage(code), message: "cannot \(action) \(path): \(String(cString: strerror(number)).lowercased())")
    }
}
