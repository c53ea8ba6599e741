extension SettingsSchema {
    /// Chains that the wallet can talk to. They come with the user's own file alone: whoever names an endpoint decides what
    /// the wallet is told, and whoever names a token decides what is sent.
    static let networks: [SettingKey] = [
        SettingKey(
            path: ["networks", "*", "chain_id"], type: .integer(1...Int64.max),
            summary: "Its number (EIP-155), which every transaction carries and every endpoint must confirm.",
            example: "8453"),
        SettingKey(
            path: ["networks", "*", "rpc"], type: .endpoints,
            summary:
                "Its JSON-RPC endpoints; the next one is asked when one fails. Plain http is for this machine only.",
            example: "[https://rpc.example.com, https://rpc2.example.com]", isSensitive: true),
        SettingKey(
            path: ["networks", "*", "symbol"], type: .text, summary: "What its own coin is called.", example: "ETH",
            builtIn: "ETH"),
        SettingKey(
            path: ["networks", "*", "tokens", "*", "address"], type: .address,
            summary: "The contract of a token that goes by this symbol.",
            example: "0x5FbDB2315678afecb367f032d93F642f64180aa3"),
        SettingKey(
            path: ["networks", "*", "tokens", "*", "decimals"], type: .integer(0...77),
            summary: "Its decimals, as they were when the token was added; a node that says otherwise is refused.",
            example: "18"),
    ]

    /// The wallet's own settings.
    static let wallet: [SettingKey] = [
        SettingKey(
            path: ["wallet", "network"], type: .text, summary: "The network that is meant when none is named.",
            example: "base", builtIn: WalletSettings.standardNetwork, variable: "AI1_WALLET_NETWORK"),
        SettingKey(
            path: ["wallet", "account"], type: .text, summary: "The account that is meant when none is named.",
            example: "main", variable: "AI1_WALLET_ACCOUNT"),
        SettingKey(
            path: ["wallet", "fee_cap"], type: .decimal(upTo: 1_000_000),
            summary: "The most that a transaction may cost in fees at worst, in the network's own coin.",
            example: "0.05", builtIn: "0.01"),
        SettingKey(
            path: ["wallet", "password_command"], type: .text,
            summary: "A command for `/bin/sh` that prints the password of the keystores on its first line.",
            example: "pass show ai1/wallet", isSensitive: true),
        SettingKey(
            path: ["wallet", "scrypt_cost"], type: .integer(14...20),
            summary:
                "How much work a new keystore makes of trying a password: scrypt's N is 2 to the power of this, and every step "
                + "doubles the time. 18 takes about a second.",
            example: "20", builtIn: "18"),
    ]
}
