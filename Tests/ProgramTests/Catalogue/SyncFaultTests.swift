internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// Whatever goes wrong with a sync leaves what was synced before.
@Suite struct SyncFaultTests {
    private static let stored = ".local/share/ai1/catalog/models.dev.catalog"
    private static let sample = Array(CatalogueSample.modelsDev.utf8)

    /// Runs a test with a catalogue that was synced, and checks that it is the same afterwards.
    private func unchanged(_ body: (User) async throws -> Void) async throws {
        try await asUser { user in
            try user.home.write("a.json", Self.sample)
            #expect(try await user.ai1("route", "sync", "--from", "a.json").status == 0)
            let before = try #require(user.home.read(Self.stored))
            try await body(user)
            #expect(user.home.read(Self.stored) == before)
            #expect(!user.files.contains { $0.contains(".tmp-") })
        }
    }

    @Test("A document that was cut anywhere changes nothing, and the error says where it ends")
    func cutDocuments() async throws {
        try await unchanged { user in
            for end in stride(from: 0, to: Self.sample.count - 1, by: Self.sample.count / 25) {
                let result = try await user.ai1(
                    "route", "sync", "--from", "-", input: .bytes(Array(Self.sample[..<end])))
                expectFailure(result, 65, naming: ["standard input"])
                #expect(result.errorText.contains("nothing was changed"), "\(result.told)")
                if end > 0 { #expect(result.errorText.contains(grouped(Int64(end))), "\(result.told)") }
            }
        }
    }

    @Test(
        "What is no catalogue changes nothing",
        arguments: [
            "", " \n", "{}", "[]", "null", "<html><body>Sign in</body></html>", #"{"error": {"message": "no"}}"#,
            #"{"x": {"models": {}}}"#, #"{"x": {"models": {"m": {"cost": {"input": NaN}}}}}"#,
            #"{"data": [{"id": "m", "pricing": {"prompt": "-1", "completion": "-1"}}]}"#,
        ])
    func nonsense(_ text: String) async throws {
        try await unchanged { user in
            for command in [
                ["route", "sync", "models.dev", "--from", "-"], ["route", "sync", "--from", "-", "--yes"],
            ] {
                let result = try await user.ai1(command, input: .bytes(Array(text.utf8)))
                #expect(result.status == 65 || result.status == 64, "\(result.told)")
                #expect(result.errorText.contains("hint: "), "\(result.told)")
            }
        }
    }

    @Test("A catalogue that shrank to less than half waits for a yes")
    func shrunk() async throws {
        try await asUser { user in
            try user.home.write("a.json", CatalogueSample.modelsDev(providers: 1, models: 10))
            try user.home.write("b.json", CatalogueSample.modelsDev(providers: 1, models: 4))
            #expect(try await user.ai1("route", "sync", "--from", "a.json").status == 0)
            let refused = try await user.ai1("route", "sync", "--from", "b.json")
            expectFailure(refused, 65, naming: ["only 4 models", "10"])
            #expect(refused.errorText.contains("--yes"))
            #expect(try await user.ai1("route", "sync", "--list", "--json").json()[0]?["models"]?.number?.int64 == 10)
            #expect(try await user.ai1("route", "sync", "--from", "b.json", "--yes").status == 0)
            #expect(try await user.ai1("route", "sync", "--list", "--json").json()[0]?["models"]?.number?.int64 == 4)
        }
    }

    @Test("Too many models and too large a document are refused as a whole")
    func tooMuch() async throws {
        try await unchanged { user in
            var many = #"{"maker": {"npm": "@ai-sdk/openai-compatible", "models": {"#
            for number in 0..<200_000 { many += "\(number == 0 ? "" : ",")\"m\(number)\":{\"id\":\"m\(number)\"}" }
            try user.home.write("many.json", many + "}}}")
            expectFailure(
                try await user.ai1("route", "sync", "--from", "many.json", "--yes"), 65, naming: ["200,000 models"])
            let large = try await user.shell("head -c 20000000 /dev/zero | \"$AI1\" route sync --from -")
            expectFailure(large, 65, naming: ["larger than 16 MiB"])
        }
    }

    @Test("A server that fails, sends elsewhere, sends half or sends for ever changes nothing")
    func servers() async throws {
        let cases: [(String, DocumentServer.Answer, Int32, String)] = [
            ("gone", .init([], status: 404), 69, "404"), ("broken", .init(Self.sample, status: 500), 69, "500"),
            ("limited", .init([], status: 429), 75, "429"),
            ("moved", .init([], status: 302, headers: ["Location: https://elsewhere.example/x"]), 69, "redirect"),
            ("cut", .init(Self.sample, sentBytes: Self.sample.count / 2), 69, "models.dev"),
            ("large", .init([UInt8](repeating: 0x20, count: 17 << 20)), 65, "16 MiB"),
            ("page", .init(Array("<html>".utf8)), 65, "not valid JSON"),
        ]
        try await unchanged { user in
            for (name, answer, status, word) in cases {
                try await withDocumentServer(answer) { server in
                    let result = try await user.with(["AI1_CATALOG_URL": server.url()]).ai1("route", "sync")
                    #expect(result.status == status && result.errorText.contains(word), "\(name): \(result.told)")
                    #expect(result.errorText.contains("nothing was changed"), "\(name): \(result.told)")
                }
            }
            let closed = ["AI1_CATALOG_URL": "http://127.0.0.1:1/api.json"]
            expectFailure(try await user.with(closed).ai1("route", "sync"), 69, naming: ["models.dev"])
            for url in [
                "http://example.com/api.json", "http://127.0.0.1.evil.example/", "ftp://x", "file:///etc/passwd",
            ] {
                let result = try await user.with(["AI1_CATALOG_URL": url]).ai1("route", "sync")
                expectFailure(result, 78, naming: ["AI1_CATALOG_URL"])
            }
        }
    }

    @Test("A sync that is killed while it writes leaves the old catalogue, and the next one tidies up")
    func killed() async throws {
        try await asUser { user in
            try user.home.write("a.json", Self.sample)
            try user.home.write("b.json", CatalogueSample.modelsDev(providers: 60, models: 50))
            #expect(try await user.ai1("route", "sync", "--from", "a.json").status == 0)
            let before = user.home.read(Self.stored)
            // A file of more than 64 KiB ends the process in the middle of its writing.
            let killed = try await user.shell("ulimit -c 0; ulimit -f 64; \"$AI1\" route sync --from b.json; echo $?")
            #expect(!killed.outputText.hasSuffix("\n0\n") && user.home.read(Self.stored) == before, "\(killed.told)")
            let listed = try await user.ai1("route", "sync", "--list")
            #expect(listed.status == 0 && listed.errorText.isEmpty, "\(listed.told)")
            #expect(try await user.ai1("route", "sync", "--from", "b.json").status == 0)
            #expect(!user.files.contains { $0.contains(".tmp-") }, "\(user.files)")
            let reading = try user.start("route", "sync", "--from", "-", input: .held)
            reading.write(String(decoding: Self.sample.prefix(500), as: UTF8.self))
            reading.send(signal: 9)
            #expect(await reading.result().signal == 9)
            #expect(try await user.ai1("route", "models", "model-59-49").status == 0)
        }
    }

    @Test("On a full disk and in a folder of somebody else's the error says so, and the old catalogue stays")
    func fullDisk() async throws {
        try await unchanged { user in
            try user.home.write("b.json", CatalogueSample.modelsDev(providers: 60, models: 50))
            let result = try await user.shell(
                """
                mkdir disk
                unshare -m sh -c '
                  mount -t tmpfs -o size=128k tmpfs disk 2>/dev/null || exit 99
                  export AI1_HOME=$PWD/disk
                  "$AI1" route sync --from a.json >/dev/null; echo "first $?"
                  cp disk/data/catalog/models.dev.catalog old
                  "$AI1" route sync --from b.json >/dev/null; echo "full $?"
                  cmp old disk/data/catalog/models.dev.catalog && echo same
                  ls disk/data/catalog
                ' || echo "no mount $?"
                rm -f old; rmdir disk
                """)
            if result.outputText.contains("no mount") {
                return print("skipped: a small file system cannot be mounted here")
            }
            #expect(
                result.outputText == "first 0\nfull 74\nsame\nlock\nmodels.dev.catalog\n", "\(result.told)")
            #expect(result.errorText.contains("no space left"), "\(result.told)")
            let nowhere = try await user.with(["AI1_HOME": "/proc/nowhere"]).ai1("route", "sync", "--from", "a.json")
            expectFailure(nowhere, 73)
        }
    }

