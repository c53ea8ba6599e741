import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("What a transaction may cost")
struct FeeBoundTests {
    private static let estimated = GasPlan(limit: 100_000, estimate: 83_333)
    private static let own = GasPlan(explicit: 100_000)

    private static func fees(_ price: UInt256, isExplicit: Bool = false) -> FeePlan {
        FeePlan(kind: .legacy, fees: .gasPrice(price), baseFee: nil, isExplicit: isExplicit)
    }

    private static func worst(_ fees: FeePlan, _ gas: GasPlan, cap: UInt256? = nil) throws(ChainError) -> UInt256 {
        try FeeBound.worstFee(fees, gas: gas, feeCap: cap, network: Clients.network())
    }

    @Test("Exactly a hundredth of a coin needs no leave, one wei more does")
    func bound() throws {
        #expect(try Self.worst(Self.fees(100_000_000_000), Self.estimated) == UInt256.powerOfTen(16))
        let above = Self.fees(100_000_000_001)
        #expect(throws: ChainError.self) { try Self.worst(above, Self.estimated) }
        #expect(try Self.worst(above, Self.estimated, cap: .powerOfTen(17)) == 10_000_000_000_100_000)
    }

    @Test("The user's cap holds for the user's own figures too, and may be lower")
    func cap() throws {
        #expect(throws: ChainError.self) { try Self.worst(Self.fees(2, isExplicit: true), Self.own, cap: 199_999) }
        #expect(try Self.worst(Self.fees(2, isExplicit: true), Self.own, cap: 200_000) == 200_000)
    }

    @Test("Price and gas both given are leave enough, one of them is not")
    func own() throws {
        let high = UInt256.powerOfTen(15)
        #expect(try Self.worst(Self.fees(high, isExplicit: true), Self.own) == .powerOfTen(20))
        #expect(throws: ChainError.self) { try Self.worst(Self.fees(high, isExplicit: true), Self.estimated) }
        #expect(throws: ChainError.self) { try Self.worst(Self.fees(high), Self.own) }
    }

    private static func published(
        _ asked: UInt256, _ fees: FeePlan, _ gas: GasPlan, cap: UInt256? = nil
    ) throws(ChainError) -> UInt256 {
        try FeeBound.worstFee(
            fees, gas: gas, publishing: .asked(asked), feeCap: cap, network: Clients.network())
    }

    @Test("What is reckoned with for publishing is part of the fee")
    func publishing() throws {
        let gas = Self.fees(50_000_000_000)
        #expect(try Self.published(2_500_000_000_000_000, gas, Self.estimated) == .powerOfTen(16))
        let error = try #require(throws: ChainError.self) {
            try Self.published(3_000_000_000_000_000, gas, Self.estimated)
        }
        #expect(
            error.message
                == "the fee could be up to 0.011 ETH, 0.006 ETH of it for publishing on Ethereum, "
                + "and 0.01 ETH is the most that is allowed")
        #expect(error.hint?.hasSuffix("--fee-cap 0.011eth") == true)
        #expect(
            try Self.published(3_000_000_000_000_000, gas, Self.estimated, cap: 11_000_000_000_000_000)
                == 11_000_000_000_000_000)
        #expect(throws: ChainError.self) { try Self.published(.max, gas, Self.estimated, cap: .max) }
    }

    @Test("The user's own price and gas are no leave for what the node says of publishing")
    func ownAndPublishing() throws {
        let own = Self.fees(.powerOfTen(15), isExplicit: true)
        #expect(try Self.published(5_000_000_000_000_000, own, Self.own) > .powerOfTen(20))
        #expect(throws: ChainError.self) { try Self.published(5_000_000_000_000_001, own, Self.own) }
    }

    @Test("A fee that does not fit is refused")
    func overflow() throws {
        #expect(throws: ChainError.self) { try Self.worst(Self.fees(.max, isExplicit: true), Self.own, cap: .max) }
    }

    @Test("Amount and fee together must be covered")
    func balance() throws {
        let network = Clients.network()
        try BalanceCheck.coin(value: 5, worstFee: 5, balance: 10, network: network)
        let error = try #require(throws: ChainError.self) {
            try BalanceCheck.coin(
                value: .powerOfTen(18), worstFee: .powerOfTen(14), balance: .powerOfTen(18), network: network)
        }
        #expect(error.code == .insufficientFunds)
        #expect(error.message == "the account holds 1 ETH; 1 ETH and a fee of up to 0.0001 ETH are needed")
        #expect(throws: ChainError.self) {
            try BalanceCheck.coin(value: .max, worstFee: 1, balance: .max, network: network)
        }
        try BalanceCheck.token(amount: 7, balance: 7, token: Samples.token)
        let short = try #require(throws: ChainError.self) {
            try BalanceCheck.token(amount: .powerOfTen(18), balance: 0, token: Samples.token)
        }
        #expect(short.message == "the account holds 0 AI1NET; 1 AI1NET are needed")
    }
}
