#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A temporary file without a name: nobody else can open it, and it is gone with its last descriptor, however a process ends.
struct NamelessFile: ~Copyable {
    let descriptor: Int32

    /// Holds these octets, to be read from the beginning.
    /// - Parameter folder: where temporary files lie
    /// - Throws: `ProcessError` when it cannot be made or filled
    init(holding bytes: [UInt8], in folder: String) throws(ProcessError) {
        var path = Array("\(folder)/ai1-XXXXXX".utf8CString)
        // Made with mode 0600 (POSIX).
        let file = mkstemp(&path)
        descriptor = file
        guard file >= 0 else { throw Self.failure(errno, folder) }
        unlink(path)
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        guard Self.write(bytes, to: file), lseek(file, 0, SEEK_SET) == 0 else { throw Self.failure(errno, folder) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count, let base = buffer.baseAddress {
                let count = systemWrite(file, base + done, buffer.count - done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                done += count
            }
            return true
        }
    }

    private static func failure(_ number: Int32, _ folder: String) -> ProcessError {
        ProcessError(
            .notStarted, "no temporary file can be written in \(folder)", hint: "free some space there, or set TMPDIR",
            underlying: String(cString: strerror(number)))
    }
}

private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int { write(file, buffer, count) }
