import Testing

@testable import AI1Wallet

@Suite("Calls in words")
struct CallDescriptionTests {
    private let token = Address(Array(repeating: 0x33, count: 20))!
    private let friend = Address(Array(repeating: 0x22, count: 20))!
    private let unit = AssetUnit(symbol: "AI1NET", decimals: 2)!

    private func describe(_ data: [UInt8], value: UInt256 = 0, unit: AssetUnit?) -> CallDescription {
        CallDescription(to: token, value: value, data: data, token: unit) { $0 == friend ? "@friend" : nil }
    }

    @Test("Calls of tokens")
    func tokens() throws {
        let transfer = describe(try ERC20.transfer.encodeCall([.address(friend), .uint(123_450)]), unit: unit)
        #expect(transfer.words == "sends 1,234.5 AI1NET to @friend")
        #expect(transfer.action == .transfer(to: friend, amount: 123_450))
        #expect(transfer.gasNeed == .erc20Transfer)
        #expect(transfer.warnings.isEmpty)
        let from = describe(
            try ERC20.transferFrom.encodeCall([.address(token), .address(friend), .uint(100)]), unit: unit)
        #expect(from.words == "sends 1 AI1NET from \(token.checksummed) to @friend")
        let approve = describe(try ERC20.approve.encodeCall([.address(friend), .uint(100)]), unit: unit)
        #expect(approve.words == "lets @friend take 1 AI1NET from your account")
        #expect(approve.gasNeed == .erc20Approve)
        let revoke = describe(try ERC20.approve.encodeCall([.address(friend), .uint(0)]), unit: unit)
        #expect(revoke.words == "takes back what @friend may take of your AI1NET")
        let more = describe(try ERC20.increaseAllowance.encodeCall([.address(friend), .uint(5)]), unit: unit)
        #expect(more.words == "lets @friend take 0.05 AI1NET more from your account")
    }

    @Test("Unlimited approvals are called so, narrow ones too")
    func unlimited() throws {
        for bits in [96, 128, 160, 256] {
            let all = try #require(UInt256(bigEndian: Array(repeating: 0xFF, count: bits / 8)))
            let approve = describe(try ERC20.approve.encodeCall([.address(friend), .uint(all)]), unit: unit)
            #expect(approve.words == "lets @friend take an unlimited amount of AI1NET from your account")
            #expect(approve.warnings.count == 1)
        }
    }

    @Test("What is odd about a call is said")
    func warnings() throws {
        let call = try ERC20.transfer.encodeCall([.address(token), .uint(1)])
        #expect(describe(call, unit: unit).warnings.count == 1)
        #expect(describe(call + [1], value: 5, unit: nil).warnings.count == 4)
        #expect(describe(call, unit: nil).words == "sends 1 smallest unit to \(token.checksummed)")
    }

    @Test("Coin, contracts and calls that are not known")
    func others() throws {
        let coin = CallDescription(to: friend, value: UInt256(1_500_000_000_000_000_000 as UInt64), data: [])
        #expect(coin.words == "sends 1.5 ETH to \(friend.checksummed)")
        #expect(coin.gasNeed == .nativeTransfer)
        #expect(CallDescription(to: nil, value: 0, data: [1, 2]).words == "creates a contract from 2 octets")
        let unknown = describe([1, 2, 3, 4, 5], value: 1, unit: nil)
        #expect(
            unknown.words == "calls the function 0x01020304 of \(token.checksummed) with 1 octet of arguments"
                + ", and sends 0.000000000000000001 ETH along")
        #expect(unknown.gasNeed == .unknown)
        #expect(describe([1], unit: nil).action == .unknown(selector: [1], octets: 1))
        // Arguments that cannot be read: an address of more than 20 octets.
        let broken = ERC20.transfer.selector + [UInt8](repeating: 0xFF, count: 64)
        #expect(describe(broken, unit: unit).action == .unknown(selector: ERC20.transfer.selector, octets: 68))
    }
}
