internal import AI1TestSupport
internal import Testing

/// A new account at a terminal, as a person makes it.
@Suite("A new account on a terminal") struct CreateScreenTests {
    private func screen(_ home: WalletHome, _ words: String..., rows: Int = 24) async throws -> TmuxScreen {
        try await TmuxScreen(
            [try Program.binary(), "wallet"] + words, rows: rows, environment: ["HOME": home.user.home.path],
            folder: home.user.home.path)
    }

    private func answer(_ screen: TmuxScreen, _ question: String, count: Int = 1, _ text: String) async throws {
        try await screen.wait { rows in rows.count { $0.hasPrefix(question) } >= count }
        try await screen.type(text)
        try await screen.send("Enter")
    }

    @Test(
        "A short password and two that differ are asked for again; the words are shown once, erased, and bring it back")
    func created() async throws {
        try await WalletHome.run { home in
            let screen = try await screen(home, "create")
            try await answer(screen, "New password for main:", "short")
            try await answer(screen, "New password for main:", count: 2, WalletHome.password)
            try await answer(screen, "The same again:", "something different")
            try await answer(screen, "New password for main:", count: 3, WalletHome.password)
            try await answer(screen, "The same again:", count: 2, WalletHome.password)
            let shown = try await screen.wait { $0.contains { $0.hasPrefix("Press Enter") } }
            #expect(shown.contains("a password has at least 8 octets") && shown.contains("the two are not the same"))
            #expect(!shown.contains { $0.contains(WalletHome.password) })
            let words = Self.words(shown)
            #expect(words.count == 12, "\(shown)")
            #expect(home.keystores.isEmpty, "nothing is kept before the words are")
            try await screen.send("Enter")
            #expect(try await screen.waitForExit() == 0)
            let left = try await screen.capture(scrollback: true)
            #expect(Self.words(left).isEmpty && !left.contains { $0.contains("Write them down") }, "\(left)")
            let address = try #require(left.first { $0.hasPrefix("0x") })
            let back = try await home.wallet(
                "import", "again", "--mnemonic", "--file", "-", "--password-file", "password",
                input: words.joined(separator: " "))
            #expect(back.outputText == address + "\n", "\(back.told)")
            let signed = try await home.wallet("sign", "x", "--account", "main", "--password-file", "password")
            #expect(signed.status == 0, "\(signed.told)")
        }
    }

    @Test("Ctrl-C while the words are shown erases them and keeps nothing, also where they do not fit the screen")
    func interrupted() async throws {
        try await WalletHome.run { home in
            for rows in [24, 8] {
                let screen = try await screen(home, "create", "main", "--words", "24", rows: rows)
                try await answer(screen, "New password for main:", WalletHome.password)
                try await answer(screen, "The same again:", WalletHome.password)
                try await screen.wait { $0.contains { $0.hasPrefix("Press Enter") } }
                try await screen.send("C-c")
                #expect(try await screen.waitForExit() == 130)
                let left = try await screen.capture(scrollback: true)
                #expect(Self.words(left).isEmpty, "\(left)")
                #expect(home.keystores.isEmpty)
            }
        }
    }

    @Test("A private key is shown after a typed yes and the password, and not without")
    func exported() async throws {
        try await WalletHome.run { home in
            try await home.makeAccount()
            let refused = try await screen(home, "export", "main", "--private-key")
            try await answer(refused, "Type yes", "y")
            #expect(try await refused.waitForExit() == 103)
            let screen = try await screen(home, "export", "main", "--private-key")
            try await answer(screen, "Type yes", "yes")
            try await answer(screen, "Password of main:", "a wrong one")
            try await answer(screen, "Password of main:", count: 2, WalletHome.password)
            #expect(try await screen.waitForExit() == 0)
            let rows = try await screen.capture()
            #expect(rows.contains(WalletHome.firstKey), "\(rows)")
            #expect(try await !refused.capture().contains(WalletHome.firstKey))
        }
    }

    /// The numbered words of a screen, in their order.
    private static func words(_ rows: [String]) -> [String] {
        var words: [Int: String] = [:]
        for row in rows {
            let parts = row.split(separator: " ").map(String.init)
            for (mark, word) in zip(parts, parts.dropFirst()) {
                guard mark.hasSuffix("."), let number = Int(mark.dropLast()) else { continue }
                words[number] = word
            }
        }
        return words.keys.sorted().compactMap { words[$0] }
    }
}
