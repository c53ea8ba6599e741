internal import AI1Core
internal import AI1Engine

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension AttachmentReader {
    /// What came of opening a file.
    enum FileContent {
        /// The identity is nil for what is no regular file.
        case read([UInt8], FoundFile.Identity?)
        /// In the system's words.
        case unreadable(String)
    }

    private static let pollMilliseconds: Int32 = 100

    /// The octets of one file that must be there.
    /// - Throws: `CommandError` of code `inputMissing` or `badInput`
    func readFile(_ path: String) throws -> [UInt8] {
        switch try content(of: path) {
        case .read(let bytes, _): return bytes
        case .unreadable(let reason):
            throw CommandError(
                .inputMissing, message: "cannot read \(path): \(reason)", hint: "check the name and its mode")
        }
    }

    /// The octets of one file.
    /// - Throws: `CommandError` when they cannot be sent; `CancellationError`
    func content(of path: String) throws -> FileContent {
        // Not blocking: a pipe that nobody writes to must not hold the request up.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return .unreadable(systemMessage(errno)) }
        defer { close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0 else { return .unreadable(systemMessage(errno)) }
        if facts.st_mode & S_IFMT == S_IFDIR {
            throw CommandError(.inputMissing, message: "\(path) is a folder", hint: "name a file")
        }
        // Told from its size alone: nothing of a file that is too large is read.
        guard facts.st_size <= limits.readBytes else { throw tooLarge(path, Int(facts.st_size)) }
        var waited: Int64 = 0
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(facts.st_size) + 1)
        var piece = [UInt8](repeating: 0, count: 256 * 1_024)
        while true {
            let count = piece.withUnsafeMutableBytes { systemRead(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN {
                var wait = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
                poll(&wait, 1, Self.pollMilliseconds)
                try Task.checkCancellation()
                waited += Int64(Self.pollMilliseconds)
                guard waited <= deadlineMilliseconds else {
                    throw CommandError(
                        .answer(.tryLater), message: "\(path) sends nothing",
                        hint: "attach a file, or end what writes to it")
                }
                continue
            }
            guard count >= 0 else { return .unreadable(systemMessage(errno)) }
            if count == 0 {
                guard !bytes.isEmpty else {
                    throw CommandError(
                        .badInput, message: "\(path) is empty", hint: "leave it out, or attach another file")
                }
                let isFile = facts.st_mode & S_IFMT == S_IFREG
                return .read(
                    bytes,
                    isFile
                        ? FoundFile.Identity(device: UInt64(facts.st_dev), inode: UInt64(facts.st_ino)) : nil)
            }
            bytes.append(contentsOf: piece[..<count])
            guard bytes.count <= limits.readBytes else { throw tooLarge(path, nil) }
        }
    }

    private func tooLarge(_ path: String, _ size: Int?) -> CommandError {
        let has = size.map { "has \(AttachmentLimits.shown($0))" } ?? "is too large"
        return CommandError(
            .badInput, message: "\(path) \(has), at most \(AttachmentLimits.shown(limits.readBytes)) can be attached",
            hint: "attach a part of it, such as: head -c 1M \(path) | ai1 ask …")
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
