import Testing

@testable import AI1Wallet

@Suite("Signed integers of 256 bits")
struct Int256Tests {
    private static let least = "-57896044618658097711785492504343953926634992332820282019728792003956564819968"
    private static let greatest = "57896044618658097711785492504343953926634992332820282019728792003956564819967"

    @Test("The ends of the range, and one behind them")
    func range() throws {
        let least = try #require(Int256(decimal: Self.least))
        #expect(least.word == [0x80] + Array(repeating: 0, count: 31))
        #expect(least.decimal == Self.least)
        let greatest = try #require(Int256(decimal: Self.greatest))
        #expect(greatest.word == [0x7F] + Array(repeating: 0xFF, count: 31))
        #expect(least < greatest)
        #expect(Int256(decimal: String(Self.least.dropLast()) + "9") == nil)
        #expect(Int256(decimal: String(Self.greatest.dropLast()) + "8") == nil)
    }

    @Test("Zero has no sign; words read back")
    func words() {
        #expect(Int256(decimal: "-0") == .zero)
        for number in [Int64.min, -256, -255, -1, 0, 1, 127, 128, .max] {
            #expect(Int256(word: Int256(number).word) == Int256(number))
            #expect(Int256(number).decimal == String(number))
        }
        #expect(Int256(word: [1]) == nil)
        for text in ["", "-", "--1", "+1", "1.0", "0x1", " 1"] { #expect(Int256(decimal: text) == nil) }
    }

    @Test("Widths of two's complement")
    func widths() {
        #expect(Int256(-128).fits(bits: 8))
        #expect(!Int256(-129).fits(bits: 8))
        #expect(Int256(127).fits(bits: 8))
        #expect(!Int256(128).fits(bits: 8))
        #expect(Int256(-129).fits(bits: 16))
    }
}
