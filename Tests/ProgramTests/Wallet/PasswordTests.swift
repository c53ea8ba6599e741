internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// Passwords of keystores: where they come from, and what becomes of a keystore whatever happens.
@Suite("Passwords of keystores") struct PasswordTests {
    @Test(
        "A wrong password ends with 77, a file that others can read is refused, and a command gets no secret variable")
    func sources() async throws {
        try await WalletHome.run { home in
            try await home.makeAccount()
            try home.user.home.write("wrong", "something else\n", mode: 0o600)
            let wrong = try await home.wallet("sign", "x", "--password-file", "wrong")
            expectFailure(wrong, 77, naming: ["password"])
            #expect(!wrong.errorText.contains("something else"))
            try home.user.home.write("open", WalletHome.password + "\n", mode: 0o644)
            let open = try await home.wallet("sign", "x", "--password-file", "open")
            expectFailure(open, 77, naming: ["can be read by others"])
            #expect(open.errorText.contains("chmod 600"))
            expectFailure(try await home.wallet("sign", "x", "--password-file", "nowhere"), 66)
            for variable in ["ETH_PASSWORD", "AI1_WALLET_PASSWORD_FILE"] {
                let signed = try await home.wallet("sign", "x", environment: [variable: "password"])
                #expect(signed.status == 0, "\(signed.told)")
            }
            let flag = try await home.wallet(
                "sign", "x", "--password-file", "wrong", environment: ["ETH_PASSWORD": "password"])
            #expect(flag.status == 77, "a flag beats a variable: \(flag.told)")
            let command = try await home.wallet(
                "sign", "x", "--password-command", "env > seen; cat password", environment: ["SOME_TOKEN": "sesame"])
            #expect(command.status == 0, "\(command.told)")
            #expect(home.user.home.text("seen")?.contains("sesame") == false)
            expectFailure(try await home.wallet("sign", "x", "--password-command", "exit 3"), 77, naming: ["exit 3"])
            try home.user.configure("wallet: {scrypt_cost: 14, password_command: cat password}\n")
            #expect(try await home.wallet("sign", "x").status == 0)
        }
    }

    @Test("A changed password opens, the old one does not, and the key is the same")
    func changed() async throws {
        try await WalletHome.run { home in
            try await home.makeAccount()
            let before = try await home.wallet("sign", "x", "--password-file", "password")
            try home.user.home.write("new", "another horse\n", mode: 0o600)
            let change = try await home.wallet(
                "password", "main", "--password-file", "password", "--new-password-file", "new")
            #expect(change.status == 0 && change.output.isEmpty, "\(change.told)")
            expectFailure(try await home.wallet("sign", "x", "--password-file", "password"), 77)
            #expect(try await home.wallet("sign", "x", "--password-file", "new").output == before.output)
            #expect(home.keystores.count == 1 && home.keystores.allSatisfy { home.user.home.mode($0) == 0o600 })
            expectFailure(
                try await home.wallet("password", "main", "--password-file", "password", "--new-password-file", "new"),
                77)
            #expect(try await home.wallet("sign", "x", "--password-file", "new").status == 0)
        }
    }

    @Test("An empty password comes from a file alone, and is warned of")
    func empty() async throws {
        try await WalletHome.run { home in
            try home.user.home.write("nothing", "\n", mode: 0o600)
            let made = try await home.wallet("create", "x", "--no-mnemonic", "--password-file", "nothing")
            #expect(made.status == 0 && made.errorText.contains("the password is empty"), "\(made.told)")
            #expect(try await home.wallet("sign", "x", "--password-file", "nothing").status == 0)
        }
    }

    @Test("Killed while it creates, forty times: every keystore that is there is whole, opens, and is listed")
    func killedCreating() async throws {
        try await WalletHome.run { home in
            let whole = try await milliseconds {
                let made = try await home.wallet("create", "a0", "--no-mnemonic", "--password-file", "password")
                #expect(made.status == 0, "\(made.told)")
            }
            for round in 1...40 {
                try await killed(after: Int.random(in: 0...whole + 5)) {
                    try home.user.start([
                        "wallet", "create", "a\(round)", "--no-mnemonic", "--password-file", "password",
                    ])
                }
            }
            let listed = try await home.wallet("list", "--json").json()["accounts"]?.array ?? []
            #expect(listed.count == home.keystores.count)
            #expect(listed.allSatisfy { $0["kind"]?.string == "keystore" })
            for account in listed {
                let address = try #require(account["address"]?.string)
                let signed = try await home.wallet("sign", "x", "--account", address, "--password-file", "password")
                #expect(signed.status == 0, "\(signed.told)")
            }
            #expect(home.keystores.allSatisfy { home.user.home.mode($0) == 0o600 })
        }
    }

    @Test("Killed while it changes the password, forty times: the old or the new one opens, never neither")
    func killedChanging() async throws {
        try await WalletHome.run { home in
            try await home.makeAccount()
            try home.user.home.write("new", "another horse\n", mode: 0o600)
            let passwords = ["password", "new"]
            var now = 0
            var changes = 0
            func change() -> [String] {
                [
                    "wallet", "password", "main", "--password-file", passwords[now], "--new-password-file",
                    passwords[1 - now],
                ]
            }
            var delay = try await milliseconds { _ = try await home.user.ai1(change()) }
            now = 1
            for _ in 1...40 {
                try await killed(after: Int.random(in: delay / 2...delay * 3 / 2)) { try home.user.start(change()) }
                let same = try await home.wallet("sign", "x", "--password-file", passwords[now])
                // The delay goes after the moment of the change, however busy the machine is.
                delay = max(2, same.status == 0 ? delay * 5 / 4 : delay * 3 / 4)
                if same.status == 0 { continue }
                let other = try await home.wallet("sign", "x", "--password-file", passwords[1 - now])
                #expect(other.status == 0, "neither opens: \(same.told) \(other.told)")
                now = 1 - now
                changes += 1
            }
            #expect(home.keystores.count == 1)
            #expect(home.keystores.allSatisfy { home.user.home.mode($0) == 0o600 })
            // The delays reach from before the change to behind it: else nothing was tried.
            #expect(changes > 0 && changes < 40, "\(changes) changes")
        }
    }

    private func milliseconds(_ body: () async throws -> Void) async throws -> Int {
        let clock = ContinuousClock()
        let start = clock.now
        try await body()
        return Int((clock.now - start) / .milliseconds(1))
    }

    private func killed(after milliseconds: Int, _ start: () throws -> RunningProgram) async throws {
        let program = try start()
        try await Task.sleep(for: .milliseconds(milliseconds))
        program.send(signal: 9)
        _ = await program.result()
    }
}
