#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A descriptor that is written to without a buffer of our own: every write is on its way when the call returns.
package struct OutputStream: Sendable {
    package let descriptor: Int32
    package let isTerminal: Bool

    package init(descriptor: Int32, isTerminal: Bool) {
        self.descriptor = descriptor
        self.isTerminal = isTerminal
    }

    package init(descriptor: Int32) {
        self.init(descriptor: descriptor, isTerminal: isatty(descriptor) == 1)
    }

    /// Writes all octets.
    /// - Throws: `CommandError` of code `readerGone` when nobody reads any more, else `writeFailed`
    package func write(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count, let base = buffer.baseAddress {
                let count = systemWrite(descriptor, base + sent, buffer.count - sent)
                if count >= 0 {
                    sent += count
                } else if errno == EAGAIN || errno == EWOULDBLOCK {
                    var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    poll(&wait, 1, -1)
                } else if errno != EINTR {
                    throw CommandError.writing(errno)
                }
            }
        }
    }

    /// Writes a text.
    /// - Throws: as `write`
    package func write(text: String) throws { try write(Array(text.utf8)) }

    /// Writes a text and a newline.
    /// - Throws: as `write`
    package func line(_ text: String) throws { try write(text: text + "\n") }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
