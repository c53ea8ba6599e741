internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// Three machines: one builds, one that has no network signs, one sends.
@Suite(.enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct ColdSigningTests {
    /// A transaction built with everything given, and the home of the machine that signs.
    private func built(_ bench: WalletCase, _ words: [String]) async throws -> (document: String, cold: User) {
        // No network is there to be asked.
        try bench.configure(rpc: ["http://127.0.0.1:1"])
        let nonce = try bench.node.nonce(WalletCase.owner.address)
        let build = try await bench.user.ai1(
            ["wallet", "tx", "build"] + words + [
                "--offline", "--nonce", "\(nonce)", "--gas-limit", "100000", "--gas-price", "20gwei",
                "--priority-gas-price", "1gwei",
            ])
        try #require(build.status == 0, "\(build.told)")
        try bench.configure()
        let cold = try User()
        try cold.configure("wallet: {scrypt_cost: 14}\n")
        try await bench.makeAccount(in: cold)
        return (build.outputText, cold)
    }

    @Test("Built without a network, signed in another home, sent from a third")
    func threeHomes() async throws {
        try await WalletCase.run { bench in
            let (document, cold) = try await built(bench, ["25", "AI1NET", "@savings"])
            try cold.home.write("tx.json", document)
            let signed = try await cold.ai1(["wallet", "tx", "sign", "tx.json"] + WalletCase.script)
            #expect(signed.status == 0 && signed.outputText.hasPrefix("0x02"), "\(signed.told)")
            let sender = try User()
            try sender.configure("networks: {local: {rpc: [\(bench.node.url)]}}\n")
            try sender.home.write("signed.txt", signed.outputText)
            let sent = try await sender.ai1("wallet", "tx", "send", "signed.txt")
            #expect(sent.status == 0 && sent.outputText.hasPrefix("0x"), "\(sent.told)")
            #expect(try bench.friendTokens() == WalletCase.units(25))
            // The same one twice is one.
            let again = try await sender.ai1("wallet", "tx", "send", "signed.txt", "--json")
            #expect(again.status == 0, "\(again.told)")
            #expect(try again.json()["earlier"]?.bool == true)
            let receipt = try await sender.ai1("wallet", "tx", "receipt", String(sent.outputText.prefix(66)))
            #expect(receipt.status == 0 && receipt.outputText.contains("success"), "\(receipt.told)")
        }
    }

    @Test("A file that was tampered with is refused, whichever member it is")
    func tampered() async throws {
        try await WalletCase.run { bench in
            let (document, cold) = try await built(bench, ["--to", "@savings", "--value", "1eth"])
            guard case .object(let object) = try JSONParser.parse(document) else { return }
            let lies: [String: JSONValue] = [
                "to": .string(WalletCase.owner.address), "valueWei": "2", "chainId": "1", "nonce": "999",
                "gasLimit": "21001", "maxFeePerGas": "1", "data": "0x00", "signingHash": "0x00", "extra": 1,
            ]
            for (name, value) in lies {
                var changed = object
                changed[name] = value
                try cold.home.write("tx.json", JSONValue.object(changed).text)
                let refused = try await cold.ai1(["wallet", "tx", "sign", "tx.json"] + WalletCase.script)
                expectFailure(refused, 65, naming: ["cannot be trusted"])
            }
            try cold.home.write("tx.json", document)
            let shown = try await cold.ai1("wallet", "tx", "sign", "tx.json", "--dry-run")
            #expect(shown.status == 0, "\(shown.told)")
            for word in [WalletCase.friend.address, "1 ETH", "local (31337)", "at most 0.002 ETH"] {
                #expect(shown.outputText.contains(word), "'\(word)': \(shown.told)")
            }
        }
    }

    @Test("Offline, what is missing is named, and nothing is guessed")
    func missing() async throws {
        try await asUser { user in
            let refused = try await user.ai1(
                "wallet", "tx", "build", "1eth", WalletCase.friend.address, "--offline", "--gas-limit", "21000")
            expectFailure(
                refused, 64, naming: ["--chain", "--nonce", "--gas-price", "--priority-gas-price (or --legacy)"])
        }
    }

    @Test("Lines are signed as they come, and one that is bad leaves the others alone")
    func lines() async throws {
        try await WalletCase.run { bench in
            let (document, cold) = try await built(bench, ["--to", "@savings", "--value", "1eth"])
            let program = try cold.start(
                ["wallet", "tx", "sign", "-"] + WalletCase.script, input: .held)
            program.write(document)
            #expect(try await program.waits { $0.outputText.hasSuffix("\n") })
            program.write("{\"v\": 2}\n\n0x00\n" + document)
            program.closeInput()
            let result = await program.result()
            #expect(result.status == 65, "\(result.told)")
            let answers = try result.jsonLines()
            try #require(answers.count == 4, "\(result.told)")
            #expect(answers[0] == answers[3] && answers[0]["kind"]?.string == "ai1-signed-transaction")
            #expect(answers[1]["error"]?["exit"]?.number?.text == "65" && answers[1]["line"]?.number?.text == "2")
            #expect(answers[2]["error"] != nil)
            #expect(result.errorText.contains("2 of 4 lines failed"), "\(result.told)")
            // What was signed can be read, and sent, line by line too.
            let decoded = try await cold.ai1(
                ["wallet", "tx", "decode", "-"], input: .bytes(Array((answers[0].text + "\n").utf8)))
            #expect(try decoded.jsonLines()[0]["from"]?.string == WalletCase.owner.address, "\(decoded.told)")
            let sent = try await bench.user.ai1(
                ["wallet", "tx", "send", "-"], input: .bytes(Array((answers[0].text + "\n0x02\n").utf8)))
            #expect(sent.status == 65, "\(sent.told)")
            #expect(try sent.jsonLines()[0]["status"]?.string == "confirmed", "\(sent.told)")
        }
    }

    @Test("What is reverted in a block ends with 104, the reason and the hash")
    func revertedOnChain() async throws {
        try await WalletCase.run { bench in
            let contract = try bench.node.deploy("Reverter")
            let (document, cold) = try await built(
                bench, ["--to", contract, "--call", "withReason(string)", "not today"])
            try cold.home.write("tx.json", document)
            let signed = try await cold.ai1(["wallet", "tx", "sign", "tx.json"] + WalletCase.script)
            try #require(signed.status == 0, "\(signed.told)")
            let raw = String(signed.outputText.dropLast())
            let sent = try await bench.wallet("tx", "send", raw, "--json")
            #expect(sent.status == 104 && sent.errorText.contains("not today"), "\(sent.told)")
            let object = try sent.json()
            #expect(object["status"]?.string == "reverted" && object["error"]?["exit"]?.number?.text == "104")
            #expect(object["receipt"]?["status"]?.string == "reverted", "\(sent.told)")
            let hash = try #require(object["hash"]?.string)
            let receipt = try await bench.wallet("tx", "receipt", hash)
            #expect(receipt.status == 104 && receipt.outputText.contains("reverted"), "\(receipt.told)")
            #expect(receipt.errorText.contains("not today"), "\(receipt.told)")
        }
    }

    @Test("Lines are signed only with --yes")
    func unasked() async throws {
        try await asUser { user in
            let refused = try await user.ai1(["wallet", "tx", "sign", "-"], input: .bytes(Array("0x02\n".utf8)))
            expectFailure(refused, 64, naming: ["nobody can be asked"])
        }
    }
}
