internal import AI1Core
internal import AI1Settings
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet export`: a copy of an account's key.
package struct WalletExportCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print or save an account's keystore, or its private key.",
        discussion: """
            The keystore stays under its password; every wallet that reads version 3 opens it. The private key itself is \
            shown on a terminal after a typed yes, or written into a new file that you alone can read; never into a pipe.

            Examples:
              ai1 wallet export main > main.json
              ai1 wallet export main --to /media/stick/main.json
              ai1 wallet export main --private-key
            """)

    @Argument(
        help: "The account, by name or address; the default one when none is named.",
        completion: WalletCompletion.accounts)
    package var name: String?

    @Option(help: ArgumentHelp("Write to this new file, with mode 0600.", valueName: "file"), completion: .file())
    package var to: String?

    @Flag(name: .customLong("private-key"), help: "The private key itself.")
    package var privateKey = false

    @OptionGroup package var password: WalletPasswordOptions

    package init() {}

    package func run(_ context: CommandContext) async throws {
        ProcessHardening.apply()
        let desk = try WalletDesk(context)
        let entry = try desk.account(named: name)
        if privateKey { return try exportKey(of: entry, desk) }
        let bytes = try KeystoreFile.read(entry.keystorePath()).encoded + [0x0A]
        guard let to else { return try context.output.write(bytes) }
        let path = desk.path(to)
        try PrivateCopy.create(path, holding: bytes)
        try context.errors.line("saved to \(Display.path(path))")
    }

    private func exportKey(of entry: AccountEntry, _ desk: WalletDesk) throws {
        guard let to else {
            guard desk.context.output.isTerminal, desk.context.isInteractive else {
                throw CommandError(
                    .usage, message: "a private key is shown on a terminal alone",
                    hint: "or write it to a file: --to FILE")
            }
            desk.warn("who sees the private key of \(entry.label) has all that is in the account, for ever")
            try desk.demandYes("Type yes to show it:", isGiven: false, refusal: "the key was not shown")
            let text = try desk.unlock(entry, password).hexText()
            try SecretOutput.write(text, to: desk.context.output.descriptor)
            return try desk.context.output.write(text: "\n")
        }
        let path = desk.path(to)
        let text = try desk.unlock(entry, password).hexText()
        try SecretOutput.create(path, holding: text)
        try desk.context.errors.line("the private key of \(entry.label) is in \(Display.path(path)), unencrypted")
    }
}
