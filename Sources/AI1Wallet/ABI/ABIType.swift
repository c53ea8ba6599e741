/// A type of the contract interface, by Solidity's "Contract ABI Specification".
package indirect enum ABIType: Sendable, Hashable {
    /// `uint8` to `uint256`, in steps of 8 bits.
    case uint(bits: Int)
    /// `int8` to `int256`, in steps of 8 bits.
    case int(bits: Int)
    /// `fixedMxN`: a signed integer of M bits that stands for itself ÷ 10ᴺ.
    case fixed(bits: Int, decimals: Int)
    /// `ufixedMxN`: an unsigned integer of M bits that stands for itself ÷ 10ᴺ.
    case ufixed(bits: Int, decimals: Int)
    case address
    case bool
    /// `bytes1` to `bytes32`.
    case fixedBytes(count: Int)
    /// An address and a selector: 24 octets.
    case function
    case bytes
    case string
    /// `T[k]`.
    case fixedArray(ABIType, count: Int)
    /// `T[]`.
    case array(ABIType)
    case tuple([ABIParameter])

    /// The type of most amounts.
    package static let uint256 = ABIType.uint(bits: 256)

    /// Reads a type's name: canonical, an alias (`uint`, `int`, `fixed`, `ufixed`, `byte`), an array or a tuple of such.
    /// - Throws: `WalletError` of code `invalidABI`
    package init(parsing text: String) throws {
        var parser = try SignatureParser(text)
        self = try parser.type(depth: 0)
        try parser.finish()
    }

    /// As signatures that are hashed have it: aliases written out, tuples as their types in parentheses.
    package var canonicalName: String {
        if case .tuple(let members) = self { return ABIParameter.canonicalList(members) }
        return name(\.canonicalName)
    }

    /// As a declaration has it: tuples with the names of their members.
    package var declaredName: String {
        if case .tuple(let members) = self { return ABIParameter.declaredList(members) }
        return name(\.declaredName)
    }

    private func name(_ inner: (ABIType) -> String) -> String {
        switch self {
        case .uint(let bits): "uint\(bits)"
        case .int(let bits): "int\(bits)"
        case .fixed(let bits, let decimals): "fixed\(bits)x\(decimals)"
        case .ufixed(let bits, let decimals): "ufixed\(bits)x\(decimals)"
        case .address: "address"
        case .bool: "bool"
        case .fixedBytes(let count): "bytes\(count)"
        case .function: "function"
        case .bytes: "bytes"
        case .string: "string"
        case .fixedArray(let element, let count): inner(element) + "[\(count)]"
        case .array(let element): inner(element) + "[]"
        case .tuple: ""
        }
    }

    /// Whether the encoding's length depends on the value: such a type is an offset in the head and the rest behind it.
    package var isDynamic: Bool {
        switch self {
        case .bytes, .string, .array: true
        case .fixedArray(let element, _): element.isDynamic
        case .tuple(let members): members.contains { $0.type.isDynamic }
        case .uint, .int, .fixed, .ufixed, .address, .bool, .fixedBytes, .function: false
        }
    }

    /// Words of 32 octets in the head: one for a dynamic type, all of a static one. At most `ABILimits.words`.
    var headWords: Int { isDynamic ? 1 : innerWords }

    /// Words in the head of the type's own frame: for an array of k dynamic elements k, not one.
    var innerWords: Int {
        switch self {
        case .fixedArray(let element, let count): count * element.headWords
        case .tuple(let members): members.reduce(0) { $0 + $1.type.headWords }
        case .uint, .int, .fixed, .ufixed, .address, .bool, .fixedBytes, .function, .bytes, .string, .array: 1
        }
    }
}

extension ABIType: CustomStringConvertible {
    package var description: String { canonicalName }
}
