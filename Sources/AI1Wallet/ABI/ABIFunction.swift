/// A function of a contract.
package struct ABIFunction: Sendable, Hashable {
    package let name: String
    package let inputs: [ABIParameter]
    package let outputs: [ABIParameter]
    /// The first four octets of the hash of its signature.
    package let selector: [UInt8]

    package init(name: String, inputs: [ABIParameter], outputs: [ABIParameter] = []) {
        self.name = name
        self.inputs = inputs
        self.outputs = outputs
        selector = Array(Keccak256.hash(text: name + ABIParameter.canonicalList(inputs)).bytes.prefix(4))
    }

    /// Reads a declaration: `transfer(address to, uint256 amount) returns (bool)`, with `function` before it or not;
    /// `balanceOf(address)(uint256)` is understood too.
    /// - Throws: `WalletError` of code `invalidABI`
    package init(parsing text: String) throws {
        var parser = try SignatureParser(text)
        let name = try parser.name(after: "function")
        let inputs = try parser.parameters()
        var outputs: [ABIParameter] = []
        if parser.isNext("(") {
            outputs = try parser.parameters()
        } else {
            while let word = parser.word() {
                if word == "returns" {
                    outputs = try parser.parameters()
                    break
                }
                guard Self.modifiers.contains(word) else { throw parser.failure("“\(word)” is no modifier") }
            }
        }
        try parser.finish()
        self.init(name: name, inputs: inputs, outputs: outputs)
    }

    private static let modifiers: Set<String> = [
        "external", "public", "view", "pure", "payable", "nonpayable", "virtual", "override",
    ]

    /// As it is hashed: `transfer(address,uint256)`.
    package var signature: String { name + ABIParameter.canonicalList(inputs) }

    /// As it is declared, with the names of its parameters.
    package var declaration: String {
        name + ABIParameter.declaredList(inputs)
            + (outputs.isEmpty ? "" : " returns " + ABIParameter.declaredList(outputs))
    }

    /// The data of a call.
    /// - Throws: `WalletError` of code `invalidABI` when a value is not of its type
    package func encodeCall(_ arguments: [ABIValue]) throws -> [UInt8] {
        selector + (try ABICodec.encode(arguments, as: inputs.map(\.type)))
    }

    /// The data of a call from arguments as a command line gives them (`ABIValue.init(text:as:)`).
    /// - Parameter address: reads an address, or a name for one
    /// - Throws: `WalletError` of code `invalidABI`, `malformed` or `checksum`; what `address` throws
    package func encodeCall(
        texts: [String], address: @escaping (String) throws -> Address = { try Address($0) }
    ) throws -> [UInt8] {
        guard texts.count == inputs.count else {
            throw WalletError(
                .invalidABI,
                "\(signature) needs \(Counted.text(inputs.count, "argument")), \(texts.count) given",
                hint: inputs.isEmpty ? nil : "the arguments are \(ABIParameter.declaredList(inputs))")
        }
        return try encodeCall(zip(texts, inputs).map { try ABIValue(text: $0, as: $1.type, address: address) })
    }

    /// The arguments of a call of this function.
    /// - Throws: `WalletError` of code `invalidABI`, for another selector too
    package func decodeCall(_ data: [UInt8], allowsTrailingData: Bool = false) throws -> [ABIValue] {
        guard data.starts(with: selector) else {
            throw WalletError(.invalidABI, "the data is no call of \(signature)")
        }
        return try ABICodec.decode(
            Array(data.dropFirst(4)), as: inputs.map(\.type), allowsTrailingData: allowsTrailingData)
    }

    /// What a call gave back.
    /// - Throws: `WalletError` of code `invalidABI`; no data at all is what an account without code gives
    package func decodeResult(_ data: [UInt8], allowsTrailingData: Bool = false) throws -> [ABIValue] {
        guard !data.isEmpty || outputs.isEmpty else {
            throw WalletError(
                .invalidABI, "\(name) gave back nothing", hint: "the address may not be a contract of that kind")
        }
        return try ABICodec.decode(data, as: outputs.map(\.type), allowsTrailingData: allowsTrailingData)
    }
}

extension SignatureParser {
    /// The name of what is declared, a keyword before it or not.
    mutating func name(after keyword: String) throws -> String {
        guard var name = word() else { throw failure("expected a name") }
        if name == keyword, !isNext("(") {
            guard let next = word() else { throw failure("expected a name") }
            name = next
        }
        guard Self.isIdentifier(name) else { throw failure("“\(name)” is no name") }
        return name
    }
}
