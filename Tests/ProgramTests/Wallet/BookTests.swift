internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// Contacts, networks and signatures without a network.
@Suite("Contacts, networks and signatures") struct BookTests {
    private static let alike = "0x70990000000000000000000000000000000079c8"

    @Test("A look-alike of a contact is called out, and added only by who insists")
    func lookAlike() async throws {
        try await WalletHome.run { home in
            #expect(try await home.wallet("contacts", "add", "savings", WalletHome.second).status == 0)
            let refused = try await home.wallet("contacts", "add", "evil", Self.alike)
            #expect(refused.status == 64 && refused.errorText.contains("looks like @savings"), "\(refused.told)")
            #expect(try await home.wallet("contacts", "--json").json()["contacts"]?.array?.count == 1)
            let added = try await home.wallet("contacts", "add", "evil", Self.alike, "--yes")
            #expect(added.status == 0 && added.errorText.contains("looks like @savings"), "\(added.told)")
            let watched = try await home.wallet(
                "import", "own", "--watch", "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC")
            #expect(watched.status == 0)
            let own = try await home.wallet("contacts", "add", "x", "0x3c440000000000000000000000000000000093bc")
            #expect(own.status == 64 && own.errorText.contains("looks like own"), "\(own.told)")
            #expect(home.user.home.mode(".local/share/ai1/wallet/contacts.json") == 0o600)
        }
    }

