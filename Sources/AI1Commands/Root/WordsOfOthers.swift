/// Words that other wallets use on a command line, cast above all, and what stands for them here.
enum WordsOfOthers {
    /// What is said about an option that ai1 does not have.
    struct Advice: Sendable, Hashable {
        /// In place of the parser's words; nil keeps them.
        var message: String?
        let hint: String
    }

    /// The verb that does what another program's verb does, as words behind the path; nil when none is known.
    /// - Parameter path: the words before it, such as `ai1 wallet`
    static func verb(_ word: String, after path: [String]) -> String? {
        switch path {
        case ["ai1", "wallet"]: walletVerbs[word]
        case ["ai1", "wallet", "tx"]: transactionVerbs[word]
        default: nil
        }
    }

    /// Advice about an option of the wallet that does not exist. Its value is never told: it may be a secret.
    static func option(_ name: String, path: [String]) -> Advice? {
        guard path.first == "wallet" else { return nil }
        switch name {
        case "--private-key", "--private-keys", "--mnemonic", "--mnemonics", "--seed":
            return Advice(
                message: "a key is never an argument: every program on this machine could read it",
                hint: "keep it once: ai1 wallet import NAME; then --account NAME, --password-file FILE")
        case "--password", "--unsafe-password", "--new-password":
            return Advice(
                message: "a password is never an argument: every program on this machine could read it",
                hint: "--password-file FILE, --password-command COMMAND, or wait to be asked")
        case "--interactive", "--interactives": return Advice(hint: "leave it out: what is needed is asked for")
        case "--ledger", "--trezor", "--aws", "--gcp":
            return Advice(hint: "sign there what is built here: ai1 wallet tx build, then ai1 wallet tx send")
        case "--async", "--cast-async": return Advice(hint: "--confirmations 0 returns once it is sent")
        case "--data",
            "--from-file" where path.last == "sign":
            return Advice(hint: "typed data: --typed-data FILE")
        case "--value", "--to":
            return Advice(
                hint: "the amount and who gets it are words: ai1 wallet \(path.last ?? "send") 0.1eth @savings")
        default: return nil
        }
    }

    private static let walletVerbs = [
        "new": "create", "new-mnemonic": "create", "address": "show", "ls": "list", "accounts": "list",
        "rm": "remove", "delete": "remove", "mktx": "tx build", "sign-tx": "tx sign", "publish": "tx send",
        "decode-transaction": "tx decode", "change-password": "password", "decrypt-keystore": "export --private-key",
        "private-key": "export --private-key", "sign-message": "sign", "transfer": "send", "tokens": "networks token",
        "chain": "networks", "history": "tx pending", "status": "tx receipt",
    ]

    private static let transactionVerbs = [
        "mktx": "build", "publish": "send", "list": "pending", "ls": "pending", "show": "receipt", "status": "receipt",
        "wait": "receipt", "replace": "speed-up", "bump": "speed-up",
    ]
}
