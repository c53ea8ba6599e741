internal import AI1Core

/// The structure types of typed data.
struct TypedDataTypes: Sendable, Hashable {
    struct Member: Sendable, Hashable {
        let name: String
        let type: TypedFieldType
    }

    /// Members in their order, by the name of the type.
    private(set) var structures: [String: [Member]]

    init(structures: [String: [Member]]) { self.structures = structures }

    /// Reads the member `types`, but for `EIP712Domain`.
    /// - Throws: `WalletError` of code `invalidTypedData`: a name that is none, a type that is not there
    init(json: JSONObject) throws {
        guard json.members.count <= TypedDataLimits.types else {
            throw WalletError(.invalidTypedData, "there are more than \(TypedDataLimits.types) types")
        }
        structures = [:]
        var count = 0
        for (name, list) in json.members where name != "EIP712Domain" {
            guard TypedFieldType.isStructureName(name) else {
                throw WalletError(
                    .invalidTypedData, "\(VisibleText.quoted(name, limit: 60)) is no name for a structure")
            }
            let members = try Self.members(list, of: name)
            count += members.count
            guard count <= TypedDataLimits.members else {
                throw WalletError(.invalidTypedData, "the types have more than \(TypedDataLimits.members) members")
            }
            structures[name] = members
        }
        for member in structures.values.joined() {
            guard let needed = member.type.structureName, structures[needed] == nil else { continue }
            throw WalletError(.invalidTypedData, "the type \(needed) is used and not described")
        }
    }

    /// Reads a list of `{"name": …, "type": …}`.
    static func members(_ json: JSONValue, of structure: String) throws -> [Member] {
        guard let items = json.array, items.count <= TypedDataLimits.members else {
            throw WalletError(.invalidTypedData, "the members of the type \(structure) are no list")
        }
        var names: Set<String> = []
        return try items.map { item in
            guard let name = item["name"]?.string, let type = item["type"]?.string, TypedFieldType.isName(name) else {
                throw WalletError(.invalidTypedData, "a member of the type \(structure) has no name or type")
            }
            guard names.insert(name).inserted else {
                throw WalletError(.invalidTypedData, "the type \(structure) has two members \(name)")
            }
            return Member(name: name, type: try TypedFieldType(parsing: type))
        }
    }

    /// The type with its members, and behind it those that it needs, sorted by name: EIP-712's `encodeType`.
    func encoded(_ name: String) -> String {
        var found: Set<String> = [name]
        var waiting = [name]
        while let next = waiting.popLast() {
            for member in structures[next] ?? [] {
                if let needed = member.type.structureName, found.insert(needed).inserted { waiting.append(needed) }
            }
        }
        found.remove(name)
        // Names are ASCII: their octets sort as the standard wants it.
        let sorted = found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return ([name] + sorted).map { structure in
            let members = (structures[structure] ?? []).map { "\($0.type.name) \($0.name)" }
            return "\(structure)(\(members.joined(separator: ",")))"
        }.joined()
    }
}