    @Test("Contacts are renamed and removed; a name that could be another is refused")
    func contacts() async throws {
        try await WalletHome.run { home in
            #expect(
                try await home.wallet("contacts", "add", "@savings", WalletHome.second, "--network", "base").status == 0
            )
            #expect(try await home.wallet("contacts", "rename", "savings", "cold").status == 0)
            let rows = try await home.wallet("contacts", "list", "--json").json()["contacts"]?.array ?? []
            #expect(rows.first?["name"]?.string == "cold" && rows.first?["network"]?.string == "base")
            #expect(rows.first?["chain_id"]?.number?.int64 == 8_453)
            expectFailure(try await home.wallet("contacts", "add", "s\u{430}vings", WalletHome.second), 65)
            expectFailure(try await home.wallet("contacts", "add", "x", "0x12"), 65)
            #expect(try await home.wallet("contacts", "remove", "cold").status == 0)
            expectFailure(try await home.wallet("contacts", "remove", "cold"), 66, naming: ["cold"])
        }
    }

    @Test("Networks are set up in the settings; of an endpoint only the host is shown")
    func networks() async throws {
        try await WalletHome.run { home in
            let url = "https://rpc.example.com/v2/sesame?key=sesame"
            #expect(try await home.wallet("networks", "add", "base", "--rpc-url", url).status == 0)
            expectFailure(try await home.wallet("networks", "add", "lab", "--rpc-url", url), 64, naming: ["lab"])
            #expect(
                try await home.wallet("networks", "add", "lab", "--chain-id", "140737488355327", "--symbol", "LAB")
                    .status == 0)
            #expect(try await home.wallet("networks", "add", "hex", "--chain", "0x1092").status == 0)
            #expect(try await home.wallet("networks", "list", "--json").outputText.contains("4242"))
            expectFailure(
                try await home.wallet("networks", "add", "base", "--rpc-url", "http://rpc.example.com"), 78,
                naming: ["plain http"])
            #expect(try await home.wallet("networks", "use", "lab").status == 0)
            let json = try await home.wallet("networks", "list", "--json")
            let table = try await home.wallet("networks")
            #expect(!(json.outputText + table.outputText).contains("sesame"))
            #expect(table.outputText.contains("rpc.example.com") && table.outputText.contains("lab *"))
            #expect(json.outputText.contains("140737488355327"))
            #expect(home.user.home.text(".config/ai1/config.yaml")?.contains("scrypt_cost: 14") == true)
            #expect(try await home.wallet("networks", "remove", "lab").status == 0)
            expectFailure(try await home.wallet("contacts", "add", "x", WalletHome.first, "--network", "lab"), 78)
        }
    }

    @Test("The account that is meant is chosen by its name; without a choice several are told apart by name alone")
    func usual() async throws {
        try await WalletHome.run { home in
            try await home.makeAccount("one")
            try await home.makeAccount("two", index: 1)
            let unclear = try await home.wallet("show")
            expectFailure(unclear, 66, naming: ["which of 2 accounts"])
            #expect(unclear.errorText.contains("ai1 wallet use one"), "\(unclear.told)")
            expectFailure(try await home.wallet("use", "three"), 66, naming: ["three"])
            #expect(try await home.wallet("use", "two").status == 0)
            #expect(try await home.wallet("show", "--json").json()["account"]?["name"]?.string == "two")
        }
    }

    @Test("A keystore of cast's that is named like an account is offered for import")
    func fromCast() async throws {
        try await WalletHome.run { home in
            try home.user.home.write(".foundry/keystores/deployer", "{}", mode: 0o600)
            let missing = try await home.wallet("show", environment: ["ETH_KEYSTORE_ACCOUNT": "deployer"])
            expectFailure(missing, 66, naming: ["deployer"])
            let way = "ai1 wallet import deployer --keystore ~/.foundry/keystores/deployer"
            #expect(missing.errorText.contains(way), "\(missing.told)")
        }
    }

    @Test("A key or a password on the command line is refused, and not told again")
    func secretArguments() async throws {
        try await WalletHome.run { home in
            let key = WalletHome.firstKey
            for words in [
                ["send", "1eth", WalletHome.second, "--private-key", key],
                ["send", "1eth", WalletHome.second, "--private-key=" + key],
                ["import", "x", "--private-key", key],
                ["import", "x"] + WalletHome.mnemonic.split(separator: " ").map { String($0) },
                ["sign", "hello", "--password", WalletHome.password],
            ] {
                let refused = try await home.user.ai1(["wallet"] + words)
                expectFailure(refused, 64, naming: ["never an argument"])
                #expect(!WalletHome.tellsSecret(refused.errorText + refused.outputText), "\(refused.told)")
            }
        }
    }

    @Test("A signature of a message and of typed data verifies; another's does not; lines answer lines")
    func signatures() async throws {
        try await WalletHome.run { home in
            try await home.makeAccount()
            let signed = try await home.wallet("sign", "hello there", "--password-file", "password")
            #expect(
                signed.outputText
                    == "0xf74aa41830fa17b6e90d9bee7f4899cf8e14e93e41222469fa1edb2c116269db66f3f8f6b9f5d47d5e679ae1f9c01cd2868d947d52a9ce1f6ed6e4f9b2726da41b\n"
            )
            let signature = signed.outputText.dropLast().description
            #expect(try await home.wallet("verify", "main", signature, "hello there").status == 0)
            expectFailure(try await home.wallet("verify", "main", signature, "hello  there"), 65, naming: ["not of"])
            expectFailure(try await home.wallet("verify", WalletHome.second, signature, "hello there"), 65)
            expectFailure(try await home.wallet("verify", "main", "0x12", "hello there"), 65)
            try home.user.home.write("message", "hello there")
            let file = try await home.wallet("sign", "--file", "message", "--password-file", "password")
            #expect(file.output == signed.output)
            let lines = [
                #"{"address":"\#(WalletHome.first)","signature":"\#(signature)","message":"hello there"}"#,
                #"{"address":"\#(WalletHome.second)","signature":"\#(signature)","message":"hello there"}"#, "{",
            ]
            let answers = try await home.wallet("verify", "-", input: lines.joined(separator: "\n"))
            #expect(answers.status == 65)
            let rows = try answers.jsonLines()
            #expect(
                rows.map { $0["valid"]?.bool } == [true, false, nil] && rows[2]["error"]?["exit"]?.number?.int64 == 65)
            #expect(try await home.wallet("verify", "-", input: lines[0]).status == 0)
        }
    }

    private static let typedData = """
        {"types":{"Mail":[{"name":"to","type":"address"},{"name":"text","type":"string"}]},"primaryType":"Mail",\
        "domain":{"name":"Shop","chainId":31337},\
        "message":{"to":"0x70997970C51812dc3A010C7d01b50e0d17dc79C8","text":"hi \\u202e there"}}
        """

    @Test("Typed data for another chain is refused with 105, and without a terminal somebody has to say yes")
    func typedData() async throws {
        try await WalletHome.run { home in
            try await home.makeAccount()
            try home.user.home.write("data", Self.typedData)
            let flags = ["wallet", "sign", "--typed-data", "data", "--password-file", "password"]
            expectFailure(try await home.user.ai1(flags + ["--yes"]), 105, naming: ["31337"])
            #expect(try await home.user.ai1(flags + ["--network", "local"]).status == 64)
            let signed = try await home.user.ai1(flags + ["--chain", "31337", "--yes", "--json"])
            let signature = try #require(try signed.json()["signature"]?.string)
            let right = try await home.wallet("verify", "main", signature, "--typed-data", "data")
            #expect(right.status == 0, "\(right.told)")
            let lines = try await home.wallet(
                "sign", "--typed-data", "-", "--yes", "--network", "local", "--password-file", "password",
                input: Self.typedData + "\n{}\n" + Self.typedData + "\n")
            #expect(lines.status == 65)
            let rows = try lines.jsonLines()
            #expect(rows.map { $0["signature"]?.string } == [signature, nil, signature])
            expectFailure(
                try await home.wallet("sign", "--unsafe-raw-hash", "0x12", "--password-file", "password"), 65)
        }
    }

    @Test("Typed data on a terminal is shown whole and harmless before it is signed")
    func shown() async throws {
        try await WalletHome.run { home in
            try await home.makeAccount()
            try home.user.home.write("data", Self.typedData)
            let screen = try await TmuxScreen(
                [
                    try Program.binary(), "wallet", "sign", "--typed-data", "data", "--network", "local",
                    "--password-file", "password",
                ], environment: ["HOME": home.user.home.path], folder: home.user.home.path)
            let rows = try await screen.wait { $0.contains { $0.hasPrefix("Type yes") } }
            #expect(rows.contains { $0.contains("\"hi \\u{202E} there\"") }, "\(rows)")
            #expect(rows.contains { $0.contains(WalletHome.second) } && rows.contains { $0.contains("31337") })
            try await screen.send("n", "o", "Enter")
            #expect(try await screen.waitForExit() == 103)
        }
    }
}
