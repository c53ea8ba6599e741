import AI1Chain
import AI1Core
import AI1Terminal
import AI1Wallet
import Testing

@testable import AI1Commands

@Suite("What is shown before a transaction is signed")
struct SigningViewTests {
    private static let savings = Address((1...20).map { UInt8($0) })!
    private static let main = Address((101...120).map { UInt8($0) })!
    private static let token = Address((201...220).map { UInt8($0) })!

    private func example() throws -> SigningSummary {
        SigningSummary(
            verb: "Send",
            amount: .init(
                text: "25 AI1NET", raw: try UInt256(25).multiplied(by: .powerOfTen(18)), rawUnit: "units"),
            to: .init(
                address: Self.savings, name: "@savings", notes: [.warning("first transfer to this address")]),
            contract: .init(address: Self.token, name: "AI1NET"), from: .init(address: Self.main, name: "main"),
            balances: ["1,204.5 AI1NET", "0.81 ETH"], network: "Base", chainID: 8453, nonce: 14,
            fee: .init(
                worst: UInt256(21_000_000_000_000), text: "0.000021 ETH", gasLimit: 78_000,
                gasPrice: UInt256(1_500_000_000), priorityGasPrice: UInt256(1_000_000)),
            effects: ["transfer(@savings, 25 AI1NET): your balance becomes 1,179.5 AI1NET"])
    }

    private func show(_ told: SigningSummary, columns: Int? = 80, color: Bool = false) -> String {
        SigningView(style: Style(hasColor: color), columns: columns).lines(told).joined(separator: "\n")
    }

    @Test("Chain, parties, amount in both units, worst fee, nonce and effect fit 80 columns")
    func transfer() throws {
        #expect(
            try show(example()) == """
                Send       25 AI1NET  (25,000,000,000,000,000,000 units)
                To         @savings  \(Self.savings.checksummed)
                           first transfer to this address
                Contract   AI1NET  \(Self.token.checksummed)
                From       main  \(Self.main.checksummed)
                           has 1,204.5 AI1NET, 0.81 ETH
                Network    Base (8453), nonce 14
                Fee        at most 0.000021 ETH
                           78,000 gas at up to 1.5 gwei, tip 0.001 gwei
                Effect     transfer(@savings, 25 AI1NET): your balance becomes 1,179.5 AI1NET
                """)
        #expect(try example().question == "Type yes to sign and send:")
        #expect(try show(example()).split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test("What a chain takes for publishing is told apart, with where the figure comes from")
    func publishing() throws {
        var told = try example()
        told.fee.publishing = .asked(1_000_000_000_000)
        told.fee.publishingText = "0.000002 ETH"
        #expect(
            show(told).contains(
                """
                Fee        at most 0.000021 ETH
                           78,000 gas at up to 1.5 gwei, tip 0.001 gwei
                           and 0.000002 ETH for publishing on Ethereum: 2 × what is asked now

                """))
        #expect(show(told).split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(JSONValue.object(told.members)["publishing_fee"]?.string == "2000000000000")
        #expect(told.feeWarnings.isEmpty)
    }

    @Test("What is not known of publishing is said, and none is another matter")
    func unknownPublishing() throws {
        var told = try example()
        #expect(JSONValue.object(told.members)["publishing_fee"]?.isNull == true)
        told.fee.publishing = .untold
        #expect(show(told).contains("at most 0.000021 ETH for gas\n"))
        #expect(show(told).contains("and what the chain takes for publishing on Ethereum, not known here"))
        #expect(JSONValue.object(told.members)["publishing_fee"]?.isNull == true)
        #expect(
            told.feeWarnings == [
                "Base did not say what it takes for publishing on Ethereum: that comes on top of the fee"
            ])
        told.fee.publishing = .absent
        #expect(!show(told).contains("publishing"))
        #expect(JSONValue.object(told.members)["publishing_fee"]?.string == "0")
    }

    @Test("A warning stands out by its words, with and without colour")
    func warning() throws {
        var told = try example()
        told.warnings = ["this address looks like @savings, and is another one"]
        #expect(show(told).hasSuffix("\nWarning    this address looks like @savings, and is another one"))
        #expect(show(told, color: true).contains("\u{1B}[31mthis address looks like"))
    }

    @Test("Escape sequences and bidirectional controls of a chain do nothing")
    func harmless() throws {
        var told = try example()
        told.contract?.name = "EVIL\u{1B}[2J\u{202E}TEN"
        told.amount = .init(text: "25 EV\u{1B}]0;x\u{7}IL\nTo  0x0", raw: 1, rawUnit: "units")
        let text = show(told)
        #expect(text.contains("EVILTEN"))
        #expect(text.hasPrefix("Send       25 EVIL To 0x0  (1 units)\n"))
        let harmful: [Unicode.Scalar] = ["\u{1B}", "\u{202E}", "\u{7}"]
        #expect(!text.unicodeScalars.contains { harmful.contains($0) })
    }

    @Test("A call that nobody has words for shows its octets")
    func unknownCall() throws {
        var told = try example()
        told.verb = "Call"
        told.amount = nil
        told.effects = []
        told.data = Array(repeating: 0xAB, count: 200)
        let text = show(told)
        #expect(text.hasPrefix("Call       no amount\n"))
        #expect(text.contains("Data       200 octets:\n           0xabab"), "\(text)")
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test("A chain without a name goes by its number, and an unlimited amount by that word")
    func names() throws {
        var told = try example()
        told.network = "chain 8453"
        #expect(show(told).contains("Network    chain 8453, nonce 14\n"))
        let token = Asset.token(Token(address: Self.token, symbol: "AI1NET", decimals: 18))
        #expect(token.allowance(.max).text == "unlimited AI1NET" && token.allowance(5).text.hasSuffix("5 AI1NET"))
        #expect(token.amount(.max).text != "unlimited AI1NET")
    }

    @Test("Scripts get the same facts, and large numbers as text")
    func json() throws {
        let object = JSONValue.object(try example().members)
        #expect(object["chain_id"]?.number?.text == "8453")
        #expect(object["amount_raw"]?.string == "25000000000000000000")
        #expect(object["worst_fee"]?.string == "21000000000000")
        #expect(object["to"]?.string == Self.savings.checksummed)
        #expect(object["notes"]?[0]?.string == "first transfer to this address")
    }
}
