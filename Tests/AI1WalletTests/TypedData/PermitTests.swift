import AI1Core
import Testing

@testable import AI1Wallet

@Suite("Permits")
struct PermitTests {
    private let owner = Address(Array(repeating: 0x11, count: 20))!
    private let spender = Address(Array(repeating: 0x22, count: 20))!
    private let token = Address(Array(repeating: 0x33, count: 20))!

    private func permit(value: UInt256, deadline: UInt256 = 1_800_000_000, version: String? = "1") -> Permit {
        Permit(
            tokenName: "AI1 Network", tokenVersion: version, chainID: 31_337, token: token, owner: owner,
            spender: spender, value: value, nonce: 7, deadline: deadline)
    }

    private func names(_ address: Address) -> String? { [owner: "main", spender: "@shop"][address] }

    @Test("The type is that of ERC-2612, and the data reads back")
    func typedData() throws {
        let data = try permit(value: 5).typedData()
        #expect(
            Keccak256.hash(text: data.encodedType).hex
                == "0x6e71edae12b1b97f4d1f60370fef10105fa2faae0126114a169c64845d6126c9")
        #expect(Permit(data) == permit(value: 5))
        #expect(Permit(try permit(value: 5, version: nil).typedData())?.tokenVersion == nil)
        #expect(Permit(try TypedData(parsing: Array(TypedDataTests.mail.utf8))) == nil)
    }

    @Test("It is explained in words, an unlimited one with a warning")
    func explanation() throws {
        let unit = try #require(AssetUnit(symbol: "AI1NET", decimals: 18))
        let value = UInt256(2_500_000_000_000_000_000 as UInt64)
        #expect(
            try permit(value: value).typedData().explanation(token: unit, names: names) == [
                "main lets @shop take 2.5 AI1NET",
                "whoever has the signature can hand it in until 2027-01-15T08:00:00Z; what it allows lasts after that",
            ])
        let unlimited = try permit(value: .max, deadline: .max).typedData().explanation(token: unit, names: names)
        #expect(unlimited[0] == "main lets @shop take an unlimited amount of AI1NET")
        #expect(unlimited[1].hasPrefix("unlimited: @shop may take all"))
        #expect(unlimited[2] == "whoever has the signature can hand it in for ever: it has no deadline")
        let late = try permit(value: 1).typedData().explanation(
            now: Timestamp(millisecondsSinceEpoch: 1_800_000_000_001))
        #expect(late.last == "it is of no use any more: its deadline was 2027-01-15T08:00:00Z")
    }

    @Test("The call that hands it in carries the signature")
    func call() throws {
        let key = try PrivateKey.random()
        let signature = try permit(value: 5).typedData().signed(by: key)
        let values = try ERC20.permit.decodeCall(try permit(value: 5).call(signature))
        #expect(values[0] == .address(owner))
        #expect(values[4].uint == UInt256(UInt64(signature.bytes[64])))
        #expect(values[5] == .bytes(signature.r.bytes))
    }
}
