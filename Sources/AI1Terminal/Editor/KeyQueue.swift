#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Octets between the terminal and readline.
struct KeyQueue {
    /// Octets taken by one read.
    static let maximumRead = 64 << 10

    private var bytes: [UInt8] = []
    private var index = 0

    var isEmpty: Bool { index == bytes.count }

    mutating func append(_ more: some Collection<UInt8>) {
        if isEmpty {
            bytes.removeAll(keepingCapacity: true)
            index = 0
        }
        bytes += more
    }

    mutating func next() -> UInt8? {
        guard index < bytes.count else { return nil }
        index += 1
        return bytes[index - 1]
    }

    mutating func removeAll() {
        bytes = []
        index = 0
    }

    /// What is there to be read; empty at the end, and when the terminal has gone.
    static func read(_ descriptor: Int32) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: maximumRead)
        while true {
            let count = buffer.withUnsafeMutableBytes { bytes in
                #if canImport(Glibc)
                    Glibc.read(descriptor, bytes.baseAddress, bytes.count)
                #else
                    Darwin.read(descriptor, bytes.baseAddress, bytes.count)
                #endif
            }
            if count >= 0 { return Array(buffer[..<count]) }
            if errno == EAGAIN { _ = isReadable(descriptor, milliseconds: -1) } else if errno != EINTR { return [] }
        }
    }

    /// Whether a read would return at once, now or within so many milliseconds.
    static func isReadable(_ descriptor: Int32, milliseconds: Int32) -> Bool {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&wanted, 1, milliseconds) > 0
    }
}
