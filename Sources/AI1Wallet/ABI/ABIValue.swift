/// A value of the contract interface.
package indirect enum ABIValue: Sendable, Hashable {
    /// Of `uintN` and, scaled, of `ufixedMxN`.
    case uint(UInt256)
    /// Of `intN` and, scaled, of `fixedMxN`.
    case int(Int256)
    case address(Address)
    case bool(Bool)
    /// Of `bytes`, `bytesN` and `function`.
    case bytes([UInt8])
    case string(String)
    /// Of `T[]` and `T[k]`.
    case array([ABIValue])
    case tuple([ABIValue])

    package var uint: UInt256? { if case .uint(let value) = self { value } else { nil } }
    package var int: Int256? { if case .int(let value) = self { value } else { nil } }
    package var address: Address? { if case .address(let value) = self { value } else { nil } }
    package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    package var bytes: [UInt8]? { if case .bytes(let value) = self { value } else { nil } }
    package var string: String? { if case .string(let value) = self { value } else { nil } }
    /// The elements of an array or the members of a tuple.
    package var elements: [ABIValue]? {
        switch self {
        case .array(let elements), .tuple(let elements): elements
        case .uint, .int, .address, .bool, .bytes, .string: nil
        }
    }
}
