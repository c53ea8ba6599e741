#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A whole small file, with what the system says about it.
package struct FileContent: Sendable {
    /// The whole content.
    package let bytes: [UInt8]
    /// Permission bits.
    package let mode: UInt32
    /// The user id of its owner.
    package let owner: UInt32

    /// Whether the group or others may read it.
    package var isReadableByOthers: Bool { mode & 0o077 != 0 }

    /// Reads a regular file of at most `limitBytes`; links are followed, and the checks are of the file that was read.
    /// - Returns: nil when nothing is there
    /// - Throws: `SettingsError` of the codes `missing`, `inputOutput`, `malformed`
    package static func read(_ path: String, limitBytes: Int) throws(SettingsError) -> FileContent? {
        let descriptor: Int32
        // Not blocking: a named pipe in the place of a file must not hold the program up.
        switch SystemCall.retrying({ open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }) {
        case .success(let opened): descriptor = opened
        case .failure(let failure):
            if failure.isMissing { return nil }
            throw failure.reading(path)
        }
        defer { close(descriptor) }
        do {
            let status = try SystemCall.status(of: descriptor)
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw SettingsError(.malformed, "\(Display.path(path)) is not a file")
            }
            guard let bytes = try readAll(descriptor, limitBytes: limitBytes) else {
                throw SettingsError(
                    .malformed, "\(Display.path(path)) is larger than \(limitBytes >> 10) KiB",
                    hint: "no file of this kind is that large; check what wrote it")
            }
            return FileContent(bytes: bytes, mode: UInt32(status.st_mode) & 0o7777, owner: UInt32(status.st_uid))
        } catch let error as SettingsError {
            throw error
        } catch let failure as SystemFailure {
            throw failure.reading(path)
        } catch {
            throw SettingsError(.inputOutput, "cannot read \(Display.path(path))")
        }
    }

    private static func readAll(_ descriptor: Int32, limitBytes: Int) throws(SystemFailure) -> [UInt8]? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = chunk.withUnsafeMutableBytes { readOnce(descriptor, $0) }
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw SystemFailure(number: errno)
            }
            bytes.append(contentsOf: chunk[0..<count])
            if bytes.count > limitBytes { return nil }
        }
    }
}

/// read(2), named apart from `FileContent.read`.
private func readOnce(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}
