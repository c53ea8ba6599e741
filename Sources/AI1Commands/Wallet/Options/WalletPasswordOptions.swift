package import ArgumentParser

/// Where the password of a keystore comes from: a file, a command, else a question on the terminal. Never an argument.
package struct WalletPasswordOptions: ParsableArguments {
    @Option(
        name: .customLong("password-file"),
        help: ArgumentHelp(
            "A file whose first line is the password, readable by you alone. [env: AI1_WALLET_PASSWORD_FILE, ETH_PASSWORD]",
            valueName: "path"),
        completion: .file())
    package var file: String?

    @Option(
        name: .customLong("password-command"),
        help: ArgumentHelp("A command for /bin/sh that prints the password on its first line.", valueName: "command"))
    package var command: String?

    package init() {}

    package mutating func validate() throws {
        if file != nil, command != nil {
            throw ValidationError("--password-file and --password-command exclude each other")
        }
    }
}
