internal import AI1Core

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A small file that the user named.
enum InputFile {
    /// - Throws: `CommandError` of code `inputMissing` or `badInput`
    static func read(_ path: String, limit: Int) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path, errno) }
        defer { close(descriptor) }
        return try read(descriptor: descriptor, limit: limit, path)
    }

    /// - Parameter name: what the descriptor is to a person
    /// - Throws: as above
    static func read(descriptor: Int32, limit: Int, _ name: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress!, $0.count) }
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(name, errno)
            }
            bytes += buffer[..<count]
            guard bytes.count <= limit else {
                throw CommandError(
                    .badInput, message: "\(TerminalCleaner.cleanLine(name)) is larger than \(limit / 1_048_576) MiB",
                    hint: "name another file")
            }
        }
    }

    private static func failure(_ name: String, _ number: Int32) -> CommandError {
        CommandError(
            .inputMissing, message: "cannot read \(TerminalCleaner.cleanLine(name)): \(systemMessage(number))",
            hint: "name a file that can be read")
    }
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, bytes, count)
}
