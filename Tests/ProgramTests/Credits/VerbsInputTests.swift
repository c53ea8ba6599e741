internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// What `ai1 credits` does with words, files and pipes that are not as they should be.
@Suite struct VerbsInputTests {
    @Test(
        "Words that make no sense are refused before anything is made",
        arguments: [
            ["add"], ["add", "0"], ["add", "-5"], ["add", "5 apples"], ["add", "1e99"], ["add", "0.00000001c"],
            ["add", "$1000000.01"], ["add", "5", "--idempotency-key", ""], ["add", "5", "--idempotency-key", "a\nb"],
            ["add", "NaN"], ["add", "5", "6"],
            ["budget", "set", "5"], ["budget", "set", "5", "--per", "week"], ["budget", "set", "--per", "day"],
            ["budget", "set", "5", "--per", "day", "--job", "a", "--model", "claude"],
            ["budget", "set", "-1", "--per", "day"], ["budget", "set", "5", "--per", "day", "--job", ""],
            ["history", "--limit", "0"], ["history", "--limit", "100001"], ["history", "--since", "22.11.2026"],
            ["history", "--since", "2026-02-30"], ["history", "--since", "-1d"], ["history", "--json", "--csv"],
            ["usage", "--by", "color"], ["usage", "--month", "2026-13"], ["usage", "--month", "this", "--since", "7d"],
            ["usage", "--until", "tomorrow"], ["usage", "--since", "+5d"],
            ["export"], ["export", "--format", "xml"], ["export", "--format", "csv", "--since", "x"],
            ["receipt"], ["backup"], ["restore"], ["check", "--receipt", "x", "--full"], ["sho"], ["budget", "sett"],
        ])
    func usage(_ words: [String]) async throws {
        try await asUser { user in
            expectFailure(try await user.ai1(["credits"] + words), 64)
            #expect(!user.files.contains { $0.hasSuffix("ledger.db") }, "\(user.files)")
        }
    }

    @Test("Ids and files that are not there are named")
    func missing() async throws {
        try await asUser { user in
            expectFailure(try await user.ai1("credits", "receipt", "deadbeef"), 66, naming: ["deadbeef"])
            expectFailure(try await user.ai1("credits", "receipt", "zz"), 64, naming: ["zz"])
            expectFailure(try await user.ai1("credits", "check", "--receipt", "none.json"), 66, naming: ["none.json"])
            try user.home.write("x.json", "{")
            expectFailure(try await user.ai1("credits", "check", "--receipt", "x.json"), 65, naming: ["x.json"])
            try user.home.write("y.json", "{\"v\":1}")
            expectFailure(try await user.ai1("credits", "check", "--receipt", "y.json"), 65)
            expectFailure(try await user.ai1("credits", "usage", "--since", "today", "--until", "yesterday"), 64)
        }
    }

    @Test(
        "A reader that goes away ends the command as its signal would, and a full disk with 74",
        arguments: ["--json", "history --json", "usage --csv", "export --format csv"])
    func closedPipe(_ words: String) async throws {
        try await asUser { user in
            _ = try await user.ai1("credits")
            let gone = try await user.shell(
                """
                { while [ ! -e gone ]; do :; done; "$AI1" credits \(words); echo "$?" >&2; } | { exec <&-; : > gone; }
                """)
            #expect(gone.errorText == "141\n", "\(gone.told)")
            let full = try await user.shell("\"$AI1\" credits \(words) > /dev/full")
            #expect(full.status == 74, "\(full.told)")
        }
    }

    @Test("Settings of a stranger's project change nothing about money")
    func project() async throws {
        try await asUser { user in
            try user.home.write("work/.ai1.yaml", "credits:\n  mode: track\n  reward: 100\n")
            let result = try await user.ai1("credits", "--json") { $0.folder = user.home.path("work") }
            #expect(try result.json()["mode"]?.string == "enforce", "\(result.told)")
            #expect(result.errorText.contains("credits.mode"), "\(result.told)")
        }
    }

    @Test(
        "Wrong settings of credits are named with file and line",
        arguments: ["mode: maybe", "reward: 101", "reward: -1", "rewards: 5"])
    func settings(_ line: String) async throws {
        try await asUser { user in
            try user.configure("credits:\n  \(line)\n")
            expectFailure(try await user.ai1("credits"), 78, naming: ["config.yaml:2"])
        }
    }

    @Test("A home that cannot be is a clear error")
    func noHome() async throws {
        try await asUser { user in
            try user.home.write("file", "")
            let nowhere = try await user.with(["AI1_HOME": user.home.path("file/x")]).ai1("credits")
            expectFailure(nowhere, 73)
        }
    }

    @Test("A clean environment is enough")
    func bare() async throws {
        try await asUser { user in
            let result = try await user.shell("env -i HOME=\"$HOME\" \"$AI1\" credits history --json")
            #expect(try result.json()["rows"]?.array?.count == 1, "\(result.told)")
        }
    }
}
