internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// Chains that take a fee for publishing on Ethereum, and chains that turn.
@Suite(.enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct PublishingTests {
    private static let price = ["--gas-limit", "100000", "--gas-price", "3gwei", "--priority-gas-price", "1gwei"]

    @Test("On Base the fee for publishing is shown, and is part of the worst fee")
    func base() async throws {
        try await WalletCase.run(chainID: 8_453) { bench in
            let shown = try await bench.user.ai1(
                ["wallet", "send", "25", "AI1NET", "@savings", "--dry-run"] + Self.price)
            #expect(shown.status == 0 && shown.outputText.contains("at most 0.000302 ETH"), "\(shown.told)")
            let words = "and 0.000002 ETH for publishing on Ethereum: 2 × what is asked now"
            #expect(shown.outputText.contains(words), "\(shown.told)")
            let sent = try await bench.send("25", "AI1NET", "@savings", flags: Self.price + ["--json"])
            let object = try sent.json()
            #expect(object["publishing_fee"]?.string == "2000000000000", "\(sent.told)")
            #expect(object["worst_fee"]?.string == "302000000000000", "\(sent.told)")
            #expect(sent.status == 0 && sent.errorText.isEmpty, "\(sent.told)")
        }
    }

    @Test("The cap and the balance hold for both parts of the fee")
    func bounds() async throws {
        try await WalletCase.run(chainID: 8_453) { bench in
            let capped = Self.price + ["--fee-cap", "0.000301eth"]
            let refused = try await bench.send("25", "AI1NET", "@savings", flags: capped)
            expectFailure(refused, 76, naming: ["0.000302 ETH", "0.000002 ETH of it for publishing"])
            let digits = try bench.node.text("eth_getBalance", [.string(WalletCase.owner.address), "latest"]).dropFirst(
                2)
            // Gas is paid for, and half of what is reckoned with for publishing.
            let value = try #require(UInt128(digits, radix: 16)) - 21_000 * 3_000_000_000 - 1_000_000_000_000
            let flags = ["--gas-limit", "21000", "--gas-price", "3gwei", "--priority-gas-price", "1gwei"]
            let poor = try await bench.send("\(value)wei", "@savings", flags: flags)
            expectFailure(poor, 69, naming: ["the account holds", "a fee of up to 0.000065 ETH"])
            #expect(try bench.node.rawTransactions().isEmpty)
        }
    }

    @Test("Where it could not be asked, that is a warning")
    func untold() async throws {
        try await WalletCase.run(chainID: 84_532) { bench in
            let sent = try await bench.send("25", "AI1NET", "@savings", flags: ["--json"])
            #expect(sent.status == 0, "\(sent.told)")
            #expect(sent.errorText.contains("did not say what it takes for publishing on Ethereum"), "\(sent.told)")
            #expect(try sent.json()["publishing_fee"]?.isNull == true, "\(sent.told)")
        }
    }

    @Test("A faster transaction shows the fee for publishing too")
    func speedUp() async throws {
        try await WalletCase.run(chainID: 8_453) { bench in
            try bench.node.fault(.stuck)
            let sent = try await bench.send("25", "AI1NET", "@savings", flags: ["--confirmations", "0"])
            #expect(sent.status == 0, "\(sent.told)")
            let hash = String(sent.outputText.prefix(66))
            for verb in ["speed-up", "cancel"] {
                let shown = try await bench.wallet("tx", verb, hash, "--dry-run")
                #expect(shown.outputText.contains("and 0.000002 ETH for publishing"), "\(shown.told)")
            }
        }
    }

    @Test("What was in a block that the chain gave up is pending again")
    func turned() async throws {
        try await WalletCase.run(chainID: 8_453) { bench in
            let sent = try await bench.send("25", "AI1NET", "@savings")
            #expect(sent.status == 0, "\(sent.told)")
            #expect(try await bench.wallet("tx", "pending").errorText == "nothing is pending\n")
            try bench.node.reorganise(depth: 1)
            let pending = try await bench.wallet("tx", "pending")
            #expect(pending.outputText.contains(String(sent.outputText.prefix(66))), "\(pending.told)")
            #expect(pending.outputText.contains("waits"), "\(pending.told)")
            #expect(pending.errorText.contains("reorganisation"), "\(pending.told)")
        }
    }
}
