/// An event that a contract may log.
package struct ABIEvent: Sendable, Hashable {
    /// A parameter and what the log says of it.
    package struct Part: Sendable, Hashable {
        package let parameter: ABIParameter
        package let content: Content
    }

    /// What a log keeps of a parameter.
    package enum Content: Sendable, Hashable {
        case value(ABIValue)
        /// An indexed parameter that is longer than a word: the log has its hash only.
        case hash(Hash32)
    }

    package let name: String
    package let inputs: [ABIParameter]
    /// Whether its logs do not carry the topic.
    package let isAnonymous: Bool
    /// The hash of its signature: the first topic of its logs.
    package let topic: Hash32

    package init(name: String, inputs: [ABIParameter], isAnonymous: Bool = false) {
        self.name = name
        self.inputs = inputs
        self.isAnonymous = isAnonymous
        topic = Keccak256.hash(text: name + ABIParameter.canonicalList(inputs))
    }

    /// Reads a declaration: `event Transfer(address indexed from, address indexed to, uint256 value)`, with `event`
    /// before it or not.
    /// - Throws: `WalletError` of code `invalidABI`
    package init(parsing text: String) throws {
        var parser = try SignatureParser(text)
        let name = try parser.name(after: "event")
        let inputs = try parser.parameters(allowsIndexed: true)
        let word = parser.word()
        guard word == nil || word == "anonymous" else { throw parser.failure("only “anonymous” may follow") }
        try parser.finish()
        self.init(name: name, inputs: inputs, isAnonymous: word != nil)
        try checkIndexed()
    }

    /// - Throws: `WalletError` of code `invalidABI` when more parameters are indexed than a log has topics
    func checkIndexed() throws {
        guard inputs.count(where: \.isIndexed) <= (isAnonymous ? 4 : 3) else {
            throw WalletError(.invalidABI, "the event \(name) has more indexed parameters than a log has topics")
        }
    }

    /// As it is hashed: `Transfer(address,address,uint256)`.
    package var signature: String { name + ABIParameter.canonicalList(inputs) }

    /// Reads a log of this event, its parameters in the order of the declaration.
    /// - Throws: `WalletError` of code `invalidABI`, for a log of another event too
    package func decode(topics: [Hash32], data: [UInt8]) throws -> [Part] {
        var rest = topics[...]
        guard isAnonymous || rest.popFirst() == topic else {
            throw WalletError(.invalidABI, "the log is none of \(signature)")
        }
        guard rest.count == inputs.count(where: \.isIndexed) else {
            throw WalletError(.invalidABI, "the log has another number of topics than \(signature)")
        }
        let kept = inputs.filter { !$0.isIndexed }
        var values = try ABICodec.decode(data, as: kept.map(\.type))[...]
        return try inputs.map { parameter in
            if parameter.isIndexed, let word = rest.popFirst() {
                return Part(parameter: parameter, content: try Self.content(of: word, as: parameter.type))
            }
            guard let value = values.popFirst() else { throw WalletError(.invalidABI, "the log lacks a value") }
            return Part(parameter: parameter, content: .value(value))
        }
    }

    private static func content(of topic: Hash32, as type: ABIType) throws -> Content {
        switch type {
        case .bytes, .string, .array, .fixedArray, .tuple: return .hash(topic)
        case .uint, .int, .fixed, .ufixed, .address, .bool, .fixedBytes, .function:
            guard let value = try ABICodec.decode(topic.bytes, as: [type]).first else { return .hash(topic) }
            return .value(value)
        }
    }
}
