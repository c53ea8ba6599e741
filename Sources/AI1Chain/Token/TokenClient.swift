package import AI1Wallet

/// Asks token contracts (ERC-20). Every method throws `ChainError` and `CancellationError`: `notFound` where no contract
/// answers, `untrusted` where decimals are not the pinned ones, `malformed` where the answer has another form.
package struct TokenClient: Sendable {
    let chain: ChainClient

    package static let longestSymbol = 32
    package static let longestName = 64

    package init(chain: ChainClient) { self.chain = chain }

    /// How much of a token an account has, in the token's smallest units. The pinned decimals are held against the contract's.
    package func balance(of owner: Address, _ token: Token) async throws -> UInt256 {
        try await balances([Holding(owner: owner, token: token)])[0].get()
    }

    /// How many decimal places an amount has.
    package func decimals(of token: Address) async throws -> Int {
        try Self.decimals(await read(ERC20.decimals, [], token), of: token)
    }

    /// Holds the pinned decimals of a token against what its contract says now.
    package func checkDecimals(of token: Token) async throws {
        try Self.check(token, try await decimals(of: token.address))
    }

    /// What a token says of itself.
    package func describe(_ token: Address) async throws -> TokenDescription {
        let replies = try await chain.rpc.batch(
            [ERC20.decimals, ERC20.symbol, ERC20.name].map { Self.request($0, token) })
        let decimals = try Self.decimals(Self.data(replies[0], token), of: token)
        // A token need not have a symbol or a name (ERC-20: optional).
        let symbol = (try? Self.data(replies[1], token)).flatMap { TokenText.read($0, limit: Self.longestSymbol) }
        let name = (try? Self.data(replies[2], token)).flatMap { TokenText.read($0, limit: Self.longestName) }
        return TokenDescription(address: token, symbol: symbol ?? "", name: name ?? "", decimals: decimals)
    }

    /// The token's name as its EIP-712 domain has it, uncleaned: to be hashed, not shown.
    package func domainName(of token: Address) async throws -> String {
        try await text(ERC20.name, token)
    }

    /// The version of the token's EIP-712 domain, to be hashed, not shown; nil when it does not tell.
    package func domainVersion(of token: Address) async throws -> String? {
        do { return try await text(ERC20.version, token) } catch let error as ChainError {
            guard error.code == .reverted || error.code == .notFound else { throw error }
            return nil
        }
    }

    /// The nonce of an owner's next permit (ERC-2612).
    package func permitNonce(of owner: Address, _ token: Address) async throws -> UInt256 {
        try await number(ERC20.nonces, [.address(owner)], token)
    }

    /// The hash of the token's EIP-712 domain (ERC-2612).
    package func domainSeparator(of token: Address) async throws -> Hash32 {
        guard let hash = Hash32(try await read(ERC20.domainSeparator, [], token)) else {
            throw Self.malformed(token, ERC20.domainSeparator.name)
        }
        return hash
    }
}
