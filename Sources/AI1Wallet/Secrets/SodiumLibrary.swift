internal import CSodium

/// libsodium, made ready once in a process.
enum SodiumLibrary {
    private static let isReady = sodium_init() >= 0

    /// - Throws: `WalletError` of code `system` when the system has no randomness to give
    static func start() throws(WalletError) {
        guard isReady else { throw WalletError(.system, "libsodium cannot start: the system gives no randomness") }
    }
}