    @Test("A damaged file is told of once, mended by the next sync, and no question fails for it")
    func damaged() async throws {
        try await asUser { user in
            try user.home.write("a.json", Self.sample)
            #expect(try await user.ai1("route", "sync", "--from", "a.json").status == 0)
            let whole = try #require(user.home.read(Self.stored))
            let damages: [[UInt8]] = [
                [], Array(whole.prefix(whole.count / 2)), Array(repeating: 0, count: 5_000),
                Array(whole.dropLast()) + [UInt8(ascii: "x")],
            ]
            for damage in damages {
                try user.home.write(Self.stored, damage)
                let asked = try await user.ai1("ask", "-m", "sandbox", "hi")
                #expect(asked.status == 0 && asked.outputText.contains("simulated"), "\(asked.told)")
                #expect(
                    asked.errorLines.count == 1 && asked.errorText.contains("ai1 route sync models.dev"),
                    "\(asked.told)")
                let doctor = try await user.ai1("dev", "doctor")
                #expect(doctor.outputText.contains("damaged"), "\(doctor.told)")
            }
            let mended = try await user.ai1("route", "sync", "--from", "a.json")
            #expect(mended.status == 0, "\(mended.told)")
            #expect(try await user.ai1("ask", "-m", "sandbox", "hi").errorText.isEmpty)
        }
    }

    @Test("Sixteen syncs at once leave one whole catalogue, and readers never see half of one")
    func atOnce() async throws {
        try await asUser { user in
            try user.home.write("a.json", CatalogueSample.modelsDev(providers: 20, models: 30))
            try user.home.write("b.json", CatalogueSample.modelsDev(providers: 20, models: 31))
            let result = try await user.shell(
                """
                for n in 1 2 3 4 5 6 7 8; do
                  "$AI1" route sync --from a.json >/dev/null & "$AI1" route sync --from b.json >/dev/null &
                  "$AI1" route sync --list >/dev/null &
                done; wait
                """)
            let told = result.errorLines.filter { !$0.contains("nothing was synced yet") }
            #expect(result.status == 0 && told.isEmpty, "\(result.told)")
            let count = try await user.ai1("route", "sync", "--list", "--json").json()[0]?["models"]?.number?.int64
            #expect(count == 600 || count == 620)
            #expect(user.files.filter { $0.contains("/catalog/") }.count == 2, "\(user.files)")
        }
    }
}
