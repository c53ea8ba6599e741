internal import AI1Core

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Calls of the operating system, repeated when a signal interrupts them.
enum SystemCall {
    /// The result of a call, or the error number it left.
    static func retrying(_ call: () -> Int32) -> Result<Int32, SystemFailure> {
        while true {
            let result = call()
            if result >= 0 { return .success(result) }
            let number = errno
            if number != EINTR { return .failure(SystemFailure(number: number)) }
        }
    }

    /// The current state of what an open descriptor refers to.
    static func status(of descriptor: Int32) throws(SystemFailure) -> stat {
        var status = stat()
        _ = try retrying { fstat(descriptor, &status) }.get()
        return status
    }

    /// The current state of what a path refers to, links followed; nil when nothing is there.
    static func status(ofPath path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    /// Whether the path itself is a symbolic link.
    static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// The path without links and dots; nil when nothing is there.
    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}

/// An error number of the operating system.
package struct SystemFailure: Error, Hashable {
    package let number: Int32

    package init(number: Int32) { self.number = number }

    /// The system's words, as the middle of a sentence.
    var text: String {
        let words = String(cString: strerror(number))
        guard let first = words.first, words.dropFirst().first?.isUppercase != true else { return words }
        return first.lowercased() + words.dropFirst()
    }

    /// Whether nothing is there.
    package var isMissing: Bool { number == ENOENT || number == ENOTDIR }

    /// The failure as an error of writing to a path.
    package func writing(_ path: String, _ action: String = "write") -> SettingsError {
        let code: SettingsError.Code =
            switch number {
            case EACCES, EPERM, EROFS, ENOENT, ENOTDIR, EEXIST, EISDIR, ENAMETOOLONG, ELOOP: .cannotCreate
            default: .inputOutput
            }
        let hint: String? =
            switch number {
            case ENOSPC, EDQUOT: "free some space on that disk"
            case EROFS: "the file system is read-only; AI1_HOME can name another folder"
            case EACCES, EPERM: "check who owns it and its mode, or set AI1_HOME to a folder of yours"
            default: nil
            }
        return SettingsError(code, "cannot \(action) \(Display.path(path)): \(text)", hint: hint)
    }

    /// The failure as an error of reading a path.
    package func reading(_ path: String) -> SettingsError {
        let code: SettingsError.Code = isMissing || number == EACCES ? .missing : .inputOutput
        let isForbidden = number == EACCES || number == EPERM
        return SettingsError(
            code, "cannot read \(Display.path(path)): \(text)",
            hint: isForbidden ? "check who owns it and its mode, or set AI1_HOME to a folder of yours" : nil)
    }
}
