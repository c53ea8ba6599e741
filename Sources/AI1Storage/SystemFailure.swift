#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A failed system call.
struct SystemFailure {
    let number: Int32

    /// The error that says what was being done to which file.
    func error(_ action: String, _ path: String) -> StorageError {
        let cause = String(cString: strerror(number)).lowercased()
        let code: StorageError.Code =
            switch number {
            case ENOSPC, EDQUOT: .diskFull
            case EROFS, EACCES, EPERM: .readOnly
            case ENOENT, ENOTDIR, EISDIR, ELOOP, EMFILE, ENFILE: .cannotCreate
            default: .inputOutput
            }
        return StorageError(
            code, message: "cannot \(action) \(path): \(cause)",
            hint: code == .diskFull ? "make room on that disk" : "check the folder, or set AI1_HOME to another")
    }
}
