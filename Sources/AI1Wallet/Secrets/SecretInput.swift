#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Reads secrets from descriptors and files straight into memory for secrets, with no buffer between.
package enum SecretInput {
    /// No password, key or mnemonic is longer.
    package static let limitBytes = 4 << 10

    /// Reads to the end. One line end there (LF or CR LF) is no part of the secret.
    /// - Throws: `WalletError` of code `malformed` when there are more than `limitBytes`, `inputOutput`, `system`
    package static func read(descriptor: Int32, limitBytes: Int = limitBytes) throws -> SecretBytes {
        // One octet for the line end, one for CR, one to see that there is more.
        try SecretBytes(capacity: limitBytes + 3) { memory in
            var count = 0
            while count < memory.count {
                let got = try readSome(descriptor, UnsafeMutableRawBufferPointer(rebasing: memory[count...]))
                if got == 0 { break }
                count += got
            }
            count = withoutLineEnd(memory, count)
            guard count <= limitBytes else { throw tooLong(limitBytes) }
            return count
        }
    }

    /// Reads up to the first line end and no further, an octet at a time: what follows belongs to another reader.
    /// - Returns: nil at the end of input
    /// - Throws: `WalletError` of code `malformed` when the line is longer than `limitBytes`, `inputOutput`, `system`
    package static func readLine(descriptor: Int32, limitBytes: Int = limitBytes) throws -> SecretBytes? {
        var isAtEnd = false
        let line = try SecretBytes(capacity: limitBytes + 2) { memory in
            var count = 0
            while true {
                guard count < memory.count else { throw tooLong(limitBytes) }
                let next = UnsafeMutableRawBufferPointer(rebasing: memory[count..<count + 1])
                guard try readSome(descriptor, next) > 0 else {
                    isAtEnd = count == 0
                    break
                }
                count += 1
                if memory[count - 1] == 0x0A { break }
            }
            count = withoutLineEnd(memory, count)
            guard count <= limitBytes else { throw tooLong(limitBytes) }
            return count
        }
        return isAtEnd ? nil : line
    }

    /// Reads a whole file, or a named pipe to its end; one line end there is no part of the secret.
    /// - Throws: `WalletError` of code `notFound`, `malformed`, `inputOutput`, `system`
    package static func read(file path: String, limitBytes: Int = limitBytes) throws -> SecretBytes {
        var descriptor: Int32
        repeat { descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY) } while descriptor < 0 && errno == EINTR
        guard descriptor >= 0 else { throw FileFailure(errno).reading(path) }
        defer { close(descriptor) }
        return try read(descriptor: descriptor, limitBytes: limitBytes)
    }

    private static func readSome(_ descriptor: Int32, _ memory: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = readOnce(descriptor, memory)
            if count >= 0 { return count }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                _ = poll(&waiting, 1, -1)
            default: throw FileFailure(errno).reading(nil)
            }
        }
    }

    private static func withoutLineEnd(_ memory: UnsafeMutableRawBufferPointer, _ count: Int) -> Int {
        guard count > 0, memory[count - 1] == 0x0A else { return count }
        return count > 1 && memory[count - 2] == 0x0D ? count - 2 : count - 1
    }

    private static func tooLong(_ limitBytes: Int) -> WalletError {
        WalletError(
            .malformed, "the secret is longer than \(limitBytes) octets", hint: "check that it is the right file")
    }
}

/// read(2), named apart from `SecretInput.read`.
private func readOnce(_ descriptor: Int32, _ memory: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, memory.baseAddress, memory.count)
}
