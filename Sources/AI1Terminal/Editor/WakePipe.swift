#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Ends a wait in poll(2) from another thread.
final class WakePipe: Sendable {
    let reading: Int32
    private let writing: Int32

    /// - Throws: `TerminalError` when no descriptor is left
    init() throws(TerminalError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw LinePrompt.failure("make a pipe", errno) }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        reading = ends[0]
        writing = ends[1]
    }

    deinit {
        close(reading)
        close(writing)
    }

    /// A full pipe wakes as well as one octet.
    func wake() {
        var byte: UInt8 = 1
        #if canImport(Glibc)
            _ = Glibc.write(writing, &byte, 1)
        #else
            _ = Darwin.write(writing, &byte, 1)
        #endif
    }

    func drain() {
        var buffer = [UInt8](repeating: 0, count: 256)
        var count = 1
        while count > 0 {
            count = buffer.withUnsafeMutableBytes { bytes in
                #if canImport(Glibc)
                    Glibc.read(reading, bytes.baseAddress, bytes.count)
                #else
                    Darwin.read(reading, bytes.baseAddress, bytes.count)
                #endif
            }
        }
    }
}
