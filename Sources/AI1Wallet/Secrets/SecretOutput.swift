#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Writes secrets straight from the memory that they live in, with no buffer between.
package enum SecretOutput {
    /// Writes all octets of a secret, or a part of them.
    /// - Throws: `WalletError` of code `inputOutput`
    package static func write(_ secret: SecretBytes, range: Range<Int>? = nil, to descriptor: Int32) throws {
        try secret.withBytes { bytes in
            let range = range ?? 0..<bytes.count
            try writeAll(UnsafeRawBufferPointer(rebasing: bytes[range]), to: descriptor)
        }
    }

    /// Makes a file of mode 0600 that holds a secret and a line end, and replaces nothing.
    /// - Throws: `WalletError` of code `exists`, `cannotCreate`, `inputOutput`; no file is left then
    package static func create(_ path: String, holding secret: SecretBytes) throws {
        var descriptor: Int32
        repeat {
            descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        } while descriptor < 0 && errno == EINTR
        guard descriptor >= 0 else { throw FileFailure(errno).writing(path) }
        defer { close(descriptor) }
        do {
            // The umask may have taken bits away from the mode.
            guard fchmod(descriptor, 0o600) == 0 else { throw FileFailure(errno).writing(path) }
            try write(secret, to: descriptor)
            try withUnsafeBytes(of: UInt8(ascii: "\n")) { try writeAll($0, to: descriptor) }
            guard fsync(descriptor) == 0 else { throw FileFailure(errno).writing(path) }
        } catch {
            unlink(path)
            throw error
        }
    }

    private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws {
        var sent = 0
        while sent < bytes.count {
            let count = writeOnce(descriptor, UnsafeRawBufferPointer(rebasing: bytes[sent...]))
            if count > 0 {
                sent += count
            } else if errno == EAGAIN {
                var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&wanted, 1, -1)
            } else if errno != EINTR {
                throw WalletError(.inputOutput, "a secret could not be written")
            }
        }
    }
}

/// write(2), named apart from `SecretOutput.write`.
private func writeOnce(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
