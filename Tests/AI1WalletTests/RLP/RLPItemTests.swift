import Testing

@testable import AI1Wallet

@Suite("RLP as a tree")
struct RLPItemTests {
    private static let four: RLPItem = ["asdf", "qwer", "zxcv"]
    private static let fourHex = "cf84617364668471776572847a786376"

    private static func hex(_ text: String) -> String { HexText.encode(text.utf8, prefix: false) }

    /// Items and their encodings, as Ethereum's own tests have them.
    private static let pairs: [(RLPItem, String)] = [
        ("", "80"), (.bytes([0]), "00"), (.bytes([1]), "01"), (.bytes([0x7f]), "7f"), (.bytes([0x80]), "8180"),
        ("dog", "83646f67"),
        (
            "Lorem ipsum dolor sit amet, consectetur adipisicing eli",
            "b7" + hex("Lorem ipsum dolor sit amet, consectetur adipisicing eli")
        ),
        (
            "Lorem ipsum dolor sit amet, consectetur adipisicing elit",
            "b838" + hex("Lorem ipsum dolor sit amet, consectetur adipisicing elit")
        ),
        (.bytes(Array(repeating: 0x61, count: 1_024)), "b90400" + String(repeating: "61", count: 1_024)),
        (.number("0"), "80"), (.number("1"), "01"), (.number("16"), "10"), (.number("79"), "4f"),
        (.number("127"), "7f"),
        (.number("128"), "8180"), (.number("1000"), "8203e8"), (.number("100000"), "830186a0"),
        (.number("83729609699884896815286331701780722"), "8f102030405060708090a0b0c0d0e0f2"),
        (
            .number("105315505618206987246253880190783558935785933862974822347068935681"),
            "9c0100020003000400050006000700080009000a000b000c000d000e01"
        ),
        (.bytes([1] + Array(repeating: 0, count: 32)), "a101" + String(repeating: "00", count: 32)),
        ([], "c0"), (["dog", "god", "cat"], "cc83646f6783676f6483636174"),
        (["zw", [.number("4")], .number("1")], "c6827a77c10401"),
        (
            ["asdf", "qwer", "zxcv", "asdf", "qwer", "zxcv", "asdf", "qwer", "zxcv", "asdf", "qwer"],
            "f7" + String(repeating: String(fourHex.dropFirst(2)), count: 3) + "84617364668471776572"
        ),
        (.list(Array(repeating: four, count: 4)), "f840" + String(repeating: fourHex, count: 4)),
        (.list(Array(repeating: four, count: 32)), "f90200" + String(repeating: fourHex, count: 32)),
        ([[[], []], []], "c4c2c0c0c0"), ([[], [[]], [[], [[]]]], "c7c0c1c0c3c0c1c0"),
        (
            [["key1", "val1"], ["key2", "val2"], ["key3", "val3"], ["key4", "val4"]],
            "ecca846b6579318476616c31ca846b6579328476616c32ca846b6579338476616c33ca846b6579348476616c34"
        ),
    ]

    @Test("Each item is written as it should be, and read again", arguments: pairs)
    func encodesAndDecodes(item: RLPItem, hex: String) throws {
        #expect(HexText.encode(item.encoded, prefix: false) == hex)
        #expect(try RLPItem(decoding: item.encoded) == item)
    }

    @Test("What is cut short, too long, or not canonical is refused", arguments: refused)
    func refuses(hex: String) throws {
        let bytes = try #require(HexText.decode(hex))
        let error = #expect(throws: WalletError.self) { try RLPItem(decoding: bytes) }
        #expect(error?.code == .invalidTransaction)
    }

    private static let refused = [
        "bf0f000000000000021111", "ff0f000000000000021111", "f80180", "f80100", "8100", "8101", "817f",
        "b9002100dc2b275d0f74e8a53e6f4ec61b27f24278820be3f82ea2110e582081b0565df0",
        "f861f83eb9002100dc2b275d0f74e8a53e6f4ec61b27f24278820be3f82ea2110e582081b0565df027b90015002d5ef8325ae4d034df"
            + "55d4b58d0dfba64d61ddd17be00000b9001a00dae30907045a2f66fa36f2bb8aa9029cbb0b8a7b3b5c435ab331",
        "b90040" + counting(64), "b800", "fb00000040" + counting(64), "f800", "b81000112233445566778899aabbccddeeff",
        "b801ff", "f810" + counting(16), "f803112233", "", "81", "a0" + counting(31), "c5010203", "e201020304050607",
        "ba010000aabbccddeeff", "b840ffeeddccbbaa99887766554433221100", "f90180",
        "ffffffffffffffffff0001020304050607", "b8", "f9", "bb80000000", "bfffffffffffffffff", "c28100", "c1c1",
        "c101c0",
        "8080", "c000", "c18080",
    ]

    private static func counting(_ count: Int) -> String {
        HexText.encode((0..<count).map { UInt8($0) }, prefix: false)
    }

    @Test("Every truncation of an encoding is refused, and every octet behind it")
    func truncations() {
        for (item, _) in Self.pairs {
            let bytes = item.encoded
            for count in 0..<bytes.count {
                #expect(throws: WalletError.self) { try RLPItem(decoding: Array(bytes[..<count])) }
            }
            #expect(throws: WalletError.self) { try RLPItem(decoding: bytes + [0]) }
        }
    }

    @Test("Random octets are refused, or are what their tree is written as")
    func randomBytes() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<5_000 {
            let first = [0x81, 0xb8, 0xb9, 0xc1, 0xc4, 0xf8, 0xf9, UInt8.random(in: 0...255)].randomElement() ?? 0
            let rest = (0..<Int.random(in: 0...8)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            guard let item = try? RLPItem(decoding: [first] + rest) else { continue }
            #expect(item.encoded == [first] + rest)
        }
    }

    @Test("Lists as deep as the limit are read, deeper ones refused")
    func depth() throws {
        var item = RLPItem.list([])
        for _ in 1..<RLP.maximumDepth { item = .list([item]) }
        #expect(try RLPItem(decoding: item.encoded) == item)
        #expect(throws: WalletError.self) { try RLPItem(decoding: RLPItem.list([item]).encoded) }
        #expect(throws: WalletError.self) { try RLPItem(decoding: Array(repeating: 0xc1, count: 100_000) + [0xc0]) }
    }

    @Test("Input and items have limits")
    func limits() throws {
        let widest = RLPItem.list(Array(repeating: .bytes([1]), count: RLP.maximumItemCount - 1))
        #expect(try RLPItem(decoding: widest.encoded) == widest)
        let wider = RLPItem.list(Array(repeating: .bytes([1]), count: RLP.maximumItemCount))
        #expect(throws: WalletError.self) { try RLPItem(decoding: wider.encoded) }
        let largest = RLPItem.bytes(Array(repeating: 1, count: RLP.maximumByteCount - 4))
        #expect(try RLPItem(decoding: largest.encoded) == largest)
        let larger = RLPItem.bytes(Array(repeating: 1, count: RLP.maximumByteCount - 3))
        #expect(throws: WalletError.self) { try RLPItem(decoding: larger.encoded) }
    }
}

extension RLPItem: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    init(stringLiteral value: String) { self = .bytes(Array(value.utf8)) }
    init(arrayLiteral elements: RLPItem...) { self = .list(elements) }

    static func number(_ decimal: String) -> RLPItem { .bytes(UInt256(decimal: decimal)?.minimalBytes ?? [0]) }
}
