internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// `ai1 wallet` as a person uses it: at a terminal of 80 columns.
@Suite(.enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct SendTerminalTests {
    private func screen(_ words: [String], _ bench: WalletCase) async throws -> TmuxScreen {
        try await TmuxScreen(
            [Program.binary(), "wallet"] + words, rows: 40, environment: ["HOME": bench.user.home.path],
            folder: bench.user.home.path)
    }

    @Test("Created, funded, sent to a contact and watched through two blocks")
    func wholeWay() async throws {
        try await WalletCase.run { bench in
            let create = try await screen(["create", "fresh"], bench)
            try await create.wait { $0.contains { $0.hasPrefix("New password for fresh:") } }
            try await create.type("a long password\n")
            try await create.wait { $0.contains { $0.hasPrefix("The same again:") } }
            try await create.type("a long password\n")
            try await create.wait { $0.contains { $0.hasPrefix("Press Enter") } }
            try await create.send("Enter")
            try await create.wait { $0.contains { $0.contains("0x") } }
            #expect(try await WalletCase.eventually { try await create.exitStatus() == 0 })
            let shown = try await bench.wallet("show", "fresh", "--json").json()
            let address = try #require(shown["account"]?["address"]?.string)
            try bench.node.fund(address, wei: "0xde0b6b3a7640000")
            try bench.node.transferToken(bench.token, to: address, amount: 10_000_000_000_000_000_000)
            let send = try await screen(
                ["send", "2.5", "AI1NET", "@savings", "--account", "fresh", "--confirmations", "2"], bench)
            let rows = try await send.wait { $0.contains { $0.hasPrefix("Type yes to sign and send:") } }
            let text = rows.joined(separator: "\n")
            let wanted = [
                "Send       2.5 AI1NET  (2,500,000,000,000,000,000 units)",
                "To         @savings  \(WalletCase.friend.address)",
                "first transfer to this address", "From       fresh  \(address)", "has 10 AI1NET, 1 ETH",
                "Network    lab (31337), nonce 0", "Fee        at most 0.0", "your balance becomes 7.5 AI1NET",
            ]
            for words in wanted { #expect(text.contains(words), "'\(words)' is missing:\n\(text)") }
            #expect(rows.allSatisfy { $0.count <= 80 })
            try await send.type("yes\n")
            try await send.wait { $0.contains { $0.hasPrefix("Password of fresh:") } }
            try await send.type("a long password\n")
            try await send.wait { $0.contains { $0.contains("1 of 2 confirmations") } }
            try bench.node.mine()
            let end = try await send.wait { $0.contains { $0.contains("2 confirmations, fee 0.0") } }
            #expect(end.contains { $0.hasPrefix("0x") && $0.count == 66 }, "\(end.joined(separator: "\n"))")
            #expect(try bench.friendTokens() == "0000000022b1c8c1227a0000")
        }
    }

    @Test("Anything but the word yes signs nothing", arguments: ["n\n", "y\n", "\n", "\u{4}"])
    func declined(_ answer: String) async throws {
        try await WalletCase.run { bench in
            let program = try bench.user.start(
                "wallet", "send", "25", "AI1NET", "@savings", "--password-file", "password"
            ) { $0.useTerminal() }
            #expect(try await program.waits { $0.terminalText.contains("Type yes to sign and send:") })
            program.write(answer)
            let result = await program.result()
            #expect(result.status == 103, "\(result.terminalText)")
            #expect(try bench.node.rawTransactions().isEmpty)
        }
    }

    @Test("An address that looks like a contact, and a contract that is used first, are called out")
    func lookAlike() async throws {
        try await WalletCase.run { bench in
            let address = WalletCase.friend.address.lowercased()
            let twin = address.prefix(6) + String(repeating: "1", count: 32) + address.suffix(4)
            let shown = try await bench.wallet("send", "1", "AI1NET", String(twin), "--dry-run")
            #expect(shown.status == 0 && shown.outputText.contains("Warning"), "\(shown.told)")
            #expect(shown.outputText.contains("looks like @savings"), "\(shown.told)")
            let other = try bench.node.deploy("Reverter")
            let contract = try await bench.wallet("send", "1", "AI1NET", other, "--dry-run")
            #expect(contract.outputText.contains("first use of this contract"), "\(contract.told)")
            let sent = try await bench.send("1", "AI1NET", "@savings")
            #expect(sent.status == 0, "\(sent.told)")
            let second = try await bench.wallet("send", "1", "AI1NET", "@savings", "--dry-run")
            #expect(!second.outputText.contains("first"), "\(second.told)")
        }
    }

    @Test("Ctrl-C while waiting leaves the hash, and what was sent stays sent")
    func interrupted() async throws {
        try await WalletCase.run { bench in
            try bench.node.fault(.stuck)
            let words = ["wallet", "send", "25", "AI1NET", "@savings", "--json"] + WalletCase.script
            let program = try bench.user.start(words)
            #expect(try await Eventually.holds(seconds: 60) { try bench.node.pending().count == 1 })
            program.send(signal: 2)
            let result = await program.result()
            #expect(result.status == 130, "\(result.told)")
            let hash = try #require(try result.json()["hash"]?.string, "\(result.told)")
            try bench.node.release()
            let receipt = try await bench.wallet("tx", "receipt", hash)
            #expect(receipt.status == 0, "\(receipt.told)")
        }
    }
}
