internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// `ai1 route sync` as it is meant to be used.
@Suite struct SyncTests {
    @Test("A catalogue comes over the network without credentials, and its models can be found")
    func download() async throws {
        try await asUser { user in
            try await withDocumentServer(.init(Array(CatalogueSample.modelsDev.utf8))) { server in
                let user = user.with(["AI1_CATALOG_URL": server.url(), "OPENAI_API_KEY": "sk-own"])
                let synced = try await user.ai1("route", "sync")
                #expect(synced.status == 0 && synced.errorText.isEmpty, "\(synced.told)")
                #expect(synced.outputText.contains("7 models of 4 providers"), "\(synced.told)")
                #expect(synced.outputText.contains("→ 0.61"), "\(synced.told)")
                let head = try #require(server.requests.first).lowercased()
                #expect(head.hasPrefix("get /api.json http/1.1") && !head.contains("authorization"))
                #expect(!head.contains("sk-own") && !head.contains("cookie"))
                #expect(user.home.mode(".local/share/ai1/catalog/models.dev.catalog") == 0o600)
                #expect(user.home.mode(".local/share/ai1/catalog") == 0o700)
                let found = try await user.ai1("route", "models", "--search", "future 9b", "--json").json()
                #expect(found[0]?["target"]?.string == "groq/future-9b" && found[1] == nil)
                #expect(found[0]?["source"]?.string == "models.dev" && found[0]?["as_of"]?.string?.count == 10)
                #expect(found[0]?["prices"]?["input"]?.number?.text == "0.3")
                let cheap = try await user.ai1("route", "models", "future", "--max-price", "1.1")
                expectFailure(cheap, 66, naming: ["no model fits"])
                let list = try await user.ai1("route", "sync", "--list", "--json").json()
                #expect(list[0]?["source"]?.string == "models.dev" && list[0]?["models"]?.number?.int64 == 7)
                let doctor = try await user.ai1("dev", "doctor")
                #expect(doctor.outputText.contains("models.dev: 7 models"), "\(doctor.told)")
            }
        }
    }

    @Test("A second sync tells what is new, gone and repriced, and JSON tells all of it")
    func changes() async throws {
        try await asUser { user in
            try user.home.write("a.json", CatalogueSample.modelsDev(providers: 2, models: 20))
            try user.home.write("b.json", CatalogueSample.modelsDev(providers: 2, models: 19, outputPrice: "3"))
            let first = try await user.ai1("route", "sync", "--from", "a.json", "--json").json()
            #expect(first["new"]?.array?.count == 40 && first["new_providers"]?.array?.count == 2)
            let dry = try await user.ai1("route", "sync", "--from", "b.json", "--dry-run", "--json").json()
            let second = try await user.ai1("route", "sync", "--from", "b.json", "--json").json()
            for report in [dry, second] {
                #expect(report["new"]?.array?.isEmpty == true && report["removed"]?.array?.count == 2)
                #expect(report["repriced"]?.array?.count == 38 && report["waiting"]?.array?.isEmpty == true)
                #expect(report["repriced"]?[0]?["old"]?["output"]?.number?.text == "2.4")
                #expect(report["repriced"]?[0]?["new"]?["output"]?.number?.text == "3")
            }
            #expect(dry["stored"]?.bool == false && second["stored"]?.bool == true)
            let third = try await user.ai1("route", "sync", "--from", "b.json", "--json").json()
            #expect(third["repriced"]?.array?.isEmpty == true && third["removed"]?.array?.isEmpty == true)
        }
    }

