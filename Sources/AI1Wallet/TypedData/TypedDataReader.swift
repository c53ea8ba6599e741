internal import AI1Core

/// Reads values in JSON against the types of typed data. What it takes, `eth_signTypedData_v4` hashes equally elsewhere;
/// what other wallets read in several ways is refused.
struct TypedDataReader {
    private let types: TypedDataTypes
    private var count = 0

    init(types: TypedDataTypes) { self.types = types }

    /// - Throws: `WalletError` of code `invalidTypedData`: a member that lacks, is too many, or is not of its type
    mutating func structure(_ name: String, _ json: JSONValue, path: String, depth: Int) throws -> TypedStructure {
        guard let members = types.structures[name] else {
            throw WalletError(.invalidTypedData, "the type \(name) is used and not described")
        }
        guard case .object(let object) = json else {
            throw WalletError(.invalidTypedData, "\(path) is no object of the type \(name)")
        }
        let values = Dictionary(object.members.map { ($0.name, $0.value) }) { _, last in last }
        var fields: [TypedStructure.Field] = []
        for member in members {
            guard let value = values[member.name] else {
                throw WalletError(.invalidTypedData, "\(path) has no member \(member.name)")
            }
            fields.append(
                TypedStructure.Field(
                    name: member.name, type: member.type,
                    value: try self.value(value, as: member.type, path: "\(path).\(member.name)", depth: depth + 1)))
        }
        guard values.count == members.count else {
            let known = Set(members.map(\.name))
            let extra = object.names.first { !known.contains($0) } ?? ""
            throw WalletError(
                .invalidTypedData, "\(path) has a member \(VisibleText.quoted(extra, limit: 60)) that its type has not",
                hint: "it would not be signed: take it out")
        }
        return TypedStructure(name: name, fields: fields)
    }

    private mutating func value(
        _ json: JSONValue, as type: TypedFieldType, path: String, depth: Int
    ) throws -> TypedValue {
        count += 1
        guard count <= TypedDataLimits.values, depth <= TypedDataLimits.depth else {
            throw WalletError(
                .invalidTypedData,
                "more than \(TypedDataLimits.values) values, or deeper than \(TypedDataLimits.depth) levels")
        }
        switch type {
        case .elementary(let elementary): return .elementary(try self.elementary(json, elementary, path), elementary)
        case .structure(let name):
            if json.isNull { return .structure(nil) }
            return .structure(try structure(name, json, path: path, depth: depth))
        case .array(let element), .fixedArray(let element, _):
            guard let items = json.array else { throw mismatch(path, type) }
            if case .fixedArray(_, let count) = type, items.count != count {
                throw WalletError(.invalidTypedData, "\(path) has \(items.count) elements, \(type.name) has \(count)")
            }
            var values: [TypedValue] = []
            for (index, item) in items.enumerated() {
                values.append(try value(item, as: element, path: "\(path)[\(index)]", depth: depth + 1))
            }
            return .array(values)
        }
    }

    private func elementary(_ json: JSONValue, _ type: ABIType, _ path: String) throws -> ABIValue {
        do {
            return try ABIValue(json: json, as: type)
        } catch let error as WalletError {
            throw WalletError(.invalidTypedData, "\(path): \(error.message)", hint: error.hint)
        }
    }

    private func mismatch(_ path: String, _ type: TypedFieldType) -> WalletError {
        WalletError(.invalidTypedData, "\(path) is no value of type \(type.name)")
    }
}
