internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// A person with a wallet that makes little work of passwords, and no network.
struct WalletHome {
    static let password = "correct horse battery"
    /// The first two accounts of the mnemonic that every test chain funds; everybody knows it.
    static let mnemonic = "test test test test test test test test test test test junk"
    static let first = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"
    static let second = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"
    static let firstKey = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"

    let user: User

    static func run(_ body: (WalletHome) async throws -> Void) async throws {
        try await asUser { user in
            try user.configure("wallet:\n  scrypt_cost: 14\n")
            try user.home.write("password", password + "\n", mode: 0o600)
            try await body(WalletHome(user: user))
        }
    }

    /// Runs `ai1 wallet …`.
    func wallet(
        _ words: String..., input: String? = nil, environment: [String: String] = [:],
        configure: (inout ProgramOptions) -> Void = { _ in }
    ) async throws -> ProgramResult {
        try await user.with(environment).ai1(
            ["wallet"] + words, input: input.map { .bytes(Array($0.utf8)) } ?? .none, configure: configure)
    }

    /// The account `name` of the mnemonic, under the password.
    func makeAccount(_ name: String = "main", index: Int = 0) async throws {
        let made = try await wallet(
            "import", name, "--mnemonic", "--index", "\(index)", "--file", "-", "--password-file", "password",
            input: Self.mnemonic + "\n")
        try #require(made.status == 0, "\(made.told)")
    }

    /// The keystore files, below the home folder.
    var keystores: [String] {
        user.files.filter { $0.hasPrefix(".local/share/ai1/wallet/keystores/") && $0.contains("/UTC--") }
    }

    /// Whether a text tells a secret of this wallet.
    static func tellsSecret(_ text: String) -> Bool {
        let lower = text.lowercased()
        return lower.contains(firstKey.dropFirst(2)) || lower.contains("test test test") || lower.contains(password)
    }
}
