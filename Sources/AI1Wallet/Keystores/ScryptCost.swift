/// What scrypt (RFC 7914) may use of memory and time.
package struct ScryptCost: Sendable, Hashable {
    /// No keystore may ask for more memory: 128 · r · (n + p) octets.
    package static let maximumBytes: UInt64 = 1 << 30
    /// No keystore may ask for more work: n · r · p, 16 times that of `standard`.
    static let maximumWork: UInt64 = 1 << 25

    /// The cost in memory and time, a power of two.
    package let n: UInt64
    /// The size of a block.
    package let r: UInt32
    /// How many times, one after the other.
    package let p: UInt32

    /// What geth writes, and what new keystores get: 256 MiB, about a second.
    package static let standard = ScryptCost(unchecked: 1 << 18, 8, 1)
    /// geth's light cost: 4 MiB. For tests and machines with very little memory.
    package static let light = ScryptCost(unchecked: 1 << 12, 8, 6)

    private init(unchecked n: UInt64, _ r: UInt32, _ p: UInt32) {
        self.n = n
        self.r = r
        self.p = p
    }

    /// - Throws: `WalletError` of code `invalidKeystore` for numbers that scrypt does not allow or that ask for too much
    package init(n: UInt64, r: UInt32, p: UInt32) throws(WalletError) {
        guard n >= 2, n & (n - 1) == 0, r >= 1, p >= 1 else {
            throw WalletError(.invalidKeystore, "the keystore's scrypt parameters are not valid")
        }
        guard n <= 1 << 32, r <= 1 << 20, p <= 1 << 20,
            128 * UInt64(r) * (n + UInt64(p)) <= Self.maximumBytes + (1 << 20)
        else {
            throw WalletError(
                .invalidKeystore, "the keystore asks scrypt for more than 1 GiB of memory",
                hint: "write it again with a lower cost, with the program that made it")
        }
        guard n * UInt64(r) * UInt64(p) <= Self.maximumWork else {
            throw WalletError(
                .invalidKeystore, "the keystore asks scrypt for too much time",
                hint: "write it again with a lower cost, with the program that made it")
        }
        self.init(unchecked: n, r, p)
    }
}
