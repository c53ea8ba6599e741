import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Wallet

@Suite("Hostile JSON", .timeLimit(.minutes(1)))
struct HostileJSONTests {
    private static let rounds = 1_500

    private static let fields: JSONValue = [
        "chainId": "1", "nonce": 3, "gas": "0x5208", "maxFeePerGas": "2000000000", "maxPriorityFeePerGas": 1,
        "to": "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB", "value": "1000000000000000000", "data": "0xa9059cbb",
        "accessList": [
            [
                "address": "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826",
                "storageKeys": ["0x0000000000000000000000000000000000000000000000000000000000000001"],
            ]
        ], "from": "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826",
    ]

    @Test("A transaction's file is taken when it is the one that is written again, and only then")
    func documents() throws {
        var data = HostileData(seed: 11)
        let document = try TransactionDocument(fields: Self.fields)
        let signed = TransactionDocument(try document.transaction.signed(by: TransactionSamples.key()))
        var taken = 0
        for round in 0..<Self.rounds {
            let base = [JSONValue.object(document.object), .object(signed.object), Self.fields][round % 3]
            let json = data.changed(base)
            guard let found = try? TransactionDocument(json: json) else { continue }
            taken += 1
            if round % 3 < 2, json["kind"] != nil { #expect(JSONValue.object(found.object) == json) }
            let again = try TransactionDocument(parsing: JSONValue.object(found.object).encoded())
            #expect(again == found)
            if case .unsigned(let transaction) = found.payload {
                #expect(found.object["signingHash"]?.string == transaction.signingHash.hex)
            }
        }
        #expect(taken > 20)
    }

    @Test("A file of a transaction whose octets are changed anywhere is refused, or shows another transaction")
    func documentOctets() throws {
        var data = HostileData(seed: 12)
        let bytes = JSONValue.object(try TransactionDocument(fields: Self.fields).object).encoded()
        for _ in 0..<Self.rounds {
            let changed = data.changed(bytes)
            guard let found = try? TransactionDocument(parsing: changed) else { continue }
            #expect(JSONValue.object(found.object) == (try? JSONParser.parse(changed)))
        }
    }

    @Test("Typed data that look the same are the same to sign")
    func typedData() throws {
        var data = HostileData(seed: 13)
        let base = try JSONParser.parse(TypedDataTests.mail)
        var hashes: [String: Hash32] = [:]
        var taken = 0
        for _ in 0..<Self.rounds {
            guard let typed = try? TypedData(json: data.changed(base)) else { continue }
            taken += 1
            let shown = ([typed.encodedType] + typed.treeLines() + typed.explanation()).joined(separator: "\n")
            #expect(hashes[shown, default: typed.hash] == typed.hash, "\(shown)")
            hashes[shown] = typed.hash
            #expect(!typed.treeLines().joined().unicodeScalars.contains(where: VisibleText.isHidden))
            #expect(typed.encodedType.utf8.allSatisfy { $0 < 0x80 })
        }
        #expect(taken > 50)
    }

    @Test("A name that Unicode takes for another's equal is no type")
    func equivalentNames() throws {
        let text = TypedDataTests.mail.split(separator: "Mail").joined(separator: "K")
        #expect(try TypedData(parsing: Array(text.utf8)).primaryType == "K")
        let other = text.split(separator: "\"primaryType\": \"K\"", omittingEmptySubsequences: false)
            .joined(separator: "\"primaryType\": \"\u{212A}\"")
        #expect(other != text || other.utf8.count != text.utf8.count)
        #expect(throws: WalletError.self) { try TypedData(parsing: Array(other.utf8)) }
    }

    @Test("Types that need each other all are refused when they grow with their square")
    func mutualTypes() throws {
        let long = String(repeating: "x", count: 110)
        let names = (0..<200).map { "T\($0)\(long)" }
        var types = JSONObject()
        for (index, name) in names.enumerated() {
            types[name] = .array(
                [2 * index + 1, 2 * index + 2].map { next in
                    ["name": .string("m\(next)\(long)"), "type": .string(names[next % names.count])]
                })
        }
        func message(_ index: Int) -> JSONValue {
            guard index < names.count else { return .null }
            var object = JSONObject()
            for next in [2 * index + 1, 2 * index + 2] { object["m\(next)\(long)"] = message(next) }
            return .object(object)
        }
        let json: JSONValue = [
            "types": .object(types), "primaryType": .string(names[0]), "domain": ["name": "x"], "message": message(0),
        ]
        let error = #expect(throws: WalletError.self) { try TypedData(parsing: json.encoded()) }
        #expect(error?.code == .invalidTypedData)
    }

    @Test("Keystores of any form are read or refused, and none asks for more than is allowed")
    func keystores() throws {
        var data = HostileData(seed: 14)
        for round in 0..<Self.rounds {
            let vectors = KeystoreVectors.published + KeystoreVectors.foreign
            let json = data.changed(try JSONParser.parse(vectors[round % vectors.count].json))
            guard let keystore = try? Keystore(parsing: json.encoded()) else { continue }
            #expect(try Keystore(parsing: keystore.encoded) == keystore)
            if case .scrypt(let cost, _) = keystore.kdf {
                #expect(128 * UInt64(cost.r) * (cost.n + UInt64(cost.p)) <= ScryptCost.maximumBytes + (1 << 20))
            }
        }
    }

    @Test("Interfaces of contracts of any form are read or refused")
    func interfaces() throws {
        var data = HostileData(seed: 15)
        let base: JSONValue = [
            [
                "type": "function", "name": "f",
                "inputs": [
                    ["name": "a", "type": "tuple[2][]", "components": [["name": "b", "type": "uint256[3]"]]],
                    ["name": "c", "type": "bytes32"],
                ], "outputs": [["name": "", "type": "bool"]],
            ],
            [
                "type": "event", "name": "E", "anonymous": false,
                "inputs": [["name": "a", "type": "address", "indexed": true], ["name": "b", "type": "string"]],
            ],
            ["type": "error", "name": "X", "inputs": [["name": "n", "type": "int8"]]], ["type": "fallback"],
        ]
        for _ in 0..<Self.rounds {
            guard let interface = try? ABIInterface(json: data.changed(base)) else { continue }
            for function in interface.functions {
                #expect(try ABIFunction(parsing: function.signature).selector == function.selector)
            }
        }
        let deep = (0..<40).reduce(["name": "a", "type": "uint8"] as JSONValue) { inner, _ in
            ["name": "a", "type": "tuple", "components": [inner]]
        }
        #expect(throws: WalletError.self) {
            try ABIInterface(json: [["type": "function", "name": "f", "inputs": [deep]]])
        }
    }
}
