internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// A person with an account, a contact and a token, on a chain of their own.
struct WalletCase: Sendable {
    static let password = "correct horse battery"
    /// Who owns the account `main`, all tokens and 10,000 coins. Everybody knows the key.
    static let owner = ChainAccount.all[0]
    /// Who `@savings` is.
    static let friend = ChainAccount.all[2]

    let user: User
    let node: EVMNode
    /// The token's address.
    let token: String

    /// The flags of a script: no question, the password from a file.
    static let script = ["--yes", "--password-file", "password"]

    /// Runs a test with a node of its own.
    static func run(
        chainID: UInt64 = 31_337, decimals: Int = 18, symbol: String = "AI1NET",
        _ body: (WalletCase) async throws -> Void
    ) async throws {
        try await asUser { user in
            let node = try await EVMNode.start(chainID: chainID)
            let token = try node.deployToken(symbol: symbol, decimals: decimals)
            let bench = WalletCase(user: user, node: node, token: token)
            try bench.configure()
            try await bench.makeAccount(in: user)
            _ = try await user.ai1("wallet", "contacts", "add", "savings", friend.address)
            try node.clearLog()
            try await body(bench)
            try await node.stop()
        }
    }

    /// Settings with the node and the token.
    func configure(rpc: [String]? = nil, chainID: UInt64? = nil) throws {
        let urls = (rpc ?? [node.url]).joined(separator: ", ")
        try user.configure(
            """
            wallet: {network: lab, scrypt_cost: 14}
            networks:
              lab:
                chain_id: \(chainID ?? node.chainID)
                rpc: [\(urls)]
                tokens:
                  AI1NET: {address: "\(token)", decimals: 18}

            """)
    }

    /// The account `main` under the password, in somebody's home.
    func makeAccount(in user: User) async throws {
        try user.home.write("password", Self.password + "\n", mode: 0o600)
        try user.home.write("key", Self.owner.keyHex + "\n", mode: 0o600)
        let made = try await user.ai1(
            "wallet", "import", "main", "--private-key", "--file", "key", "--password-file", "password")
        try #require(made.status == 0, "\(made.told)")
    }

    /// Runs `ai1 wallet …`.
    func wallet(
        _ words: String..., configure: (inout ProgramOptions) -> Void = { _ in }
    ) async throws -> ProgramResult {
        try await user.ai1(["wallet"] + words, configure: configure)
    }

    /// Sends as a script does.
    func send(_ words: String..., flags: [String] = []) async throws -> ProgramResult {
        try await user.ai1(["wallet", "send"] + words + Self.script + flags)
    }

    /// What `@savings` has of the token, in its smallest units, as 64 hexadecimal digits.
    func friendTokens() throws -> String { String(try node.tokenBalance(token, of: Self.friend.address).suffix(24)) }

    /// Looks again and again until a condition holds.
    /// - Returns: whether it came to hold within the time
    static func eventually(seconds: Int = 30, _ condition: () async throws -> Bool) async throws -> Bool {
        for _ in 0..<seconds * 10 {
            if try await condition() { return true }
            try await Task.sleep(for: .milliseconds(100))
        }
        return false
    }

    /// 24 hexadecimal digits of so many whole tokens.
    static func units(_ tokens: Int) -> String {
        let digits = String(UInt128(tokens) * 1_000_000_000_000_000_000, radix: 16)
        return String(repeating: "0", count: 24 - digits.count) + digits
    }
}
