internal import AI1Core

/// The domain of typed data: for which application, chain and contract a signature counts.
enum TypedDataDomain {
    static let typeName = "EIP712Domain"

    /// All members that there may be, in the order that EIP-712 gives them.
    static let members: [TypedDataTypes.Member] = [
        TypedDataTypes.Member(name: "name", type: .elementary(.string)),
        TypedDataTypes.Member(name: "version", type: .elementary(.string)),
        TypedDataTypes.Member(name: "chainId", type: .elementary(.uint256)),
        TypedDataTypes.Member(name: "verifyingContract", type: .elementary(.address)),
        TypedDataTypes.Member(name: "salt", type: .elementary(.fixedBytes(count: 32))),
    ]

    /// The domain's type from the members that it has, which must be what `types` says of it, if it does.
    /// - Throws: `WalletError` of code `invalidTypedData`
    static func types(for domain: JSONObject, described: JSONValue?) throws -> TypedDataTypes {
        let present = members.filter { domain[$0.name] != nil }
        guard present.count == domain.members.count else {
            throw WalletError(
                .invalidTypedData, "the domain has a member that EIP-712 does not know",
                hint: "it has name, version, chainId, verifyingContract and salt, or some of them")
        }
        if let described {
            guard try TypedDataTypes.members(described, of: typeName) == present else {
                throw WalletError(
                    .invalidTypedData, "the type EIP712Domain is not that of the domain's members",
                    hint: "it lists what the domain has, in the order name, version, chainId, verifyingContract, salt")
            }
        }
        return TypedDataTypes(structures: [typeName: present])
    }
}
