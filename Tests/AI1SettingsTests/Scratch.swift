import AI1Core
import AI1Settings

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A folder of a test's own that vanishes with it.
final class Scratch: Sendable {
    let path: String

    init() {
        var template = Array("/tmp/ai1-settings-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { fatalError("no temporary folder") }
        path = realPath(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    deinit { Self.remove(path) }

    /// The path of something in the folder.
    func file(_ name: String) -> String { path + "/" + name }

    /// Writes a file, with the folders above it.
    @discardableResult
    func write(_ text: String, to name: String, mode: UInt32 = 0o600) -> String {
        write(Array(text.utf8), to: name, mode: mode)
    }

    @discardableResult
    func write(_ bytes: [UInt8], to name: String, mode: UInt32 = 0o600) -> String {
        makeFolders(for: name)
        let place = file(name)
        let descriptor = open(place, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { Self.put(descriptor, $0, offset) }
            guard count > 0 else { fatalError("cannot write \(place)") }
            offset += count
        }
        close(descriptor)
        chmod(place, mode_t(mode))
        return place
    }

    func makeFolder(_ name: String) {
        makeFolders(for: name + "/x")
    }

    func link(_ name: String, to target: String) {
        makeFolders(for: name)
        symlink(target, file(name))
    }

    func text(_ name: String) -> String { String(decoding: Self.content(file(name)), as: UTF8.self) }

    func mode(_ name: String) -> UInt32 {
        var status = stat()
        guard stat(file(name), &status) == 0 else { return 0 }
        return UInt32(status.st_mode) & 0o7777
    }

    /// Names in a subfolder, sorted.
    func names(in name: String) -> [String] { Self.names(file(name)).sorted() }

    /// Paths of ai1 that lie in this folder.
    var paths: Paths { Paths(environment: ["AI1_HOME": file("home"), "HOME": path]) }

    private func makeFolders(for name: String) {
        var place = path
        for part in name.split(separator: "/").dropLast() {
            place += "/" + part
            mkdir(place, 0o700)
        }
    }

    private static func put(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer, _ offset: Int) -> Int {
        writeOnce(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
    }

    private static func content(_ path: String) -> [UInt8] {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: chunk[0..<count])
        }
    }

    private static func names(_ path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private static func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in names(path) { remove(path + "/" + name) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}

private func realPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
}

private func writeOnce(_ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, start, count)
}

/// The error of a call, or nil.
func failure<Value>(of body: () throws -> Value) -> SettingsError? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? SettingsError
    }
}

/// A small generator with a seed, so that a failing run can be repeated (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// A runner that knows what it will be asked and fails at anything else.
struct ScriptedRunner: CommandRunner {
    struct Unexpected: Error {}

    var results: [String: CommandResult] = [:]

    func run(_ command: ShellCommand) async throws -> CommandResult {
        guard let result = results[command.line] else { throw Unexpected() }
        return result
    }
}