    @Test("OpenRouter's list and a provider's own are synced, a key goes to its provider only")
    func otherSources() async throws {
        try await asUser { user in
            try await withDocumentServer(.init(Array(CatalogueSample.openRouter.utf8))) { server in
                let user = user.with(["OPENROUTER_BASE_URL": server.url("/api/v1"), "OPENROUTER_API_KEY": "sk-or-own"])
                let synced = try await user.ai1("route", "sync", "openrouter")
                #expect(
                    synced.status == 0 && synced.outputText.contains("openrouter/openrouter/auto"), "\(synced.told)")
                let head = try #require(server.requests.first)
                #expect(head.hasPrefix("GET /api/v1/models ") && !head.contains("sk-or-own"))
            }
            try await withDocumentServer(.init(Array(CatalogueSample.listing.utf8))) { server in
                try user.configure("providers:\n  lab:\n    base_url: \(server.url("/v1"))\n    key_env: LAB_KEY\n")
                let user = user.with(["LAB_KEY": "sk-lab-own"])
                let synced = try await user.ai1("route", "sync", "lab", "--json").json()
                #expect(synced["models"]?.number?.int64 == 3 && synced["form"]?.string == "listing")
                let head = try #require(server.requests.first)
                #expect(head.hasPrefix("GET /v1/models ") && head.contains("Bearer sk-lab-own"))
                let found = try await user.ai1("route", "models", "--provider", "lab", "--json").json()
                #expect(found.array?.count == 3 && found[2]?["outputs"]?[0]?.string == "embedding")
                #expect(found[0]?["prices"]?.isNull == true)
                #expect(found[0]?["context_tokens"]?.number?.int64 == 65_536)
            }
            let list = try await user.ai1("route", "sync", "--list")
            #expect(list.outputText.contains("openrouter") && list.outputText.contains("lab"), "\(list.told)")
        }
    }

    @Test("What was synced can be forgotten, one source or all")
    func forget() async throws {
        try await asUser { user in
            try user.home.write("a.json", CatalogueSample.modelsDev)
            try user.home.write("b.json", CatalogueSample.openRouter)
            expectFailure(try await user.ai1("route", "sync", "--forget"), 66, naming: ["nothing was synced"])
            #expect(try await user.ai1("route", "sync", "--from", "a.json").status == 0)
            #expect(try await user.ai1("route", "sync", "--from", "b.json").status == 0)
            expectFailure(try await user.ai1("route", "sync", "groq", "--forget"), 66, naming: ["groq"])
            #expect(try await user.ai1("route", "sync", "openrouter", "--forget").status == 0)
            #expect(try await user.ai1("route", "sync", "--list", "--json").json().array?.count == 1)
            #expect(try await user.ai1("route", "sync", "--forget").status == 0)
            expectFailure(try await user.ai1("route", "models", "future-9b"), 66)
        }
    }

    @Test("Words that make no sense are usage errors")
    func usage() async throws {
        try await asUser { user in
            try user.home.write("list.json", CatalogueSample.listing)
            expectFailure(try await user.ai1("route", "sync", "model.dev"), 64, naming: ["model.dev"])
            expectFailure(try await user.ai1("route", "sync", "--list", "--yes"), 64)
            expectFailure(try await user.ai1("route", "sync", "--list", "--forget"), 64)
            expectFailure(
                try await user.ai1("route", "sync", "--from", "list.json"), 64, naming: ["does not say whose"])
            expectFailure(try await user.ai1("route", "sync", "openrouter", "--from", "list.json"), 65)
            expectFailure(try await user.ai1("route", "sync", "--from", "none.json"), 66, naming: ["none.json"])
            expectFailure(try await user.ai1("route", "sync", "--from", "-"), 65, naming: ["standard input is empty"])
            #expect(user.files.allSatisfy { !$0.contains("catalog") })
        }
    }

    @Test("The user's own rows win, before and after a sync")
    func ownRows() async throws {
        try await asUser { user in
            try user.home.write("a.json", CatalogueSample.modelsDev)
            try user.configure(
                """
                providers:
                  groq:
                    base_url: https://proxy.example/v1
                    models:
                      - id: future-9b
                        input_price: 7
                        output_price: 8
                  newhost:
                    base_url: https://mine.example/v1
                    key_env: MINE_KEY

                """)
            let user = user.with(["MINE_KEY": "k"])
            #expect(try await user.ai1("route", "sync", "--from", "a.json", "--yes").status == 0)
            let models = try await user.ai1("route", "models", "future-9b", "--json").json()
            #expect(models[0]?["prices"]?["input"]?.number?.text == "7" && models[1] == nil)
            #expect(models[0]?["context_tokens"]?.number?.int64 == 262_144, "what the user does not say is synced")
            let providers = try await user.ai1("route", "providers", "--json").json()
            let rows = providers.array ?? []
            let groq = try #require(rows.first { $0["provider"]?.string == "groq" })
            #expect(groq["base_url"]?.string == "https://proxy.example/v1" && groq["dialect"]?.string == "openai")
            #expect(groq["key_variables"] == ["GROQ_API_KEY"])
            let newhost = try #require(rows.first { $0["provider"]?.string == "newhost" })
            #expect(newhost["base_url"]?.string == "https://mine.example/v1" && newhost["ready"]?.bool == true)
            #expect(newhost["models"]?.number?.int64 == 2)
        }
    }

    @Test("Thousands of models: the listing is bounded on a terminal, whole in a pipe, and quiet elsewhere")
    func manyModels() async throws {
        try await asUser { user in
            try user.home.write("a.json", CatalogueSample.modelsDev(providers: 100, models: 52))
            let synced = try await user.ai1("route", "sync", "--from", "a.json")
            #expect(synced.outputText.contains("5,200 models of 100 providers"), "\(synced.told)")
            let shown = try await user.ai1("route", "models", "--search", "maker") { $0.useTerminal() }
            #expect(shown.terminalText.contains("5,140 more"), "\(shown.terminalText.suffix(300))")
            #expect(shown.terminalText.split(separator: "\r\n").count == 63)
            let limited = try await user.ai1("route", "models", "maker", "--limit", "3")
            #expect(limited.outputText.split(separator: "\n").count == 4 && limited.errorText.contains("5,197 more"))
            let piped = try await user.ai1("route", "models", "maker")
            #expect(piped.outputText.split(separator: "\n").count == 5_201 && piped.errorText.isEmpty)
            let names = try await user.ai1("route", "models", "--names")
            #expect(!names.outputText.contains("maker-1/"), "nobody can ask those")
            let providers = try await user.ai1("route", "providers")
            #expect(!providers.outputText.contains("maker-1") && providers.errorText.contains("100 more"))
            #expect(try await user.ai1("route", "providers", "--names").outputText.contains("maker-99\n"))
            let asked = try await user.ai1("ask", "-m", "sandbox", "hi")
            #expect(asked.status == 0 && asked.errorText.isEmpty, "\(asked.told)")
        }
    }
}
