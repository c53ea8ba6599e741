package import ArgumentParser

/// `ai1 wallet`: accounts, signatures and transactions.
package struct WalletCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "wallet",
        abstract: "Keep keys, sign with them, and send tokens.",
        discussion: """
            Keys are kept in encrypted files (Web3 Secret Storage, version 3) that other wallets read too. Nothing is signed \
            that was not shown before, unless --yes says so.

            Examples:
              ai1 wallet create main
              ai1 wallet list
              ai1 wallet contacts add savings 0x70997970C51812dc3A010C7d01b50e0d17dc79C8
              ai1 wallet networks add base --rpc-url https://rpc.example.com
            """,
        subcommands: [
            WalletCreateCommand.self, WalletImportCommand.self, WalletListCommand.self, WalletShowCommand.self,
            WalletUseCommand.self, WalletPasswordCommand.self, WalletExportCommand.self, WalletRemoveCommand.self,
            WalletBalanceCommand.self, WalletSendCommand.self, WalletApproveCommand.self, WalletAllowancesCommand.self,
            WalletRevokeCommand.self, WalletPermitCommand.self, WalletTransactionCommand.self,
            WalletSignCommand.self, WalletVerifyCommand.self,
            WalletContactsCommand.self, WalletNetworksCommand.self,
        ])

    package init() {}
}
