/// The type of a structure's member, by EIP-712.
package indirect enum TypedFieldType: Sendable, Hashable {
    /// `bytes1` to `bytes32`, `uint8` to `uint256`, `int8` to `int256`, `bool`, `address`, `bytes` or `string`.
    case elementary(ABIType)
    case structure(String)
    case array(TypedFieldType)
    case fixedArray(TypedFieldType, count: Int)

    /// Reads a type's name. EIP-712 knows no aliases: `uint` and `int` are refused.
    /// - Throws: `WalletError` of code `invalidTypedData`
    init(parsing text: String) throws {
        guard let bracket = text.firstIndex(of: "[") else {
            self = try Self.single(text)
            return
        }
        var type = try Self.single(String(text[..<bracket]))
        var rest = text[bracket...]
        var levels = 0
        while !rest.isEmpty {
            levels += 1
            guard rest.first == "[", let end = rest.firstIndex(of: "]"), levels <= TypedDataLimits.arrayDepth else {
                throw Self.failure(text)
            }
            let inside = rest[rest.index(after: rest.startIndex)..<end]
            if inside.isEmpty {
                type = .array(type)
            } else {
                guard let count = ABIType.number(inside, in: 1...TypedDataLimits.values) else {
                    throw Self.failure(text)
                }
                type = .fixedArray(type, count: count)
            }
            rest = rest[rest.index(after: end)...]
        }
        self = type
    }

    private static func single(_ name: String) throws -> TypedFieldType {
        if let type = ABIType(elementary: name), type.canonicalName == name, isOfEIP712(type) {
            return .elementary(type)
        }
        guard isStructureName(name) else { throw failure(name) }
        return .structure(name)
    }

    /// Functions and numbers with fixed point are types of the contract interface, but none of EIP-712.
    private static func isOfEIP712(_ type: ABIType) -> Bool {
        switch type {
        case .uint, .int, .address, .bool, .fixedBytes, .bytes, .string: true
        case .function, .fixed, .ufixed, .fixedArray, .array, .tuple: false
        }
    }

    /// A name that is none of an elementary type, nor looks like one (`uint`, `bytes33`), nor that of the domain.
    static func isStructureName(_ name: String) -> Bool {
        guard isName(name), ABIType(elementary: name) == nil, name != "EIP712Domain", name != "tuple" else {
            return false
        }
        return !["uint", "int", "bytes", "fixed", "ufixed"].contains { prefix in
            name.hasPrefix(prefix) && name.dropFirst(prefix.count).utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
    }

    static func isName(_ name: String) -> Bool {
        name.utf8.count <= TypedDataLimits.nameLength && SignatureParser.isIdentifier(name)
    }

    private static func failure(_ text: String) -> WalletError {
        WalletError(
            .invalidTypedData, "\(VisibleText.quoted(text, limit: 60)) is no type of EIP-712",
            hint: "numbers are written with their width, such as uint256")
    }

    /// As it is hashed.
    package var name: String {
        switch self {
        case .elementary(let type): type.canonicalName
        case .structure(let name): name
        case .array(let element): element.name + "[]"
        case .fixedArray(let element, let count): element.name + "[\(count)]"
        }
    }

    /// The structure that it is, or has elements of; nil without one.
    var structureName: String? {
        switch self {
        case .elementary: nil
        case .structure(let name): name
        case .array(let element), .fixedArray(let element, _): element.structureName
        }
    }
}
