internal import ArgumentParser

/// What a shell offers behind flags and verbs of the wallet. All of it is answered from files, without a network.
enum WalletCompletion {
    static let accounts = CompletionKind.shellCommand("ai1 wallet list --names 2>/dev/null")
    static let networks = CompletionKind.shellCommand("ai1 wallet networks list --names 2>/dev/null")
    /// Who can get something: contacts with their @, then the user's own accounts.
    static let people = CompletionKind.shellCommand(
        "ai1 wallet contacts list --names 2>/dev/null; ai1 wallet list --names 2>/dev/null")
    /// Transactions that are not settled as far as this machine knows.
    static let pending = CompletionKind.shellCommand("ai1 wallet tx pending --offline --hashes 2>/dev/null")
}
