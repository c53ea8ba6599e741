internal import AI1Settings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// An error number of the system, made into the wallet's own errors.
struct FileFailure: Error, Hashable {
    let number: Int32

    init(_ number: Int32) { self.number = number }

    /// - Parameter path: nil for a descriptor that somebody else opened
    func reading(_ path: String?) -> WalletError {
        let code: WalletError.Code = number == ENOENT || number == ENOTDIR ? .notFound : .inputOutput
        let error = SystemFailure(number: number).reading(path ?? "the secret")
        return WalletError(code, error.message, hint: path == nil ? nil : error.hint)
    }

    func writing(_ path: String) -> WalletError {
        let error = SystemFailure(number: number).writing(path)
        return WalletError(number == EEXIST ? .exists : .cannotCreate, error.message, hint: error.hint)
    }
}
