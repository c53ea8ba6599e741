internal import AI1Core

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The file of `-o`: written beside its place and moved there when the answer is complete, so that a failure never spoils
/// what was there before. What is no regular file (a pipe, a device) is written directly.
struct AnswerFile {
    let path: String
    private let temporary: String?
    let stream: OutputStream

    /// - Throws: `CommandError` of code `cannotCreate`
    init(_ path: String) throws {
        self.path = path
        var facts = stat()
        let exists = stat(path, &facts) == 0
        if exists, facts.st_mode & S_IFMT == S_IFDIR {
            throw CommandError(.cannotCreate, message: "\(path) is a folder", hint: "name a file after -o")
        }
        let isDirect = exists && facts.st_mode & S_IFMT != S_IFREG
        let target = isDirect ? path : Self.resolved(path) + ".part"
        let mode: mode_t = exists ? facts.st_mode & 0o777 : 0o666
        let descriptor = open(target, O_WRONLY | O_CREAT | (isDirect ? 0 : O_TRUNC) | O_CLOEXEC, mode)
        guard descriptor >= 0 else {
            throw CommandError(
                .cannotCreate, message: "cannot create \(path): \(systemMessage(errno))",
                hint: "choose another file after -o")
        }
        temporary = isDirect ? nil : target
        stream = OutputStream(descriptor: descriptor, isTerminal: false)
    }

    /// Puts the file in its place.
    /// - Throws: `CommandError` of code `writeFailed`
    func keep() throws {
        let synced = temporary == nil || fsync(stream.descriptor) == 0
        let problem = errno
        close(stream.descriptor)
        guard synced else { throw CommandError.writing(problem, to: path) }
        if let temporary, rename(temporary, Self.resolved(path)) != 0 { throw CommandError.writing(errno, to: path) }
    }

    /// Leaves what came beside its place.
    /// - Returns: the file with the part that came; nil when nothing came
    func leavePart() -> String? {
        var facts = stat()
        let isEmpty = fstat(stream.descriptor, &facts) != 0 || facts.st_size == 0
        close(stream.descriptor)
        guard let temporary else { return nil }
        if isEmpty { unlink(temporary) }
        return isEmpty ? nil : temporary
    }

    /// The file that a symbolic link stands for, so that the link stays one.
    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
