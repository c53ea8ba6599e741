internal import AI1Core

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A stream that keeps what is written to it, and passes for a terminal: in a file that has no name.
struct CapturedOutput {
    /// The most that is read back.
    private static let limitBytes = 4 * 1_048_576

    private let file: OwnedDescriptor
    let stream: OutputStream

    /// - Throws: `CommandError` of code `cannotCreate`
    init() throws {
        var name = Array("/tmp/ai1-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else {
            throw CommandError(.cannotCreate, message: "cannot make a temporary file: \(systemMessage(errno))")
        }
        unlink(name)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        file = OwnedDescriptor(number: descriptor)
        stream = OutputStream(descriptor: descriptor, isTerminal: true)
    }

    /// What was written, line by line.
    /// - Throws: `CommandError` of code `writeFailed`
    func lines() throws -> [String] {
        var bytes = [UInt8](repeating: 0, count: Self.limitBytes)
        let count = bytes.withUnsafeMutableBytes { pread(file.number, $0.baseAddress, $0.count, 0) }
        guard count >= 0 else { throw CommandError.writing(errno, to: "a temporary file") }
        var lines = String(decoding: bytes[..<count], as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        return lines.map(String.init)
    }
}

/// A descriptor that is closed with its last owner.
final class OwnedDescriptor: Sendable {
    let number: Int32

    init(number: Int32) { self.number = number }

    deinit { close(number) }
}
