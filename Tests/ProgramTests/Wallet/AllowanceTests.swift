internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// Approvals, what is left of them, and permits.
@Suite(.enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct AllowanceTests {
    @Test("An approval is exact, is listed, and is taken back")
    func exact() async throws {
        try await WalletCase.run { bench in
            let approved = try await bench.user.ai1(
                ["wallet", "approve", "12.5", "AI1NET", "@savings"] + WalletCase.script)
            #expect(approved.status == 0, "\(approved.told)")
            let listed = try await bench.wallet("allowances", "--json").json()
            #expect(listed["allowances"]?.array?.count == 1, "\(listed.text)")
            #expect(listed["allowances"]?[0]?["amount"]?.string == "12.5", "\(listed.text)")
            #expect(listed["allowances"]?[0]?["name"]?.string == "@savings", "\(listed.text)")
            let revoked = try await bench.user.ai1(["wallet", "revoke", "AI1NET", "@savings"] + WalletCase.script)
            #expect(revoked.status == 0, "\(revoked.told)")
            #expect(try await bench.wallet("allowances", "--json").json()["allowances"]?.array?.isEmpty == true)
        }
    }

    @Test("Everything is approved only by a flag of its own, and warned of")
    func unlimited() async throws {
        try await WalletCase.run { bench in
            let approved = try await bench.user.ai1(
                ["wallet", "approve", "AI1NET", "@savings", "--unlimited"] + WalletCase.script)
            #expect(approved.status == 0, "\(approved.told)")
            #expect(approved.errorText.contains("warning: the spender may take all your AI1NET"), "\(approved.told)")
            let listed = try await bench.wallet("allowances")
            #expect(listed.outputText.contains("unlimited"), "\(listed.told)")
            let coin = try await bench.user.ai1(["wallet", "approve", "1eth", "@savings"] + WalletCase.script)
            expectFailure(coin, 64, naming: ["own coin"])
        }
    }

    @Test("On a terminal everything is agreed to by the word, not by yes")
    func unlimitedWord() async throws {
        try await WalletCase.run { bench in
            let program = try bench.user.start(
                "wallet", "approve", "AI1NET", "@savings", "--unlimited", "--password-file", "password"
            ) { $0.useTerminal() }
            #expect(try await program.waits { $0.terminalText.contains("Type unlimited to sign and send:") })
            program.write("yes\n")
            let result = await program.result()
            #expect(result.status == 103, "\(result.terminalText)")
            #expect(try bench.node.rawTransactions().isEmpty)
        }
    }

    @Test("A permit is taken by the token, until its deadline")
    func permit() async throws {
        try await WalletCase.run { bench in
            let signed = try await bench.user.ai1(
                ["wallet", "permit", "7", "AI1NET", "@savings", "--deadline", "10m", "--json"] + WalletCase.script)
            #expect(signed.status == 0, "\(signed.told)")
            let object = try signed.json()
            #expect(object["signature"]?.string?.count == 132, "\(signed.told)")
            let call = try #require(object["call"]?.string)
            let hash = try bench.node.transact(from: WalletCase.friend, to: bench.token, data: call)
            #expect(try bench.node.receipt(hash)?["status"]?.string == "0x1")
            let listed = try await bench.wallet("allowances", "--json").json()
            #expect(listed["allowances"]?[0]?["amount"]?.string == "7", "\(listed.text)")
            let shown = try await bench.wallet("permit", "7", "AI1NET", "@savings", "--dry-run")
            #expect(shown.outputText.contains("lets @savings take 7 AI1NET"), "\(shown.told)")
            #expect(shown.outputText.contains("hand it in until"), "\(shown.told)")
        }
    }
}
