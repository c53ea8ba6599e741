#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The file of a history, shared by sessions: every entry is appended under a lock, so that none is lost.
struct HistoryFile: Sendable {
    /// A larger file is read from its end only.
    static let maximumBytes = 16 << 20
    /// A longer entry is not kept in the file.
    static let maximumEntryBytes = 256 << 10
    /// How often a file is opened anew because another session has replaced it.
    private static let maximumTries = 16

    let path: String
    let limit: Int

    /// The entries, oldest first; none when there is no file.
    func load() -> [String] {
        guard let descriptor = open(locking: LOCK_SH, flags: O_RDONLY) else { return [] }
        defer { close(descriptor) }
        return HistoryText.decode(Self.text(descriptor), limit: limit)
    }

    /// Appends an entry; the file is made with mode 0600, and shortened when it has become half as long again as it may.
    /// - Parameter seconds: since 1970
    /// - Returns: whether it is in the file
    @discardableResult
    func append(_ entry: String, seconds: Int64) -> Bool {
        guard entry.utf8.count <= Self.maximumEntryBytes else { return false }
        guard let descriptor = open(locking: LOCK_EX, flags: O_RDWR | O_APPEND | O_CREAT) else { return false }
        defer { close(descriptor) }
        guard TerminalOutput.writeAll(Array(HistoryText.encode(entry, seconds: seconds).utf8), to: descriptor) else {
            return false
        }
        shorten(descriptor)
        return true
    }

    private func shorten(_ descriptor: Int32) {
        var facts = stat()
        // Entries are rarely shorter than this: most of the time the file need not be read.
        guard fstat(descriptor, &facts) == 0, Int(facts.st_size) > limit * 16 else { return }
        guard let text = HistoryText.trimmed(Self.text(descriptor), limit: limit, slack: limit / 2) else { return }
        var name = Array("\(path).XXXXXX".utf8CString)
        let copy = mkstemp(&name)
        guard copy >= 0 else { return }
        let isWhole = TerminalOutput.writeAll(Array(text.utf8), to: copy) && fsync(copy) == 0
        close(copy)
        if !isWhole || rename(name, path) != 0 { unlink(name) }
    }

    /// Opens the file that is at the path once the lock is had: while one waits for it another may replace the file.
    private func open(locking kind: Int32, flags: Int32) -> Int32? {
        for _ in 0..<Self.maximumTries {
            #if canImport(Glibc)
                let descriptor = Glibc.open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
            #else
                let descriptor = Darwin.open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
            #endif
            guard descriptor >= 0 else { return nil }
            while flock(descriptor, kind) != 0 {
                guard errno == EINTR else {
                    close(descriptor)
                    return nil
                }
            }
            var mine = stat()
            var named = stat()
            if fstat(descriptor, &mine) == 0, stat(path, &named) == 0, mine.st_ino == named.st_ino,
                mine.st_dev == named.st_dev
            {
                return descriptor
            }
            close(descriptor)
        }
        return nil
    }

    private static func text(_ descriptor: Int32) -> String {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { return "" }
        let size = Int(facts.st_size)
        var offset = max(0, size - maximumBytes)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count < maximumBytes {
            let count = buffer.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(offset)) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += buffer[..<count]
            offset += count
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
