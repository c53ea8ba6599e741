package import AI1Core

/// Encoding and strict decoding of values by Solidity's "Contract ABI Specification".
package enum ABICodec {
    /// The values as one tuple, without a selector.
    /// - Throws: `WalletError` of code `invalidABI` when a value is not of its type
    package static func encode(_ values: [ABIValue], as types: [ABIType]) throws -> [UInt8] {
        try ABIEncoder.tuple(values, as: types)
    }

    /// Reads a tuple. Every octet must be what encoding would write there.
    /// - Parameter allowsTrailingData: whether octets may follow that nothing refers to
    /// - Throws: `WalletError` of code `invalidABI`
    package static func decode(
        _ data: [UInt8], as types: [ABIType], allowsTrailingData: Bool = false
    ) throws -> [ABIValue] {
        var decoder = ABIDecoder(data)
        let values = try decoder.tuple(types, at: 0)
        guard allowsTrailingData || decoder.end == data.count else { throw decoder.failure("octets follow the end") }
        return values
    }

    /// Values in JSON (see `ABIValue.init(json:as:)`) by names of types.
    /// - Throws: `WalletError` of code `invalidABI`
    package static func encode(json values: [JSONValue], typeNames: [String]) throws -> [UInt8] {
        let types = try typeNames.map { try ABIType(parsing: $0) }
        guard values.count == types.count else {
            throw WalletError(.invalidABI, "\(Counted.text(types.count, "value")) needed, \(values.count) given")
        }
        return try encode(zip(values, types).map { try ABIValue(json: $0, as: $1) }, as: types)
    }

    /// The values of an encoding in JSON, by names of types.
    /// - Throws: `WalletError` of code `invalidABI`
    package static func decodeJSON(
        _ data: [UInt8], typeNames: [String], allowsTrailingData: Bool = false
    ) throws -> [JSONValue] {
        let types = try typeNames.map { try ABIType(parsing: $0) }
        return try decode(data, as: types, allowsTrailingData: allowsTrailingData).map(\.json)
    }
}
