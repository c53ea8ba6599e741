import Testing

@testable import AI1Wallet

@Suite("Reading RLP by a cursor")
struct RLPReaderTests {
    private func read<Value>(_ hex: String, _ body: (inout RLPReader) throws -> Value) throws -> Value {
        try RLPReader.read(#require(HexText.decode(hex)), body)
    }

    @Test("Numbers of 64 bits are read to their largest")
    func numbers64() throws {
        for value in [0, 1, 127, 128, 255, 256, UInt64(1) << 47, .max - 1, .max] {
            var writer = RLPWriter()
            writer.uint64(value)
            #expect(try RLPReader.read(writer.output) { try $0.uint64() } == value)
            #expect(try RLPReader.read(writer.output) { try $0.uint256() } == UInt256(value))
        }
        #expect(throws: WalletError.self) { try read("89010000000000000000") { try $0.uint64() } }
    }

    @Test("Numbers of 256 bits are read to their largest")
    func numbers256() throws {
        for exponent in 0...77 {
            var writer = RLPWriter()
            writer.uint256(.powerOfTen(exponent))
            #expect(try RLPReader.read(writer.output) { try $0.uint256() } == .powerOfTen(exponent))
        }
        var writer = RLPWriter()
        writer.uint256(.max)
        #expect(try RLPReader.read(writer.output) { try $0.uint256() } == .max)
        #expect(try RLPReader.read(writer.output) { try $0.word() }.bytes == UInt256.max.word)
        #expect(throws: WalletError.self) { try read("a101" + String(repeating: "00", count: 32)) { try $0.uint256() } }
    }

    @Test("Leading zeros of numbers are refused", arguments: ["00", "820001", "8800ffffffffffffff"])
    func leadingZeros(hex: String) {
        #expect(throws: WalletError.self) { try read(hex) { try $0.uint64() } }
        #expect(throws: WalletError.self) { try read(hex) { try $0.uint256() } }
        #expect(throws: WalletError.self) { try read(hex) { try $0.word() } }
    }

    @Test("A list must be read wholly, and octets are no list")
    func lists() throws {
        #expect(try read("c20102") { try $0.list { [try $0.uint64(), try $0.uint64()] } } == [1, 2])
        #expect(throws: WalletError.self) { try read("c20102") { try $0.list { try $0.uint64() } } }
        #expect(throws: WalletError.self) { try read("c101") { try $0.list { [try $0.uint64(), try $0.uint64()] } } }
        #expect(throws: WalletError.self) { try read("820102") { try $0.list { _ in } } }
        #expect(throws: WalletError.self) { try read("c0") { try $0.bytes() } }
        #expect(throws: WalletError.self) { try read("c0") { _ in } }
    }

    @Test("An item does not reach over the end of its list")
    func overlongItem() {
        #expect(throws: WalletError.self) {
            try read("c3c2820102") { reader in try reader.list { try $0.list { try $0.bytes() } } }
        }
    }

    @Test("Addresses and hashes have their exact lengths")
    func fixedLengths() throws {
        let address = String(repeating: "11", count: 20)
        #expect(try read("94" + address) { try $0.address() }.bytes == Array(repeating: 0x11, count: 20))
        #expect(try read("94" + address) { try $0.optionalAddress() } != nil)
        #expect(try read("80") { try $0.optionalAddress() } == nil)
        #expect(throws: WalletError.self) { try read("80") { try $0.address() } }
        for hex in ["93" + address.dropLast(2), "95" + address + "11"] {
            #expect(throws: WalletError.self) { try read(hex) { try $0.optionalAddress() } }
        }
        #expect(throws: WalletError.self) { try read("9f" + String(repeating: "11", count: 31)) { try $0.hash32() } }
    }
}
