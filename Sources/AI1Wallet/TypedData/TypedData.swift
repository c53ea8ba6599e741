package import AI1Core

/// Typed structured data that a person signs: EIP-712, as `eth_signTypedData_v4` takes it.
package struct TypedData: Sendable, Hashable {
    package let primaryType: String
    package let domain: TypedStructure
    package let message: TypedStructure
    /// `hashStruct` of the domain.
    package let domainSeparator: Hash32
    /// `hashStruct` of the message.
    package let structHash: Hash32
    /// What is signed: Keccak-256 of `0x1901`, the domain's separator and the message's hash.
    package let hash: Hash32
    /// EIP-712's `encodeType` of the message.
    package let encodedType: String
    /// The chain that the domain names; nil when it names none.
    package let chainID: UInt64?

    /// Reads the object with `types`, `primaryType`, `domain` and `message`, and nothing else in it.
    ///
    /// Every member of a structure is there and no other; fixed arrays have their length; numbers are whole numbers or
    /// text in decimal or with `0x`; octets are text with `0x`; `null` stands for a structure only. `EIP712Domain` may
    /// be left out of the types.
    /// - Throws: `WalletError` of code `invalidTypedData`
    package init(json: JSONValue) throws {
        guard case .object(let object) = json, Set(object.names) == ["types", "primaryType", "domain", "message"],
            case .object(let types)? = object["types"], case .object(let domain)? = object["domain"],
            let primaryType = object["primaryType"]?.string, let message = object["message"]
        else {
            throw WalletError(
                .invalidTypedData, "not typed data",
                hint: "it is a JSON object with types, primaryType, domain and message, and nothing else")
        }
        let messageTypes = try TypedDataTypes(json: types)
        // Swift takes letters for equal that Unicode does, such as the Kelvin sign for K; they are hashed as others.
        guard TypedFieldType.isStructureName(primaryType), messageTypes.structures[primaryType] != nil else {
            throw WalletError(
                .invalidTypedData,
                "the primary type \(VisibleText.quoted(primaryType, limit: 60)) is not described as a structure")
        }
        let domainTypes = try TypedDataDomain.types(for: domain, described: types[TypedDataDomain.typeName])
        var domainReader = TypedDataReader(types: domainTypes)
        self.domain = try domainReader.structure(
            TypedDataDomain.typeName, .object(domain), path: "domain", depth: 0)
        var reader = TypedDataReader(types: messageTypes)
        self.message = try reader.structure(primaryType, message, path: "message", depth: 0)
        self.primaryType = primaryType
        chainID = try Self.chainID(of: self.domain)
        encodedType = messageTypes.encoded(primaryType)
        var domainHasher = TypedDataHasher(types: domainTypes)
        domainSeparator = try domainHasher.hash(self.domain)
        var hasher = TypedDataHasher(types: messageTypes)
        structHash = try hasher.hash(self.message)
        hash = Keccak256.hash([0x19, 0x01] + domainSeparator.bytes + structHash.bytes)
    }

    /// Reads JSON text (`init(json:)`).
    /// - Throws: `WalletError` of code `invalidTypedData`, `malformed` when it is no JSON
    package init(parsing bytes: [UInt8]) throws {
        guard bytes.count <= TypedDataLimits.octets else {
            throw WalletError(.invalidTypedData, "typed data has more than \(TypedDataLimits.octets) octets")
        }
        let json: JSONValue
        do throws(JSONParser.Failure) {
            json = try JSONParser.parse(bytes, refusingRepeatedNames: true)
        } catch {
            throw WalletError(
                .malformed, "typed data is no JSON: expected \(error.expected) at octet \(error.offset)")
        }
        try self.init(json: json)
    }

    private static func chainID(of domain: TypedStructure) throws -> UInt64? {
        guard let number = domain["chainId"]?.uint else { return nil }
        guard let chainID = number.uint64 else {
            throw WalletError(.invalidTypedData, "the domain's chain id is larger than any chain's")
        }
        return chainID
    }

    /// The contract that the domain names; nil when it names none.
    package var verifyingContract: Address? { domain["verifyingContract"]?.address }

    /// - Throws: `WalletError` of code `system`
    package func signed(by key: PrivateKey) throws -> Signature { try key.sign(hash) }

    /// Whose signature it is, if it is one of this data.
    /// - Throws: `WalletError` of code `invalidSignature` when nobody can have made it
    package func signer(of signature: Signature) throws -> Address { try signature.signer(of: hash).address }

    /// Whether an account has signed this data so.
    package func isSigned(_ signature: Signature, by address: Address) -> Bool {
        (try? signer(of: signature)) == address
    }
}
