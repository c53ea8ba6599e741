internal import AI1TestSupport

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The whole memory of a running program, as root's debugger writes it to a file: with the pages too that a program asks to
/// be left out of dumps.
final class MemoryDump: Sendable {
    private static let debugger = "/usr/bin/gdb"

    /// Why no dump can be taken here; nil when one can.
    static var obstacle: String? {
        if access(debugger, X_OK) != 0 { return "gdb is not installed" }
        return geteuid() == 0 ? nil : "only root may look into other programs"
    }

    private let base: Int
    let count: Int

    /// Stops the program for a moment, and copies its memory.
    /// - Throws: `ProgramError` when gdb cannot
    init(of program: RunningProgram, in folder: TemporaryFolder) async throws {
        let path = folder.path("core")
        let words = [
            "--batch", "--nx", "-p", "\(program.processID)", "-ex", "set dump-excluded-mappings on", "-ex",
            "set use-coredump-filter off", "-ex", "gcore \(path)",
        ]
        var options = ProgramOptions(environment: ["PATH": "/usr/bin:/bin", "HOME": folder.path])
        options.timeoutSeconds = 120
        let result = try await Program.run(path: Self.debugger, words, options: options)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ProgramError("gdb made no dump: \(result.errorText.suffix(600))") }
        defer {
            close(descriptor)
            unlink(path)
        }
        let size = Int(lseek(descriptor, 0, SEEK_END))
        guard size > 0, let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else {
            throw ProgramError("the dump cannot be read")
        }
        base = Int(bitPattern: memory)
        count = size
    }

    deinit { munmap(UnsafeMutableRawPointer(bitPattern: base), count) }

    /// Whether these octets are anywhere in it.
    func contains(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, bytes.count <= count, let base = UnsafeRawPointer(bitPattern: base) else {
            return false
        }
        var offset = 0
        while let found = memchr(base + offset, Int32(first), count - bytes.count + 1 - offset) {
            if memcmp(found, bytes, bytes.count) == 0 { return true }
            offset = base.distance(to: found) + 1
            if offset > count - bytes.count { return false }
        }
        return false
    }

    func contains(_ text: String) -> Bool { contains(Array(text.utf8)) }
}
