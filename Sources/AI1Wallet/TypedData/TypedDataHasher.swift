/// The hashes of EIP-712: `hashStruct` and what it is made of.
struct TypedDataHasher {
    private let types: TypedDataTypes
    private var typeHashes: [String: Hash32] = [:]
    private var typeOctets = 0

    init(types: TypedDataTypes) { self.types = types }

    /// The hash of the type's hash and all members' words.
    mutating func hash(_ structure: TypedStructure) throws -> Hash32 {
        var bytes = try typeHash(structure.name).bytes
        for field in structure.fields { bytes += try word(field.value) }
        return Keccak256.hash(bytes)
    }

    /// The hash of `encodeType`.
    /// - Throws: `WalletError` of code `invalidTypedData` when the texts of all types are too long together
    mutating func typeHash(_ name: String) throws -> Hash32 {
        if let known = typeHashes[name] { return known }
        let text = types.encoded(name)
        typeOctets += text.utf8.count
        guard typeOctets <= TypedDataLimits.typeOctets else {
            throw WalletError(.invalidTypedData, "the types need each other so often that they are too long together")
        }
        let hash = Keccak256.hash(text: text)
        typeHashes[name] = hash
        return hash
    }

    /// The 32 octets that stand for a value.
    private mutating func word(_ value: TypedValue) throws -> [UInt8] {
        switch value {
        case .elementary(.bytes(let bytes), .bytes): return Keccak256.hash(bytes).bytes
        case .elementary(.string(let text), _): return Keccak256.hash(text: text).bytes
        case .elementary(let value, let type): return try ABICodec.encode([value], as: [type])
        case .structure(nil): return Hash32.zero.bytes
        case .structure(let structure?): return try hash(structure).bytes
        case .array(let elements):
            var bytes: [UInt8] = []
            bytes.reserveCapacity(elements.count * 32)
            for element in elements { bytes += try word(element) }
            return Keccak256.hash(bytes).bytes
        }
    }
}
