package import AI1Core

extension TransactionDocument {
    /// Reads a file of this form, or a line of raw hexadecimal digits, signed or not, or an object of plain fields.
    /// - Parameter describe: what the description of the file must be the same as
    /// - Throws: `WalletError` of code `malformed`, `tampered`, `invalidTransaction`, `invalidSignature`, `overflow`
    package init(parsing bytes: [UInt8], describe: Describer = { _ in nil }) throws {
        guard bytes.count <= Self.maximumByteCount else {
            throw WalletError(.malformed, "more than \(Self.maximumByteCount) octets for a transaction")
        }
        let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0d).contains(byte) }
        var text = bytes.drop(while: isSpace)
        while let last = text.last, isSpace(last) { text.removeLast() }
        guard text.first == UInt8(ascii: "{") else {
            guard !text.isEmpty, let raw = HexText.decode(String(decoding: text, as: UTF8.self)) else {
                throw WalletError(
                    .malformed, "neither a transaction's JSON nor its hexadecimal digits",
                    hint: "give what ai1 wallet tx build or tx sign printed")
            }
            try self.init(raw: raw, describe: describe)
            return
        }
        try self.init(json: Self.parse(Array(text)), describe: describe)
    }

    /// Reads the raw octets of a transaction, signed or not.
    /// - Throws: `WalletError` of code `invalidTransaction`, `invalidSignature`, `overflow`
    package init(raw: [UInt8], describe: Describer = { _ in nil }) throws {
        switch try TransactionPayload(decoding: raw) {
        case .unsigned(let transaction): self.init(transaction, from: nil, describe: describe)
        case .signed(let signed): self.init(signed, describe: describe)
        }
    }

    /// Reads an object of this form, or one of plain fields (`init(fields:)`) when it has none of the members that only
    /// this form has. The object must come from a parser that refuses repeated names.
    /// - Throws: as `init(parsing:)`
    package init(json: JSONValue, describe: Describer = { _ in nil }) throws {
        guard case .object(let object) = json else {
            throw WalletError(.malformed, "a transaction's JSON must be an object")
        }
        if ["v", "kind", "unsigned", "raw", "signingHash", "hash", "description"].allSatisfy({ object[$0] == nil }) {
            try self.init(fields: json, describe: describe)
        } else {
            try self.init(checking: object, describe: describe)
        }
    }

    private static func parse(_ bytes: [UInt8]) throws -> JSONValue {
        if let value = try? JSONParser.parse(bytes, refusingRepeatedNames: true) { return value }
        do {
            _ = try JSONParser.parse(bytes)
        } catch {
            throw WalletError(
                .malformed,
                "the transaction's JSON is broken at octet \(error.offset): it should have \(error.expected)")
        }
        throw disagreement("a member is there twice")
    }

    private init(checking object: JSONObject, describe: Describer) throws {
        let isSigned: Bool
        switch object["kind"] {
        case .string(Self.unsignedKind): isSigned = false
        case .string(Self.signedKind): isSigned = true
        default: throw Self.disagreement("its kind is not one of a transaction")
        }
        let name = isSigned ? "raw" : "unsigned"
        guard case .string(let text) = object[name], let raw = HexText.decode(text) else {
            throw Self.disagreement("it has no hexadecimal digits in \(name)")
        }
        switch try TransactionPayload(decoding: raw) {
        case .signed(let signed) where isSigned: self.init(signed, describe: describe)
        case .unsigned(let transaction) where !isSigned:
            self.init(transaction, from: try Self.from(object), describe: describe)
        default: throw Self.disagreement("its octets are not of the kind it says")
        }
        try compare(with: object)
    }

    private static func from(_ object: JSONObject) throws -> Address? {
        switch object["from"] {
        case .null: return nil
        case .string(let text):
            guard let address = try? Address(text) else { fallthrough }
            return address
        default: throw disagreement("from is not an address with its checksum")
        }
    }

    /// Every member must be there and be what the octets say.
    private func compare(with given: JSONObject) throws {
        let derived = object
        for (name, value) in derived.members {
            guard let other = given[name] else { throw Self.disagreement("\(name) is missing") }
            guard other == value else {
                throw Self.disagreement(
                    name == "description"
                        ? "its description is not the one that this version of ai1 gives the call"
                        : "\(name) is not what its octets say")
            }
        }
        guard given.members.count == derived.members.count else {
            let name = given.names.first { derived[$0] == nil } ?? ""
            throw Self.disagreement("its member \(TerminalCleaner.cleanLine(name, limit: 40)) is not known")
        }
    }

    private static func disagreement(_ message: String) -> WalletError {
        WalletError(
            .tampered, "the transaction's file cannot be trusted: \(message)", hint: "do not sign it: build it again")
    }
}
