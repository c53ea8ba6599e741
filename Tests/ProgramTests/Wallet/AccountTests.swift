internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// Accounts without a network: made, imported, shown, exported, removed.
@Suite("Accounts") struct AccountTests {
    @Test(
        "A mnemonic, a key and a keystore give the accounts that they should; nothing tells a secret; files are private"
    )
    func imported() async throws {
        try await WalletHome.run { home in
            var told = ""
            func wallet(_ words: String..., input: String? = nil) async throws -> ProgramResult {
                let result = try await home.user.ai1(
                    ["wallet"] + words, input: input.map { .bytes(Array($0.utf8)) } ?? .none)
                told += result.outputText + result.errorText
                return result
            }
            let words = try await wallet(
                "import", "main", "--file", "-", "--password-file", "password", input: WalletHome.mnemonic)
            #expect(words.status == 0 && words.outputText == WalletHome.first + "\n", "\(words.told)")
            try home.user.home.write("words", "  " + WalletHome.mnemonic + " \n", mode: 0o600)
            let other = try await wallet(
                "import", "second", "--mnemonic", "--file", "words", "--path", "m/44'/60'/0'/0/1", "--password-file",
                "password", "--json")
            #expect(try other.json()["account"]?["address"]?.string == WalletHome.second, "\(other.told)")
            #expect(try other.json()["account"]?["path"]?.string == "m/44'/60'/0'/0/1")
            let key = try await wallet(
                "import", "key", "--private-key", "--file", "-", "--password-file", "password",
                input: WalletHome.firstKey + "\n")
            #expect(
                key.outputText == WalletHome.first + "\n" && key.errorText.contains("main is the same"), "\(key.told)")
            let watched = try await wallet("import", "cold", "--watch", WalletHome.second)
            #expect(watched.status == 0, "\(watched.told)")
            let listed = try await wallet("list", "--json").json()["accounts"]?.array ?? []
            #expect(listed.compactMap { $0["name"]?.string } == ["cold", "key", "main", "second"])
            #expect(listed.compactMap { $0["kind"]?.string } == ["watch", "keystore", "keystore", "keystore"])
            let shown = try await wallet("show", "main", "--json").json()["account"]
            #expect(shown?["kdf"]?.string == "scrypt, n 16384, r 8, p 1")
            #expect(try await wallet("list").outputText.contains(WalletHome.first))
            _ = try await wallet("export", "main")
            #expect(!WalletHome.tellsSecret(told), "\(told)")
            for name in home.user.files where name.contains("wallet/") && !name.hasSuffix("keystores") {
                #expect(home.user.home.mode(name) == 0o600, "\(name)")
            }
            #expect(home.user.home.mode(".local/share/ai1/wallet/keystores") == 0o700)
        }
    }

    @Test("Under any umask a new keystore is for its owner alone", arguments: ["000", "022", "777"])
    func umask(mask: String) async throws {
        try await WalletHome.run { home in
            let line =
                "\"$AI1\" wallet list && umask \(mask) && \"$AI1\" wallet create --no-mnemonic --password-file password"
            try home.user.home.makeFolder(".local/share/ai1/wallet/keystores")
            let made = try await home.user.shell(line)
            #expect(made.status == 0, "\(made.told)")
            #expect(home.keystores.count == 1)
            #expect(home.keystores.allSatisfy { home.user.home.mode($0) == 0o600 })
        }
    }

    @Test("Without a terminal nobody is shown words or asked for a password")
    func noTerminal() async throws {
        try await WalletHome.run { home in
            expectFailure(try await home.wallet("create", "main"), 64, naming: ["on a terminal alone"])
            expectFailure(try await home.wallet("create", "main", "--no-mnemonic"), 77, naming: ["no terminal"])
            expectFailure(
                try await home.wallet("import", "main", "--file", "-", input: WalletHome.mnemonic), 77,
                naming: ["no terminal"])
            #expect(home.keystores.isEmpty)
            try await home.makeAccount()
            expectFailure(try await home.wallet("sign", "x"), 77, naming: ["no terminal"])
            expectFailure(try await home.wallet("remove", "main"), 64, naming: ["not a terminal"])
            expectFailure(
                try await home.wallet("export", "main", "--private-key", "--password-file", "password"), 64,
                naming: ["on a terminal alone"])
        }
    }

    @Test("Words with a typing mistake, half a key and a bad checksum are refused and not repeated")
    func badSecrets() async throws {
        try await WalletHome.run { home in
            let word = try await home.wallet(
                "import", "x", "--file", "-", "--password-file", "password",
                input: "test test test test test test test test test test test sesame")
            expectFailure(word, 65)
            #expect(!word.errorText.contains("sesame"), "\(word.told)")
            let sum = try await home.wallet(
                "import", "x", "--file", "-", "--password-file", "password",
                input: "test test test test test test test test test test test test")
            expectFailure(sum, 65, naming: ["checksum"])
            let half = try await home.wallet(
                "import", "x", "--file", "-", "--password-file", "password", input: "0xac0974bec39a17e36ba4a6b4")
            expectFailure(half, 65)
            #expect(!half.errorText.contains("ac0974"), "\(half.told)")
            expectFailure(
                try await home.wallet("import", "x", "--watch", "0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266"), 65,
                naming: ["checksum"])
            #expect(home.keystores.isEmpty)
        }
    }

    @Test("A removed account's keystore is moved away, and can be brought back; a destroyed one is gone")
    func removed() async throws {
        try await WalletHome.run { home in
            try await home.makeAccount()
            let removed = try await home.wallet("remove", "main", "--yes")
            #expect(removed.status == 0 && removed.errorText.contains("wallet/removed/UTC--"), "\(removed.told)")
            #expect(home.keystores.isEmpty)
            let moved = try #require(home.user.files.first { $0.contains("removed/UTC--") })
            let back = try await home.wallet("import", "again", "--keystore", moved, "--password-file", "password")
            #expect(back.outputText == WalletHome.first + "\n", "\(back.told)")
            #expect(try await home.wallet("remove", "again", "--yes", "--destroy").status == 0)
            #expect(home.keystores.isEmpty && home.user.files.count { $0.contains("UTC--") } == 1)
            expectFailure(try await home.wallet("show", "again"), 66, naming: ["again"])
        }
    }

    @Test("The account of a flag beats that of a variable, and that of a variable the settings'")
    func precedence() async throws {
        try await WalletHome.run { home in
            try await home.makeAccount("one")
            try await home.makeAccount("two", index: 1)
            func signer(_ flags: [String], _ environment: [String: String]) async throws -> String? {
                let words = ["wallet", "sign", "x", "--json", "--password-file", "password"] + flags
                return try await home.user.with(environment).ai1(words).json()["address"]?.string
            }
            #expect(try await signer(["--account", "one"], ["ETH_KEYSTORE_ACCOUNT": "two"]) == WalletHome.first)
            #expect(try await signer(["--from", WalletHome.first], ["AI1_WALLET_ACCOUNT": "two"]) == WalletHome.first)
            #expect(try await signer([], ["ETH_KEYSTORE_ACCOUNT": "two"]) == WalletHome.second)
            #expect(try await signer([], ["ETH_FROM": WalletHome.second]) == WalletHome.second)
            try home.user.configure("wallet: {scrypt_cost: 14, account: two}\n")
            #expect(try await signer([], [:]) == WalletHome.second)
            #expect(try await signer([], ["ETH_KEYSTORE_ACCOUNT": "one"]) == WalletHome.first)
            expectFailure(
                try await home.wallet("sign", "x", "--account", "one", "--from", WalletHome.second), 64,
                naming: ["one is"])
        }
    }
}
