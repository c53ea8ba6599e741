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
        let mode: mode_t = exists ? facts.st_mode & 0o777 : 0o666
        let descriptor: Int32
        if isDirect {
            temporary = nil
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
        } else {
            // A name of its own, so that two runs never write into one file and no planted link is followed.
            let name =
                Self.resolved(path) + "." + hexadecimal(UInt64.random(in: 0...UInt64.max) >> 32, width: 8) + ".part"
            temporary = name
            descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        }
        guard descriptor >= 0 else {
            throw CommandError(
                .cannotCreate, message: "cannot create \(path): \(systemMessage(errno))",
                hint: "choose another file after -o")
        }
        stream = OutputStream(descriptor: descriptor)
    }

    /// Puts the file in its place.
    /// - Throws: `CommandError` of code `writeFailed`
    func keep() throws {
        // On failure the descriptor stays open for `leavePart`.
        guard temporary == nil || fsync(stream.descriptor) == 0 else { throw CommandError.writing(errno, to: path) }
        if let temporary, rename(temporary, Self.resolved(path)) != 0 { throw CommandError.writing(errno, to: path) }
        close(stream.descriptor)
    }

    /// Leaves what came beside its place.
    /// - Returns: the file with the part that came; nil when nothing came
    func leavePart() -> String? {
        var facts = stat()
        let isEmpty = fstat(stream.descriptor, &facts) != 0 || facts.st_size == 0
        close(stream.descriptor)
        guard let temporary else { return nil }
        if isEmpty {
            unlink(temporary)
            return nil
        }
        let part = Self.resolved(path) + ".part"
        return rename(temporary, part) == 0 ? part : temporary
    }

    /// Removes what came: only the whole is of use.
    func discard() {
        close(stream.descriptor)
        if let temporary { unlink(temporary) }
    }

    /// The file that a symbolic link stands for, so that the link stays one.
    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
