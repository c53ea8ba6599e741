#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The words of the command line.
struct Words {
    let all: [String]

    init(_ all: [String]) { self.all = all }

    func text(_ index: Int, _ name: String) throws -> String {
        guard index < all.count else { throw UsageError(message: "\(name) is missing") }
        return all[index]
    }

    func number(_ index: Int, _ name: String) throws -> Int {
        guard let number = Int(try text(index, name)) else { throw UsageError(message: "\(name) is no number") }
        return number
    }

    /// What follows a flag; nil without it.
    func option(_ flag: String) -> String? {
        guard let index = all.firstIndex(of: flag), index + 1 < all.count else { return nil }
        return all[index + 1]
    }
}

/// The command line is not as it should be.
struct UsageError: Error {
    let message: String
}

/// Lines to and from the process that drives this one.
enum Console {
    /// Writes a line at once, so that it is told even if this process is killed next.
    static func say(_ line: String) { put(line, to: 1) }

    static func complain(_ code: String, _ message: String, _ underlying: String?) {
        put("error \(code): \(message)\(underlying.map { " [\($0)]" } ?? "")", to: 2)
    }

    /// Waits for one octet, or the end of the input.
    static func wait() {
        var octet: UInt8 = 0
        _ = read(0, &octet, 1)
    }

    /// Whether the input has ended or says something.
    static var isCalled: Bool {
        var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        return poll(&input, 1, 0) > 0
    }

    private static func put(_ line: String, to descriptor: Int32) {
        var bytes = Array((line + "\n").utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}

/// Small files and folders.
enum Disk {
    static func makeFolder(_ path: String) { _ = mkdir(path, 0o700) }

    static func size(_ path: String) -> Int64? {
        var facts = stat()
        return stat(path, &facts) == 0 ? Int64(facts.st_size) : nil
    }

    static func bytes(_ path: String) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        // Not by its size: files of the kernel have none.
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return bytes }
            bytes += piece[..<count]
        }
    }

    static func text(_ path: String) -> String { String(decoding: bytes(path), as: UTF8.self) }

    /// Writes a file anew.
    /// - Returns: whether all of it was written
    @discardableResult
    static func put(_ bytes: [UInt8], at path: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
