package import AI1Core

/// What a contract offers, as compilers write it in JSON.
package struct ABIInterface: Sendable, Hashable {
    package let functions: [ABIFunction]
    package let events: [ABIEvent]
    package let errors: [ABIErrorDeclaration]
    /// What the constructor takes; empty without one.
    package let constructorInputs: [ABIParameter]

    /// Reads the array of entries, or an object that has it as its member `abi`.
    /// - Throws: `WalletError` of code `invalidABI`
    package init(json: JSONValue) throws {
        guard let entries = json.array ?? json["abi"]?.array, entries.count <= ABILimits.entries else {
            throw WalletError(
                .invalidABI, "a contract interface in JSON is an array of at most \(ABILimits.entries) entries")
        }
        var functions: [ABIFunction] = []
        var events: [ABIEvent] = []
        var errors: [ABIErrorDeclaration] = []
        var constructorInputs: [ABIParameter] = []
        for entry in entries {
            // Without a type it is a function, by the specification.
            switch entry["type"]?.string ?? "function" {
            case "function": functions.append(try ABIFunction(json: entry))
            case "event": events.append(try ABIEvent(json: entry))
            case "error":
                errors.append(
                    ABIErrorDeclaration(
                        name: try Self.name(of: entry), inputs: try ABIParameter.list(entry["inputs"], depth: 0)))
            case "constructor": constructorInputs = try ABIParameter.list(entry["inputs"], depth: 0)
            case "fallback", "receive": break
            default: throw WalletError(.invalidABI, "a contract interface has an entry of an unknown type")
            }
        }
        self.functions = functions
        self.events = events
        self.errors = errors
        self.constructorInputs = constructorInputs
    }

    static func name(of entry: JSONValue) throws -> String {
        guard let name = entry["name"]?.string, SignatureParser.isIdentifier(name) else {
            throw WalletError(.invalidABI, "an entry of a contract interface has no name")
        }
        return name
    }
}

extension ABIFunction {
    /// Reads an entry of a JSON interface.
    /// - Throws: `WalletError` of code `invalidABI`
    package init(json: JSONValue) throws {
        self.init(
            name: try ABIInterface.name(of: json), inputs: try ABIParameter.list(json["inputs"], depth: 0),
            outputs: try ABIParameter.list(json["outputs"], depth: 0))
    }
}

extension ABIEvent {
    /// Reads an entry of a JSON interface.
    /// - Throws: `WalletError` of code `invalidABI`
    package init(json: JSONValue) throws {
        self.init(
            name: try ABIInterface.name(of: json), inputs: try ABIParameter.list(json["inputs"], depth: 0),
            isAnonymous: json["anonymous"]?.bool ?? false)
        try checkIndexed()
    }
}

extension ABIParameter {
    /// Reads the parameters of an entry; none when there is no such member.
    static func list(_ json: JSONValue?, depth: Int) throws -> [ABIParameter] {
        guard let json else { return [] }
        guard depth <= ABILimits.depth else {
            throw WalletError(.invalidABI, "parameters are nested deeper than \(ABILimits.depth)")
        }
        guard let items = json.array, items.count <= ABILimits.types else {
            throw WalletError(.invalidABI, "parameters are an array of at most \(ABILimits.types)")
        }
        let parameters = try items.map { item in
            let name = item["name"]?.string ?? ""
            guard name.isEmpty || SignatureParser.isIdentifier(name) else {
                throw WalletError(.invalidABI, "a parameter's name is none")
            }
            return ABIParameter(
                name: name, type: try type(item, depth: depth), isIndexed: item["indexed"]?.bool ?? false)
        }
        try ABIType.checkWords(of: parameters)
        return parameters
    }

    private static func type(_ item: JSONValue, depth: Int) throws -> ABIType {
        guard let text = item["type"]?.string else { throw WalletError(.invalidABI, "a parameter has no type") }
        guard text.hasPrefix("tuple") else { return try ABIType(parsing: text) }
        let members = try list(item["components"], depth: depth + 1)
        guard !members.isEmpty else { throw WalletError(.invalidABI, "a tuple has components") }
        var parser = try SignatureParser(String(text.dropFirst("tuple".count)))
        let type = try parser.arrays(of: .tuple(members), depth: depth)
        try parser.finish()
        return type
    }
}
