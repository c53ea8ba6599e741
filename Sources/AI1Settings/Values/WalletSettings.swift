/// What the user's settings say about the wallet.
package struct WalletSettings: Sendable, Hashable {
    /// The network that is meant when nobody names one.
    package static let standardNetwork = "mainnet"

    /// The network that is meant when none is named.
    package var network: Sourced<String>
    /// The account that is meant when none is named.
    package var account: Sourced<String>?
    /// The most that a transaction may cost in fees at worst, in the network's own coin, as a decimal number.
    package var feeCap: Sourced<String>
    /// A shell command that prints the password of the keystores.
    package var passwordCommand: Sourced<String>?
    /// The binary logarithm of scrypt's N for new keystores.
    package var scryptCost: Sourced<Int>
}
