/// The functions and events of tokens: ERC-20, and the permits of ERC-2612 with what they need of ERC-5267.
package enum ERC20 {
    package static let name = reading("name", [], .string)
    package static let symbol = reading("symbol", [], .string)
    package static let decimals = reading("decimals", [], .uint(bits: 8))
    package static let totalSupply = reading("totalSupply", [], .uint256)
    package static let balanceOf = reading("balanceOf", [("account", .address)], .uint256)
    package static let allowance = reading("allowance", [("owner", .address), ("spender", .address)], .uint256)

    package static let transfer = acting("transfer", [("to", .address), ("amount", .uint256)])
    package static let transferFrom = acting(
        "transferFrom", [("from", .address), ("to", .address), ("amount", .uint256)])
    package static let approve = acting("approve", [("spender", .address), ("amount", .uint256)])
    package static let increaseAllowance = acting("increaseAllowance", [("spender", .address), ("added", .uint256)])
    package static let decreaseAllowance = acting(
        "decreaseAllowance", [("spender", .address), ("subtracted", .uint256)])

    /// Of ERC-2612; gives nothing back.
    package static let permit = ABIFunction(
        name: "permit",
        inputs: parameters([
            ("owner", .address), ("spender", .address), ("value", .uint256), ("deadline", .uint256),
            ("v", .uint(bits: 8)), ("r", .fixedBytes(count: 32)), ("s", .fixedBytes(count: 32)),
        ]))
    /// Of ERC-2612: the nonce of an owner's next permit.
    package static let nonces = reading("nonces", [("owner", .address)], .uint256)
    /// Of ERC-2612: the hash of the token's EIP-712 domain.
    package static let domainSeparator = reading("DOMAIN_SEPARATOR", [], .fixedBytes(count: 32))
    /// The version of a token's EIP-712 domain, where it tells.
    package static let version = reading("version", [], .string)
    /// Of ERC-5267: the token's EIP-712 domain.
    package static let eip712Domain = ABIFunction(
        name: "eip712Domain", inputs: [],
        outputs: parameters([
            ("fields", .fixedBytes(count: 1)), ("name", .string), ("version", .string), ("chainId", .uint256),
            ("verifyingContract", .address), ("salt", .fixedBytes(count: 32)), ("extensions", .array(.uint256)),
        ]))

    package static let transferred = ABIEvent(
        name: "Transfer",
        inputs: [
            ABIParameter(name: "from", type: .address, isIndexed: true),
            ABIParameter(name: "to", type: .address, isIndexed: true), ABIParameter(name: "value", type: .uint256),
        ])
    package static let approved = ABIEvent(
        name: "Approval",
        inputs: [
            ABIParameter(name: "owner", type: .address, isIndexed: true),
            ABIParameter(name: "spender", type: .address, isIndexed: true), ABIParameter(name: "value", type: .uint256),
        ])

    private static func parameters(_ list: [(String, ABIType)]) -> [ABIParameter] {
        list.map { ABIParameter(name: $0.0, type: $0.1) }
    }

    private static func reading(_ name: String, _ inputs: [(String, ABIType)], _ output: ABIType) -> ABIFunction {
        ABIFunction(name: name, inputs: parameters(inputs), outputs: [ABIParameter(type: output)])
    }

    private static func acting(_ name: String, _ inputs: [(String, ABIType)]) -> ABIFunction {
        reading(name, inputs, .bool)
    }
}
