import Testing

@testable import AI1Wallet

@Suite("Reasons of reverts")
struct RevertReasonTests {
    private func revert(_ declaration: String, _ values: [ABIValue]) throws -> [UInt8] {
        let error = try ABIErrorDeclaration(parsing: declaration)
        return error.selector + (try ABICodec.encode(values, as: error.inputs.map(\.type)))
    }

    @Test("A message is given as it is, cleaned and bounded")
    func message() throws {
        let plain = RevertReason.decode(try revert("Error(string)", [.string("not enough")]))
        #expect(plain.words == "not enough")
        #expect(plain.signature == "Error(string)")
        let hostile = RevertReason.decode(
            try revert("Error(string)", [.string("a\u{1B}[2Jb\u{202E}\nc" + String(repeating: "x", count: 100_000))]))
        #expect(hostile.words.hasPrefix("ab c"))
        #expect(hostile.words.count == RevertReason.maximumLength)
        let octets = RevertReason.decode(
            try ABIErrorDeclaration(parsing: "Error(string)").selector
                + ABICodec.encode([.bytes([0x61, 0xFF])], as: [.bytes]))
        #expect(octets.words == "a\u{FFFD}")
    }

    @Test(
        "Panic codes have Solidity's meanings",
        arguments: [
            (UInt64(0x01), "an assertion failed (panic 0x1)"), (0x11, "arithmetic overflow or underflow (panic 0x11)"),
            (0x12, "division by zero (panic 0x12)"), (0x32, "array index out of bounds (panic 0x32)"),
            (0x99, "a panic of an unknown code (panic 0x99)"),
        ])
    func panics(_ code: UInt64, _ words: String) throws {
        #expect(RevertReason.decode(try revert("Panic(uint256)", [.uint(UInt256(code))])).words == words)
    }

    @Test("Errors of ERC-6093 say what they mean, with names for addresses")
    func tokens() throws {
        let address = try Address("0x00000000000000000000000000000000000000aa")
        let data = try revert(
            "ERC20InsufficientBalance(address,uint256,uint256)", [.address(address), .uint(5), .uint(10)])
        #expect(HexText.encode(data.prefix(4)) == "0xe450d38c")
        #expect(
            RevertReason.decode(data, names: { $0 == address ? "@me" : nil }).words
                == "the balance is too small: ERC20InsufficientBalance(sender @me, balance 5, needed 10)")
    }

    @Test("Every common error is readable")
    func table() { #expect(KnownErrors.all.count == KnownErrors.table.count) }

    @Test("A contract's own errors come first; unknown ones are hexadecimal; nonsense never fails")
    func others() throws {
        let own = try ABIErrorDeclaration(parsing: "error Foo(uint256 a,(address,bytes)[] list)")
        let data = try revert("Foo(uint256,(address,bytes)[])", [.uint(3), .array([])])
        #expect(RevertReason.decode(data, errors: [own]).words == "Foo(a 3, list [])")
        #expect(RevertReason.decode(data).words.hasPrefix("an unknown error 0x"))
        #expect(RevertReason.decode([]).words == "no reason was given")
        #expect(RevertReason.decode([1, 2]).words == "data that is no error: 0x0102")
        #expect(RevertReason.decode([1, 2, 3, 4]).words == "an unknown error 0x01020304")
        #expect(RevertReason.decode([0x08, 0xC3, 0x79, 0xA0, 9]).signature == nil)
    }
}
