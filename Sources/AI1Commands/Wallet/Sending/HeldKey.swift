internal import AI1Wallet
internal import Synchronization

/// A private key that signs once and is then gone from memory: what is waited for afterwards needs no key.
final class HeldKey: Sendable {
    private let key: Mutex<PrivateKey?>

    init(_ key: PrivateKey) { self.key = Mutex(key) }

    /// Signs, and lets the key go, whether it could be used or not.
    /// - Throws: `WalletError` of code `locked` the second time; what signing throws
    func sign(_ transaction: Transaction) throws -> SignedTransaction {
        let taken = key.withLock { key in
            defer { key = nil }
            return key
        }
        guard let taken else { throw WalletError(.locked, "the key has signed already") }
        defer { Wiping.wipeStack() }
        return try transaction.signed(by: taken)
    }
}
