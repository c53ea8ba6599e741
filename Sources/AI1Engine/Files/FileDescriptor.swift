#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// An open file or folder, closed when it goes out of use.
final class FileDescriptor {
    let number: Int32
    private static let pieceBytes = 1 << 18

    /// What a name in a folder is, without following a link.
    struct Facts {
        var isFolder: Bool { mode == S_IFDIR }
        var isFile: Bool { mode == S_IFREG }
        var isLink: Bool { mode == S_IFLNK }
        let mode: mode_t
        let size: Int
        let identity: FoundFile.Identity

        init(_ status: stat) {
            mode = status.st_mode & S_IFMT
            size = Int(status.st_size)
            identity = FoundFile.Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
        }
    }

    /// Takes over an open descriptor.
    init(_ number: Int32) { self.number = number }

    /// Opens a path that a person named: links are followed.
    /// - Returns: nil, with `errno` set, when it cannot be opened
    init?(path: String) {
        number = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if number < 0 { return nil }
    }

    /// Opens a name in a folder. Links are not followed, and nothing waits for a writer.
    /// - Returns: nil, with `errno` set, when it cannot be opened
    init?(in folder: FileDescriptor, _ name: [UInt8]) {
        number = Self.named(name) { openat(folder.number, $0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW) }
        if number < 0 { return nil }
    }

    deinit { if number >= 0 { close(number) } }

    /// Nil, with `errno` set, when the system does not say.
    var facts: Facts? {
        var status = stat()
        return fstat(number, &status) == 0 ? Facts(status) : nil
    }

    /// What a name in this folder is.
    func facts(of name: [UInt8]) -> Facts? {
        var status = stat()
        let result = Self.named(name) { fstatat(number, $0, &status, AT_SYMLINK_NOFOLLOW) }
        return result == 0 ? Facts(status) : nil
    }

    /// Calls the system with a name that ends with NUL.
    private static func named(_ name: [UInt8], _ call: (UnsafePointer<CChar>) -> Int32) -> Int32 {
        let text = name.map { CChar(bitPattern: $0) } + [0]
        return text.withUnsafeBufferPointer { buffer in buffer.baseAddress.map(call) ?? -1 }
    }

    /// The names in this folder but `.` and `..`, sorted by their octets.
    /// - Returns: nil, with `errno` set, when it cannot be read; one name more than `limit` when there are more
    func names(limit: Int) -> [[UInt8]]? {
        let copy = fcntl(number, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { return nil }
        guard let stream = fdopendir(copy) else {
            close(copy)
            return nil
        }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while names.count <= limit {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { return nil }
                break
            }
            let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
            let text = UnsafeRawPointer(entry).advanced(by: offset)
            let length = strlen(text.assumingMemoryBound(to: CChar.self))
            let name = Array(UnsafeRawBufferPointer(start: text, count: length))
            if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
        }
        names.sort { $0.lexicographicallyPrecedes($1) }
        return names
    }

    /// Appends what comes next, up to a total length.
    /// - Returns: false, with `errno` set, when it cannot be read
    func read(into bytes: inout [UInt8], upTo total: Int) -> Bool {
        guard bytes.count < total else { return true }
        var piece = [UInt8](repeating: 0, count: min(total - bytes.count, Self.pieceBytes))
        while bytes.count < total {
            let wanted = min(total - bytes.count, piece.count)
            let count = piece.withUnsafeMutableBytes { systemRead(number, $0.baseAddress, wanted) }
            if count == 0 { return true }
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            bytes.append(contentsOf: piece[..<count])
        }
        return true
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
