internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// `ai1 wallet send` and what belongs to it, against a chain.
@Suite(.enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct SendTests {
    @Test("Tokens go to a contact, and the hash is all that is printed")
    func tokens() async throws {
        try await WalletCase.run { bench in
            let sent = try await bench.send("25", "AI1NET", "@savings", flags: ["--confirmations", "1"])
            #expect(sent.status == 0, "\(sent.told)")
            #expect(sent.outputText.count == 67 && sent.outputText.hasPrefix("0x"), "\(sent.told)")
            #expect(sent.errorText.isEmpty, "\(sent.told)")
            #expect(try bench.friendTokens() == WalletCase.units(25))
        }
    }

    @Test("JSON tells hash, status, parties, amount, fee and block")
    func json() async throws {
        try await WalletCase.run { bench in
            let sent = try await bench.send("1.5eth", "@savings", flags: ["--json"])
            #expect(sent.status == 0, "\(sent.told)")
            let object = try sent.json()
            #expect(object["v"]?.number?.text == "1" && object["status"]?.string == "confirmed", "\(sent.told)")
            #expect(object["amount_raw"]?.string == "1500000000000000000" && object["error"]?.isNull == true)
            #expect(object["to"]?.string == WalletCase.friend.address && object["chain_id"]?.number?.text == "31337")
            let hash = try #require(object["hash"]?.string)
            #expect(try bench.node.receipt(hash) != nil)
            #expect(object["receipt"]?["block"]?.number != nil && object["receipt"]?["fee"]?.string != nil)
        }
    }

    @Test("A dry run shows everything and sends nothing")
    func dryRun() async throws {
        try await WalletCase.run { bench in
            let shown = try await bench.wallet("send", "25", "AI1NET", "@savings", "--dry-run")
            #expect(shown.status == 0, "\(shown.told)")
            for word in [
                "25 AI1NET", "25,000,000,000,000,000,000 units", "@savings", "lab (31337)", "nonce", "at most",
            ] {
                #expect(shown.outputText.contains(word), "'\(word)': \(shown.told)")
            }
            #expect(shown.outputText.contains(WalletCase.friend.address), "\(shown.told)")
            #expect(shown.outputText.contains("first transfer to this address"), "\(shown.told)")
            #expect(try bench.node.rawTransactions().isEmpty)
        }
    }

    @Test("Without a terminal and without --yes nothing is signed")
    func unasked() async throws {
        try await WalletCase.run { bench in
            let refused = try await bench.wallet(
                "send", "25", "AI1NET", "@savings", "--password-file", "password")
            expectFailure(refused, 64, naming: ["nobody can be asked"])
            #expect(refused.errorText.contains("--yes"))
            #expect(try bench.node.rawTransactions().isEmpty)
        }
    }

    @Test("What makes no sense is refused before anything is asked of the chain")
    func nonsense() async throws {
        try await WalletCase.run { bench in
            expectFailure(try await bench.send("25", "@savings"), 64, naming: ["no unit"])
            expectFailure(try await bench.send("25", "NOPE", "@savings"), 64, naming: ["'NOPE' is no unit"])
            expectFailure(try await bench.send("0", "AI1NET", "@savings"), 64, naming: ["nothing"])
            expectFailure(try await bench.send("1", "AI1NET", bench.token), 64, naming: ["contract of AI1NET"])
            let zero = "0x" + String(repeating: "0", count: 40)
            expectFailure(try await bench.send("1", "AI1NET", zero), 64, naming: ["zero address"])
            expectFailure(try await bench.send("1", "AI1NET", "@nobody"), 66, naming: ["@nobody"])
            let mistyped = WalletCase.friend.address.replacing("3C44", with: "3c44")
            expectFailure(try await bench.send("1", "AI1NET", mistyped), 65, naming: ["checksum"])
            #expect(try bench.node.log().isEmpty)
        }
    }

    @Test("A contract's refusal is told with its reason before anything is signed")
    func reverted() async throws {
        try await WalletCase.run { bench in
            let refused = try await bench.send("2000000000", "AI1NET", "@savings")
            expectFailure(refused, 104, naming: ["reverted"])
            #expect(try bench.node.rawTransactions().isEmpty)
        }
    }

    @Test("An endpoint of another chain is found out before anything is signed")
    func wrongChain() async throws {
        try await WalletCase.run { bench in
            try bench.configure(chainID: 8_453)
            expectFailure(try await bench.send("25", "AI1NET", "@savings"), 105, naming: ["31337"])
            #expect(try bench.node.rawTransactions().isEmpty)
        }
    }

    @Test("A wrong password signs nothing and is 77")
    func wrongPassword() async throws {
        try await WalletCase.run { bench in
            try bench.user.home.write("password", "something else\n", mode: 0o600)
            expectFailure(try await bench.send("25", "AI1NET", "@savings"), 77, naming: ["password"])
            #expect(try bench.node.rawTransactions().isEmpty)
        }
    }

    @Test("Balances show coin and tokens, and those of a contact too")
    func balances() async throws {
        try await WalletCase.run { bench in
            let own = try await bench.wallet("balance")
            #expect(own.status == 0 && own.outputText.contains("1,000,000,000"), "\(own.told)")
            #expect(own.outputText.contains("AI1NET") && own.outputText.contains("ETH"), "\(own.told)")
            let theirs = try await bench.wallet("balance", "@savings", "--json").json()
            let balances = theirs["accounts"]?[0]?["balances"]
            #expect(balances?[0]?["raw"]?.string == "10000000000000000000000", "\(theirs.text)")
            #expect(balances?[1]?["amount"]?.string == "0", "\(theirs.text)")
        }
    }
}
