package import ArgumentParser

/// Which account a verb is for, and how its keystore is opened. Every flag beats every variable.
package struct WalletAccountOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The account, by name or address. [env: AI1_WALLET_ACCOUNT, ETH_KEYSTORE_ACCOUNT]", valueName: "name"),
        completion: WalletCompletion.accounts)
    package var account: String?

    @Option(
        help: ArgumentHelp(
            "A keystore file that is not in the wallet's folder. [env: ETH_KEYSTORE]", valueName: "path"),
        completion: .file())
    package var keystore: String?

    @Option(
        help: ArgumentHelp(
            "The account of this address; with another choice, what that account's address must be. [env: ETH_FROM]",
            valueName: "address"),
        completion: WalletCompletion.accounts)
    package var from: String?

    @OptionGroup package var password: WalletPasswordOptions

    package init() {}

    package mutating func validate() throws {
        if account != nil, keystore != nil { throw ValidationError("--account and --keystore exclude each other") }
    }
}
