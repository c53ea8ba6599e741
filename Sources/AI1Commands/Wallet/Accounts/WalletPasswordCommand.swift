internal import AI1Core
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet password`: another password for a keystore.
package struct WalletPasswordCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Change the password of an account's keystore.",
        discussion: """
            The old keystore is replaced in one step: whatever happens, the old one or the new one is there, whole. Copies \
            elsewhere, such as backups, still open with the old password.

            Examples:
              ai1 wallet password main
              ai1 wallet password bot --password-file old --new-password-file new
            """)

    @Argument(
        help: "The account, by name or address; the default one when none is named.",
        completion: WalletCompletion.accounts)
    package var name: String?

    @OptionGroup package var password: WalletPasswordOptions

    @Option(
        name: .customLong("new-password-file"),
        help: ArgumentHelp("A file whose first line is the new password, readable by you alone.", valueName: "path"),
        completion: .file())
    package var newFile: String?

    @Option(
        name: .customLong("new-password-command"),
        help: ArgumentHelp(
            "A command for /bin/sh that prints the new password on its first line.", valueName: "command"))
    package var newCommand: String?

    package init() {}

    package mutating func validate() throws {
        if newFile != nil, newCommand != nil {
            throw ValidationError("--new-password-file and --new-password-command exclude each other")
        }
    }

    package func run(_ context: CommandContext) async throws {
        ProcessHardening.apply()
        let desk = try WalletDesk(context)
        let entry = try desk.account(named: name)
        let file = try KeystoreFile(entry)
        let opened = try desk.open(file, label: entry.label, password)
        let source: PasswordSource =
            newFile.map { .file(desk.path($0)) } ?? newCommand.map { .command($0) } ?? .prompt
        let fresh = try desk.newPassword(source, label: entry.label)
        let keystore = try Keystore.seal(key: opened.key, password: fresh, cost: desk.scryptCost())
        try desk.accounts.changing {
            guard try KeystoreFile.read(file.path) == opened.keystore else {
                throw CommandError(
                    .answer(.tryLater), message: "the keystore of \(entry.label) was changed meanwhile",
                    hint: "try again with its password of now")
            }
            try file.replace(with: keystore)
        }
        try context.errors.line("the password of \(entry.label) is changed")
    }
}
