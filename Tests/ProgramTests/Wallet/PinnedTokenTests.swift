internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// Tokens that are pinned, and texts of a chain that are shown.
@Suite(.enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct PinnedTokenTests {
    @Test("A token's decimals are read once, shown and kept")
    func pinned() async throws {
        try await WalletCase.run { bench in
            let other = try bench.node.deployToken(name: "Other Coin", symbol: "OTHER", decimals: 6)
            let pinned = try await bench.wallet("networks", "token", "add", "lab", other, "--yes")
            #expect(pinned.status == 0, "\(pinned.told)")
            #expect(pinned.errorText.contains("OTHER on lab is \(other), 6 decimals"), "\(pinned.told)")
            let sent = try await bench.send("1.5", "OTHER", "@savings")
            #expect(sent.status == 0, "\(sent.told)")
            #expect(try bench.node.tokenBalance(other, of: WalletCase.friend.address).hasSuffix("16e360"))
            expectFailure(
                try await bench.send("0.0000001", "OTHER", "@savings"), 64, naming: ["more than 6 decimals"])
        }
    }

    @Test("A symbol with escape sequences and bidirectional controls is harmless, and cannot become a unit")
    func hostile() async throws {
        try await WalletCase.run { bench in
            let evil = try bench.node.deployToken(name: "\u{1B}[2JPay\u{202E}pal", symbol: "\u{1B}]0;x\u{7}ETH\u{202E}")
            let words = ["wallet", "networks", "token", "add", "lab", evil]
            let refused = try await bench.user.ai1(words + ["--yes"]) { $0.useTerminal() }
            #expect(refused.status == 64, "\(refused.terminalText)")
            let asked = try bench.user.with(["NO_COLOR": "1"]).start(words + ["--symbol", "EVIL"]) { $0.useTerminal() }
            #expect(try await asked.waits { $0.terminalText.contains("Type yes to pin it:") })
            asked.write("no\n")
            let shown = await asked.result()
            #expect(shown.status == 103 && shown.terminalText.contains("Paypal"), "\(shown.terminalText)")
            for text in [refused.terminalText, shown.terminalText] {
                #expect(
                    !text.unicodeScalars.contains("\u{202E}") && !text.contains("\u{1B}"), "\(text.debugDescription)")
                #expect(!text.contains("\u{7}"))
            }
        }
    }

    @Test("A contract's reason with escape sequences is shown without them")
    func hostileReason() async throws {
        try await WalletCase.run { bench in
            let contract = try bench.node.deploy("Reverter")
            let built = try await bench.wallet(
                "tx", "build", "--to", contract, "--call", "withReason(string)", "no \u{1B}[31mmoney\u{202E} left")
            expectFailure(built, 104, naming: ["no money left"])
            #expect(!built.errorText.contains("\u{1B}") && !built.errorText.unicodeScalars.contains("\u{202E}"))
        }
    }
}
