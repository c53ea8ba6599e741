package import AI1Core

/// Steering the chain. All amounts are in wei or the token's smallest unit, as decimal or 0x-hex text where they may be
/// large; all throw as `rpc` does.
extension EVMNode {
    /// Gives an account coins.
    package func fund(_ address: String, wei: String) throws { try rpc("ai1_fund", [.string(address), .string(wei)]) }

    /// The balance of an account as 0x-hex.
    package func balance(_ address: String) throws -> String {
        try text("eth_getBalance", [.string(address), "latest"])
    }

    /// The next nonce of an account, without or with what waits.
    package func nonce(_ address: String, pending: Bool = false) throws -> Int {
        try quantity("eth_getTransactionCount", [.string(address), pending ? "pending" : "latest"])
    }

    /// Mines so many blocks, the first with what waits.
    package func mine(_ count: Int = 1) throws { try rpc("evm_mine", [.integer(count)]) }

    /// The number of the last block.
    package func height() throws -> Int { try quantity("eth_blockNumber") }

    /// Whether every transaction is mined at once. What waits is mined when it is turned on.
    package func setAutomine(_ on: Bool) throws { try rpc("evm_setAutomine", [.bool(on)]) }

    /// Lets the clock of the chain run ahead, and mines a block that shows it.
    package func increaseTime(seconds: Int) throws { try rpc("evm_increaseTime", [.integer(seconds)]) }

    /// The base fee of the next block, in wei.
    package func setBaseFee(wei: Int) throws { try rpc("ai1_setBaseFee", [.integer(wei)]) }

    /// Remembers the chain and the pool under a name.
    package func snapshot() throws -> String { try text("evm_snapshot") }

    /// Goes back to a snapshot: what came later never was.
    /// - Returns: whether there is such a snapshot
    @discardableResult
    package func revert(to snapshot: String) throws -> Bool {
        try rpc("evm_revert", [.string(snapshot)]).bool ?? false
    }

    /// Replaces the last blocks by empty ones, and one more.
    /// - Parameter keep: whether their transactions go back to the pool; they are lost otherwise
    package func reorganise(depth: Int, keep: Bool = true) throws {
        try rpc("ai1_reorg", [["depth": .integer(depth), "keep": .bool(keep)]])
    }

    /// Deploys the test token from the first account, which gets the whole supply.
    /// - Returns: its address in the form of EIP-55
    package func deployToken(
        name: String = "AI1 Network", symbol: String = "AI1NET", decimals: Int = 18,
        supply: String = "1000000000000000000000000000"
    ) throws -> String {
        let fields: [JSONValue] = [.string(name), .string(symbol), .integer(decimals), .string(supply)]
        return try deploy("TestToken", fields)
    }

    /// Deploys a test contract (`TestToken`, `Reverter`) from the first account.
    /// - Returns: its address in the form of EIP-55
    package func deploy(_ contract: String, _ arguments: [JSONValue] = []) throws -> String {
        try text("ai1_deploy", [.string(contract), .array(arguments)])
    }

    /// Signs and mines a transaction of one of the known accounts. Its receipt tells how it went.
    /// - Returns: its hash
    @discardableResult
    package func transact(
        from account: ChainAccount = ChainAccount.all[0], to address: String, data: String = "0x",
        wei: String = "0x0"
    ) throws -> String {
        let fields: JSONValue = [
            "from": .string(account.address), "to": .string(address), "data": .string(data), "value": .string(wei),
        ]
        return try text("eth_sendTransaction", [fields])
    }

    /// Moves tokens between accounts.
    /// - Returns: the hash of the transaction
    @discardableResult
    package func transferToken(
        _ token: String, from account: ChainAccount = ChainAccount.all[0], to address: String, amount: UInt64
    ) throws -> String {
        try transact(
            from: account, to: token,
            data: "0xa9059cbb" + Self.word(address.dropFirst(2)) + Self.word(String(amount, radix: 16)))
    }

    /// The token balance of an account: 64 hex digits after 0x.
    package func tokenBalance(_ token: String, of address: String) throws -> String {
        let call: JSONValue = [
            "to": .string(token), "data": .string("0x70a08231" + Self.word(address.dropFirst(2))),
        ]
        return try text("eth_call", [call, "latest"])
    }

    /// The receipt of a transaction; nil when no block has it.
    package func receipt(_ hash: String) throws -> JSONValue? {
        let receipt = try rpc("eth_getTransactionReceipt", [.string(hash)])
        return receipt.isNull ? nil : receipt
    }

    private static func word(_ digits: some StringProtocol) -> String {
        String(repeating: "0", count: max(0, 64 - digits.count)) + digits.lowercased()
    }
}
