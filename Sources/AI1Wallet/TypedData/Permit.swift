internal import AI1Core

/// An owner's permission, signed without a transaction, that a spender may take tokens: ERC-2612.
package struct Permit: Sendable, Hashable {
    /// The token's name, and version if it has one, in its EIP-712 domain.
    package let tokenName: String
    package let tokenVersion: String?
    package let chainID: UInt64
    /// The token's contract.
    package let token: Address
    package let owner: Address
    package let spender: Address
    /// In the token's smallest units.
    package let value: UInt256
    /// The owner's next nonce by the token's `nonces`.
    package let nonce: UInt256
    /// Seconds since 1970 until which it may be handed in.
    package let deadline: UInt256

    static let encodedType = "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"

    package init(
        tokenName: String, tokenVersion: String?, chainID: UInt64, token: Address, owner: Address, spender: Address,
        value: UInt256, nonce: UInt256, deadline: UInt256
    ) {
        self.tokenName = tokenName
        self.tokenVersion = tokenVersion
        self.chainID = chainID
        self.token = token
        self.owner = owner
        self.spender = spender
        self.value = value
        self.nonce = nonce
        self.deadline = deadline
    }

    /// The permit that typed data is; nil when it is another type, or its domain names no token and chain.
    package init?(_ data: TypedData) {
        guard data.encodedType == Self.encodedType, let name = data.domain["name"]?.string, let chainID = data.chainID,
            let token = data.verifyingContract, let owner = data.message["owner"]?.address,
            let spender = data.message["spender"]?.address, let value = data.message["value"]?.uint,
            let nonce = data.message["nonce"]?.uint, let deadline = data.message["deadline"]?.uint
        else { return nil }
        self.init(
            tokenName: name, tokenVersion: data.domain["version"]?.string, chainID: chainID, token: token, owner: owner,
            spender: spender, value: value, nonce: nonce, deadline: deadline)
    }

    /// What the owner signs.
    /// - Throws: `WalletError`
    package func typedData() throws -> TypedData {
        var domain: JSONObject = ["name": .string(tokenName)]
        if let tokenVersion { domain["version"] = .string(tokenVersion) }
        domain["chainId"] = .string(UInt256(chainID).decimal)
        domain["verifyingContract"] = .string(token.checksummed)
        let members: [JSONValue] = [
            ["name": "owner", "type": "address"], ["name": "spender", "type": "address"],
            ["name": "value", "type": "uint256"], ["name": "nonce", "type": "uint256"],
            ["name": "deadline", "type": "uint256"],
        ]
        return try TypedData(json: [
            "types": ["Permit": .array(members)], "primaryType": "Permit", "domain": .object(domain),
            "message": [
                "owner": .string(owner.checksummed), "spender": .string(spender.checksummed),
                "value": .string(value.decimal), "nonce": .string(nonce.decimal), "deadline": .string(deadline.decimal),
            ],
        ])
    }

    /// The data of the call of the token's `permit` that hands it in.
    /// - Throws: `WalletError`
    package func call(_ signature: Signature) throws -> [UInt8] {
        try ERC20.permit.encodeCall([
            .address(owner), .address(spender), .uint(value), .uint(deadline),
            .uint(UInt256(UInt64(signature.yParity) + 27)),
            .bytes(signature.r.bytes), .bytes(signature.s.bytes),
        ])
    }
}
