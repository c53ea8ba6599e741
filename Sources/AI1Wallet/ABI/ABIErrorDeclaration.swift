/// An error that a contract may revert with.
package struct ABIErrorDeclaration: Sendable, Hashable {
    package let name: String
    package let inputs: [ABIParameter]
    /// The first four octets of the hash of its signature.
    package let selector: [UInt8]

    package init(name: String, inputs: [ABIParameter]) {
        self.name = name
        self.inputs = inputs
        selector = Array(Keccak256.hash(text: name + ABIParameter.canonicalList(inputs)).bytes.prefix(4))
    }

    /// Reads a declaration: `error InsufficientFunds(address who, uint256 needed)`, with `error` before it or not.
    /// - Throws: `WalletError` of code `invalidABI`
    package init(parsing text: String) throws {
        var parser = try SignatureParser(text)
        let name = try parser.name(after: "error")
        let inputs = try parser.parameters()
        try parser.finish()
        self.init(name: name, inputs: inputs)
    }

    /// As it is hashed: `InsufficientFunds(address,uint256)`.
    package var signature: String { name + ABIParameter.canonicalList(inputs) }

    /// The parameters of such an error. Octets may follow: a caller passes on what it got.
    /// - Throws: `WalletError` of code `invalidABI`, for another selector too
    package func decode(_ data: [UInt8]) throws -> [ABIValue] {
        guard data.starts(with: selector) else { throw WalletError(.invalidABI, "the data is no \(signature)") }
        return try ABICodec.decode(Array(data.dropFirst(4)), as: inputs.map(\.type), allowsTrailingData: true)
    }
}
