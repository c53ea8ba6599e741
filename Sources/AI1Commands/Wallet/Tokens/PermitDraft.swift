internal import AI1Chain
internal import AI1Wallet

/// Makes a permit that a token will take: its domain is tried until the hash is the one that the contract tells.
struct PermitDraft: Sendable {
    let chain: ChainDesk
    let token: Token

    /// - Throws: `ChainError`: `untrusted` when no domain has the contract's hash, `usage` for tokens without permits
    func permit(
        owner: Address, spender: Address, value: UInt256, deadline: UInt256
    ) async throws -> (Permit, TypedData) {
        let client = TokenClient(chain: chain.client)
        let separator: Hash32
        let nonce: UInt256
        do {
            separator = try await client.domainSeparator(of: token.address)
            nonce = try await client.permitNonce(of: owner, token.address)
        } catch let error as ChainError where [.reverted, .notFound, .malformed].contains(error.code) {
            throw ChainError(
                .usage, "\(token.symbol) takes no permits (EIP-2612): \(error.message)",
                hint: "ai1 wallet approve does the same with a transaction")
        }
        let name = try await client.domainName(of: token.address)
        let told = try await client.domainVersion(of: token.address)
        for version in [told, "1", "2", nil] {
            let permit = Permit(
                tokenName: name, tokenVersion: version, chainID: chain.network.chainID, token: token.address,
                owner: owner, spender: spender, value: value, nonce: nonce, deadline: deadline)
            let data = try permit.typedData()
            if data.domainSeparator == separator { return (permit, data) }
        }
        throw ChainError(
            .untrusted, "the domain of \(token.symbol) is none that its name and this chain come to",
            hint: "use another endpoint with --rpc-url, or ai1 wallet approve")
    }
}
