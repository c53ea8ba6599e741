import AI1Core
import Testing

@testable import AI1Wallet

@Suite("Encoding and decoding of the contract interface")
struct ABICodecTests {
    private func hex(_ words: String...) -> [UInt8] { HexText.decode(words.joined()) ?? [] }
    private func word(_ number: UInt64) -> String { HexText.encode(UInt256(number).word, prefix: false) }

    @Test("The examples of Solidity's specification")
    func specification() throws {
        let baz = try ABIFunction(parsing: "baz(uint32 x, bool y)")
        #expect(try baz.encodeCall([.uint(69), .bool(true)]) == hex("cdcd77c0", word(0x45), word(1)))
        let bar = try ABIFunction(parsing: "bar(bytes3[2])")
        let abc = HexText.encode(Array("abc".utf8) + Array(repeating: 0, count: 29), prefix: false)
        let def = HexText.encode(Array("def".utf8) + Array(repeating: 0, count: 29), prefix: false)
        #expect(
            try bar.encodeCall([.array([.bytes(Array("abc".utf8)), .bytes(Array("def".utf8))])])
                == hex("fce353f6", abc, def))
        let sam = try ABIFunction(parsing: "sam(bytes,bool,uint[])")
        #expect(sam.signature == "sam(bytes,bool,uint256[])")
        let dave = HexText.encode(Array("dave".utf8) + Array(repeating: 0, count: 28), prefix: false)
        let samCall = hex(
            "a5643bf2", word(0x60), word(1), word(0xA0), word(4), dave, word(3), word(1), word(2), word(3))
        #expect(try sam.encodeCall(texts: ["0x64617665", "true", "[1,2,3]"]) == samCall)
        #expect(
            try sam.decodeCall(samCall) == [
                .bytes(Array("dave".utf8)), .bool(true), .array([.uint(1), .uint(2), .uint(3)]),
            ])
    }

    @Test("Dynamic types at several levels, as in the specification")
    func dynamic() throws {
        let function = try ABIFunction(parsing: "g(uint256[][],string[])")
        #expect(HexText.encode(function.selector) == "0x2289b18c")
        func text(_ text: String) -> String {
            HexText.encode(Array(text.utf8) + Array(repeating: 0, count: 32 - text.utf8.count), prefix: false)
        }
        let expected = hex(
            "2289b18c", word(0x40), word(0x140), word(2), word(0x40), word(0xA0), word(2), word(1), word(2), word(1),
            word(3), word(3), word(0x60), word(0xA0), word(0xE0), word(3), text("one"), word(3), text("two"), word(5),
            text("three"))
        #expect(try function.encodeCall(texts: ["[[1, 2], [3]]", "[one, \"two\", three]"]) == expected)
    }

    @Test("Negative numbers are two's complement and keep their range")
    func negative() throws {
        let minusOne = try ABICodec.encode([.int(-1)], as: [.int(bits: 8)])
        #expect(minusOne == Array(repeating: 0xFF, count: 32))
        #expect(try ABICodec.decode(minusOne, as: [.int(bits: 8)]) == [.int(-1)])
        #expect(try ABICodec.encode([.int(-128)], as: [.int(bits: 8)]).suffix(2) == [0xFF, 0x80])
        #expect(throws: WalletError.self) { try ABICodec.encode([.int(-129)], as: [.int(bits: 8)]) }
        #expect(throws: WalletError.self) { try ABICodec.encode([.int(128)], as: [.int(bits: 8)]) }
        let word = [UInt8](repeating: 0, count: 31) + [0x80]
        #expect(throws: WalletError.self) { try ABICodec.decode(word, as: [.int(bits: 8)]) }
    }

    static let refused: [(String, [String], String)] = [
        ("a short word", ["uint256"], "00"),
        ("a number too large", ["uint8"], String(repeating: "0", count: 61) + "100"),
        ("a bool of 2", ["bool"], String(repeating: "0", count: 63) + "2"),
        ("an address of 21 octets", ["address"], String(repeating: "0", count: 22) + String(repeating: "1", count: 42)),
        ("octets behind bytes4", ["bytes4"], "01020304" + String(repeating: "0", count: 55) + "1"),
        ("trailing octets", ["bool"], String(repeating: "0", count: 128)),
        ("an offset outside", ["bytes"], String(repeating: "f", count: 64)),
        ("an offset into the head", ["bytes"], String(repeating: "0", count: 64)),
        ("a length outside", ["bytes"], String(repeating: "0", count: 62) + "20" + String(repeating: "f", count: 64)),
        (
            "padding that is not zero", ["bytes"],
            String(repeating: "0", count: 62) + "20" + String(repeating: "0", count: 63) + "1" + "aa"
                + String(repeating: "0", count: 61) + "1"
        ),
        (
            "a string that is not UTF-8", ["string"],
            String(repeating: "0", count: 62) + "20" + String(repeating: "0", count: 63) + "1" + "ff"
                + String(repeating: "0", count: 62)
        ),
    ]

    @Test("What encoding would not write is refused", arguments: refused)
    func strict(_ what: String, _ types: [String], _ text: String) throws {
        #expect(throws: WalletError.self, Comment(rawValue: what)) {
            try ABICodec.decodeJSON(hex(text), typeNames: types)
        }
    }

    @Test("Trailing octets are taken when asked for")
    func trailing() throws {
        let data = hex(word(7), word(9))
        #expect(try ABICodec.decode(data, as: [.uint256], allowsTrailingData: true) == [.uint(7)])
        #expect(throws: WalletError.self) { try ABICodec.decode(data, as: [.uint256]) }
    }

    @Test("A small input cannot make a huge value by pointing at itself")
    func bomb() throws {
        // Every array of the outer four levels has its elements at the same place.
        var text = word(0x20)
        for _ in 0..<4 {
            text += word(16) + (0..<16).map { _ in word(16 * 32) }.joined()
        }
        text += word(16) + (0..<16).map { word(UInt64($0)) }.joined()
        let type = try ABIType(parsing: "uint256[][][][][]")
        #expect(throws: WalletError.self) { try ABICodec.decode(hex(text), as: [type], allowsTrailingData: true) }
    }

    @Test("Values in JSON: numbers or text, tuples as arrays or objects")
    func json() throws {
        let type = try ABIType(parsing: "(uint256 amount, (address who, bytes data)[] parts)")
        let asArray = try JSONParser.parse(
            #"["0x10", [["0x00000000000000000000000000000000000000aa", "0x"]]]"#)
        let asObject = try JSONParser.parse(
            #"{"parts":[{"data":"0x","who":"0x00000000000000000000000000000000000000aa"}],"amount":16}"#)
        #expect(try ABIValue(json: asArray, as: type) == ABIValue(json: asObject, as: type))
        let lacking = try JSONParser.parse(#"{"parts":[],"amounts":16}"#)
        #expect(throws: WalletError.self) { try ABIValue(json: lacking, as: type) }
        for text in ["1e3", "1.0", "-1", "true", "null", #""""#, #""0x""#, #"" 1""#, #""+1""#, "[]"] {
            #expect(throws: WalletError.self, Comment(rawValue: text)) {
                try ABIValue(json: JSONParser.parse(text), as: .uint256)
            }
        }
    }

    @Test("Values as command lines give them")
    func commandText() throws {
        func value(_ text: String, _ type: String) throws -> ABIValue {
            try ABIValue(text: text, as: ABIType(parsing: type))
        }
        #expect(try value("[ ]", "uint8[]") == .array([]))
        #expect(
            try value("(1, \"a, b)\" ,[-2])", "(uint8,string,int8[1])")
                == .tuple([.uint(1), .string("a, b)"), .array([.int(-2)])]))
        #expect(try value("hello, [world]", "string") == .string("hello, [world]"))
        #expect(try value(#""say \"hi\"""#, "string") == .string("say \"hi\""))
        #expect(try value("0xff", "uint8") == .uint(255))
        let contacts = try ABIValue(text: "[@zero]", as: .array(.address)) { name in
            try name == "@zero" ? .zero : Address(name)
        }
        #expect(contacts == .array([.address(.zero)]))
        for (text, type) in [
            ("[1,2", "uint8[]"), ("1,2", "uint8[]"), ("[1,]", "uint8[]"), ("(1)", "(uint8,uint8)"), ("256", "uint8"),
            ("[1]]", "uint8[]"), (#""open"#, "string"), ("yes", "bool"), ("0x1", "bytes"), ("[1,2]", "uint8[3]"),
            ("", "uint8"), ("0x1234", "address"),
        ] {
            #expect(throws: WalletError.self, Comment(rawValue: "\(text) as \(type)")) { try value(text, type) }
        }
    }
}
