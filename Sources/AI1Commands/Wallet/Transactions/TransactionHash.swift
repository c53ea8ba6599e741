internal import AI1Wallet
package import ArgumentParser

/// A transaction's hash on a command line.
package struct TransactionHash: Sendable, Hashable, ExpressibleByArgument {
    let hash: Hash32

    package init?(argument: String) {
        guard let hash = Hash32(hex: argument) else { return nil }
        self.hash = hash
    }
}
