import AI1Core
import Testing

@testable import AI1Wallet

@Suite("Typed data")
struct TypedDataTests {
    static let mail = """
        {"types": {
          "EIP712Domain": [{"name": "name", "type": "string"}, {"name": "version", "type": "string"},
            {"name": "chainId", "type": "uint256"}, {"name": "verifyingContract", "type": "address"}],
          "Person": [{"name": "name", "type": "string"}, {"name": "wallet", "type": "address"}],
          "Mail": [{"name": "from", "type": "Person"}, {"name": "to", "type": "Person"},
            {"name": "contents", "type": "string"}]},
         "primaryType": "Mail",
         "domain": {"name": "Ether Mail", "version": "1", "chainId": 1,
           "verifyingContract": "0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC"},
         "message": {"from": {"name": "Cow", "wallet": "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"},
           "to": {"name": "Bob", "wallet": "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"},
           "contents": "Hello, Bob!"}}
        """

    private func read(_ text: String) throws -> TypedData { try TypedData(parsing: Array(text.utf8)) }

    @Test("The example of EIP-712, down to its signature")
    func example() throws {
        let data = try read(Self.mail)
        #expect(data.encodedType == "Mail(Person from,Person to,string contents)Person(string name,address wallet)")
        #expect(data.structHash.hex == "0xc52c0ee5d84264471806290a3f2c4cecfc5490626bf912d01f240d7a274b371e")
        #expect(data.domainSeparator.hex == "0xf2cee375fa42b42143804025fc449deafd50cc031ca257e0b194a650a912090f")
        #expect(data.hash.hex == "0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2")
        #expect(data.chainID == 1)
        #expect(data.verifyingContract?.bytes == Array(repeating: 0xCC, count: 20))
        let secret = Keccak256.hash(text: "cow").bytes
        let cow = try secret.withUnsafeBytes { try PrivateKey(SecretBytes(copying: $0)) }
        let signature = try data.signed(by: cow)
        #expect(
            HexText.encode(signature.bytes) == "0x4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d"
                + "07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b915621c")
        #expect(data.isSigned(signature, by: cow.address))
    }

    @Test("The domain's type may be left out, and gives the same hash")
    func domainDerived() throws {
        var json = try JSONParser.parse(Self.mail).object
        var types = json?["types"]?.object
        types?["EIP712Domain"] = nil
        json?["types"] = types.map { .object($0) }
        let data = try TypedData(json: .object(try #require(json)))
        #expect(data.hash.hex == "0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2")
    }

    @Test(
        "What is not consistent is refused",
        arguments: [
            (#""primaryType": "Mail""#, #""primaryType": "Letter""#),
            (#""primaryType": "Mail""#, #""primaryType": "EIP712Domain""#),
            (#""primaryType": "Mail","#, ""),
            (#""contents": "Hello, Bob!""#, ""),
            (#""contents": "Hello, Bob!""#, #""contents": null"#),
            (#""contents": "Hello, Bob!""#, #""contents": 5"#),
            (#""contents": "Hello, Bob!""#, #""contents": "", "extra": 1"#),
            (
                #""wallet": "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB""#,
                #""wallet": "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbb""#
            ),
            (#""type": "Person"}, {"name": "to""#, #""type": "Human"}, {"name": "to""#),
            (#"{"name": "wallet", "type": "address"}"#, #"{"name": "name", "type": "address"}"#),
            (#"{"name": "contents", "type": "string"}"#, #"{"name": "contents", "type": "uint"}"#),
            (#"{"name": "contents", "type": "string"}"#, #"{"name": "con tents", "type": "string"}"#),
            (#"{"name": "contents", "type": "string"}"#, #"{"name": "contents", "type": "string[0]"}"#),
            (#"{"name": "contents", "type": "string"}"#, #"{"name": "contents", "type": "string["}"#),
            (#"{"name": "contents", "type": "string"}"#, #"{"name": "contents", "type": "EIP712Domain"}"#),
            (#""Person":"#, #""uint256":"#),
            (#""chainId": 1,"#, #""chainId": 1, "chainId": 1,"#),
            (#""chainId": 1,"#, ""),
            (#""chainId": 1,"#, #""chainId": 1, "chain": 1,"#),
            (#""chainId": 1,"#, #""chainId": 18446744073709551616,"#),
            (#"{"name": "version", "type": "string"},"#, ""),
            (#"{"name": "chainId", "type": "uint256"}"#, #"{"name": "chainId", "type": "uint64"}"#),
            (
                #"{"name": "name", "type": "string"}, {"name": "version", "type": "string"}"#,
                #"{"name": "version", "type": "string"}, {"name": "name", "type": "string"}"#
            ),
        ])
    func refused(_ from: String, _ to: String) throws {
        let parts = Self.mail.split(separator: from, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2)
        #expect(throws: WalletError.self) { try read(parts.joined(separator: to)) }
    }

    /// Typed data of one structure `A` without a domain's members.
    private func single(_ types: String, _ message: String) throws -> TypedData {
        try read(#"{"types":{\#(types)},"primaryType":"A","domain":{},"message":\#(message)}"#)
    }

    @Test("Recursion ends with null, and nowhere else is null a value")
    func recursion() throws {
        let types = #""A":[{"name":"text","type":"string"},{"name":"next","type":"A"}]"#
        let data = try single(types, #"{"text":"one","next":{"text":"two","next":null}}"#)
        #expect(data.encodedType == "A(string text,A next)")
        let inner = Keccak256.hash(
            Keccak256.hash(text: "A(string text,A next)").bytes + Keccak256.hash(text: "two").bytes + Hash32.zero.bytes)
        let outer = Keccak256.hash(
            Keccak256.hash(text: "A(string text,A next)").bytes + Keccak256.hash(text: "one").bytes + inner.bytes)
        #expect(data.structHash == outer)
        #expect(throws: WalletError.self) { try single(types, #"{"text":"one"}"#) }
        #expect(throws: WalletError.self) { try single(types, "null") }
        let deep = String(repeating: #"{"text":"x","next":"#, count: 100) + "null" + String(repeating: "}", count: 100)
        #expect(throws: WalletError.self) { try single(types, deep) }
    }

    @Test("Arrays: fixed, dynamic, nested, empty")
    func arrays() throws {
        let types = #""A":[{"name":"grid","type":"uint8[2][]"},{"name":"none","type":"bytes[]"}]"#
        let data = try single(types, #"{"grid":[[1,"2"],["0x3",4]],"none":[]}"#)
        func words(_ numbers: UInt64...) -> [UInt8] { numbers.flatMap { UInt256($0).word } }
        let grid = Keccak256.hash(Keccak256.hash(words(1, 2)).bytes + Keccak256.hash(words(3, 4)).bytes)
        #expect(
            data.structHash
                == Keccak256.hash(
                    Keccak256.hash(text: "A(uint8[2][] grid,bytes[] none)").bytes + grid.bytes
                        + Keccak256.hash([UInt8]()).bytes))
        for message in [
            #"{"grid":[[1]],"none":[]}"#, #"{"grid":[[1,2,3]],"none":[]}"#, #"{"grid":[1,2],"none":[]}"#,
            #"{"grid":[[1,256]],"none":[]}"#, #"{"grid":[],"none":["0x1"]}"#, #"{"grid":[],"none":["text"]}"#,
            #"{"grid":[],"none":{}}"#, #"{"grid":[[1,null]],"none":[]}"#, #"{"grid":[[1,-1]],"none":[]}"#,
        ] {
            #expect(throws: WalletError.self, Comment(rawValue: message)) { try single(types, message) }
        }
    }

    @Test("The tree shows everything that is signed, and nothing that acts on a terminal")
    func tree() throws {
        let cow = try Address("0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826")
        let lines = try read(Self.mail).treeLines { $0 == cow ? "@cow" : nil }
        #expect(
            lines == [
                "domain               EIP712Domain",
                "  name               string   \"Ether Mail\"",
                "  version            string   \"1\"",
                "  chainId            uint256  1",
                "  verifyingContract  address  0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC",
                "message              Mail",
                "  from               Person",
                "    name             string   \"Cow\"",
                "    wallet           address  0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826 @cow",
                "  to                 Person",
                "    name             string   \"Bob\"",
                "    wallet           address  0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB",
                "  contents           string   \"Hello, Bob!\"",
            ])
        let types = #""A":[{"name":"text","type":"string"},{"name":"list","type":"A[]"}]"#
        let hostile = try single(types, #"{"text":"a\u001b[2J\nb\u202e\"\u200b","list":[]}"#)
        #expect(hostile.tree().map(\.value).suffix(2) == [#""a\u{1B}[2J\nb\u{202E}\"\u{200B}""#, "no elements"])
    }

    @Test("Mutations of typed data are read or refused, never more")
    func mutations() throws {
        var random = SplitMix64(seed: 712)
        let original = Array(Self.mail.utf8)
        var taken = 0
        for _ in 0..<3_000 {
            var bytes = original
            for _ in 0...(random.next() % 3) {
                let index = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 3 {
                case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: index)
                default: bytes.insert(bytes[Int(random.next() % UInt64(bytes.count))], at: index)
                }
            }
            if let data = try? TypedData(parsing: bytes) {
                taken += 1
                #expect(!data.treeLines().isEmpty)
            }
        }
        #expect(taken > 0 && taken < 3_000)
    }
}
