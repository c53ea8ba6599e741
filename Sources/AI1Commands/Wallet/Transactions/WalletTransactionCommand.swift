package import ArgumentParser

/// `ai1 wallet tx`: transactions in single steps.
package struct WalletTransactionCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "tx",
        abstract: "Build, decode, sign, send and watch transactions, one step at a time.",
        discussion: """
            A machine without a network can sign: what build prints is a file that sign reads, and what sign prints is sent \
            from anywhere. decode, sign and send take - and then answer every line of standard input with a line of JSON.

            Examples:
              ai1 wallet tx build 25 AI1NET @savings > tx.json
              ai1 wallet tx sign tx.json
              ai1 wallet tx send 0x02f8…
              ai1 wallet tx pending
            """,
        subcommands: [
            WalletTransactionBuildCommand.self, WalletTransactionDecodeCommand.self, WalletTransactionSignCommand.self,
            WalletTransactionSendCommand.self, WalletTransactionPendingCommand.self,
            WalletTransactionSpeedUpCommand.self, WalletTransactionCancelCommand.self,
            WalletTransactionRebroadcastCommand.self, WalletTransactionReceiptCommand.self,
        ])

    package init() {}
}
