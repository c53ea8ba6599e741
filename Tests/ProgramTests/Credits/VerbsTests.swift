internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// The verbs of `ai1 credits`, as a user runs them.
@Suite struct VerbsTests {
    private func nano(_ value: JSONValue?, _ name: String) -> Int64? { value?[name]?["nano_usd"]?.number?.int64 }

    @Test("The first look grants 500 credits; a look costs nothing and asks nobody")
    func show() async throws {
        try await asUser { user in
            let first = try await user.ai1("credits")
            #expect(first.status == 0 && first.errors.isEmpty, "\(first.told)")
            #expect(first.outputText.hasPrefix("balance  500.00 ¢  (promo 500.00, own 0.00)\n"), "\(first.told)")
            let json = try await user.ai1("credits", "show", "--json").json()
            #expect(json["v"]?.number?.text == "1" && json["mode"]?.string == "enforce")
            #expect(nano(json, "balance") == 5_000_000_000 && nano(json, "free") == 5_000_000_000)
            #expect(json["balance"]?["usd"]?.string == "5" && json["balance"]?["credits"]?.string == "500.00 ¢")
            #expect(json["days"]?.array?.count == 14 && json["budgets"]?.array?.isEmpty == true)
            #expect(user.home.mode(".local/share/ai1/ledger.db") == 0o600)
            #expect(user.home.mode(".local/share/ai1") == 0o700)
            try user.configure("credits:\n  mode: track\n")
            #expect(try await user.ai1("credits").outputText.hasPrefix("spent  "))
        }
    }

    @Test("Credits are added in both units; a key adds once and refuses another amount")
    func add() async throws {
        try await asUser { user in
            let plain = try await user.ai1("credits", "add", "500")
            #expect(plain.outputText == "added 500.00 ¢; balance 1,000.00 ¢\n" && plain.errors.isEmpty, "\(plain.told)")
            let dollars = try await user.ai1("credits", "add", "$5", "--idempotency-key", "k")
            #expect(dollars.outputText == "added 500.00 ¢; balance 1,500.00 ¢\n", "\(dollars.told)")
            let again = try await user.ai1("credits", "add", "5usd", "--idempotency-key", "k", "--json")
            let json = try again.json()
            #expect(again.status == 0 && json["repeated"]?.bool == true && nano(json, "added") == 0, "\(again.told)")
            #expect(nano(json, "balance") == 15_000_000_000)
            expectFailure(try await user.ai1("credits", "add", "501", "--idempotency-key", "k"), 65)
            #expect(try await user.ai1("credits", "add", "500").outputText.contains("balance 2,000.00 ¢"))
        }
    }

    @Test("One key from many processes at once adds once")
    func addAtOnce() async throws {
        try await asUser { user in
            let result = try await user.shell(
                "for i in 1 2 3 4 5 6 7 8; do \"$AI1\" credits add 100 --idempotency-key one & done; wait")
            #expect(result.status == 0 && result.errors.isEmpty, "\(result.told)")
            #expect(result.outputText.split(separator: "\n").count == 8, "\(result.told)")
            #expect(nano(try await user.ai1("credits", "--json").json(), "balance") == 6_000_000_000)
        }
    }

    @Test("A budget is set, changed, listed and removed, for all, a job and a model")
    func budget() async throws {
        try await asUser { user in
            let set = try await user.ai1("credits", "budget", "set", "50", "--per", "day")
            #expect(set.outputText == "budget of 50.00 ¢ a day: 50.00 ¢ left\n" && set.status == 0, "\(set.told)")
            _ = try await user.ai1("credits", "budget", "set", "$2", "--per", "month", "--job", "brief")
            let model = try await user.ai1("credits", "budget", "set", "7", "--per", "total", "--model", "claude")
            #expect(model.outputText.contains("in total for model claude-sonnet-5"), "\(model.told)")
            _ = try await user.ai1("credits", "budget", "set", "60", "--per", "day")
            let list = try await user.ai1("credits", "budget", "list", "--json").json()
            let budgets = try #require(list["budgets"]?.array)
            #expect(list["v"]?.number?.text == "1" && budgets.count == 3)
            #expect(budgets.map { $0["scope"]?.string } == ["account", "job", "model"])
            #expect(nano(budgets[0], "cap") == 600_000_000 && nano(budgets[1], "left") == 2_000_000_000)
            #expect(budgets[1]["name"]?.string == "brief" && budgets[2]["until"]?.isNull == true)
            let table = try await user.ai1("credits", "budget")
            #expect(table.outputText.contains("60.00 ¢ a day"), "\(table.told)")
            #expect(
                try await user.ai1("credits", "budget", "remove", "--per", "total", "--model", "claude").status == 0)
            expectFailure(try await user.ai1("credits", "budget", "remove", "--per", "month"), 66)
            expectFailure(
                try await user.ai1("credits", "budget", "set", "5", "--per", "day", "--model", "cluade"), 64,
                naming: ["cluade"])
            #expect(try await user.ai1("credits", "budget", "list", "--json").json()["budgets"]?.array?.count == 2)
        }
    }

    @Test("What the sandbox was asked is in the history and in the usage, of play credits")
    func books() async throws {
        try await asUser { user in
            #expect(try await user.ai1("ask", "-m", "sandbox", "--job", "brief", "hello").status == 0)
            let history = try await user.ai1("credits", "history", "--all", "--json").json()
            let ask = try #require(history["rows"]?.array?.first)
            #expect(ask["kind"]?.string == "ask" && ask["play"]?.bool == true && ask["job"]?.string == "brief")
            #expect((nano(ask, "amount") ?? 0) > 0 && (ask["output"]?.number?.int64 ?? 0) > 0)
            let rows = try await user.ai1("credits", "history", "--json").json()["rows"]?.array
            #expect(rows?.map { $0["kind"]?.string } == ["grant"])
            let csv = try await user.ai1("credits", "history", "--all", "--csv").outputText
            #expect(
                csv.hasPrefix("time,id,kind,play,target,job,") && csv.contains(",sandbox/") && csv.hasSuffix("\r\n"))
            let usage = try await user.ai1("credits", "usage", "--by", "job", "--play", "--json").json()
            #expect(
                usage["rows"]?[0]?["job"]?.string == "brief" && nano(usage["total"], "charge") == nano(ask, "amount"))
            let none = try await user.ai1("credits", "usage", "--by", "model")
            #expect(none.status == 0 && none.output.isEmpty && none.errorText == "nothing was spent\n", "\(none.told)")
            let lines = try await user.ai1("credits", "usage", "--play", "--csv").outputText
            #expect(lines.hasPrefix("model,requests,") && lines.contains("\r\nsandbox/"), "\(lines)")
            let empty = try await user.ai1("credits", "usage", "--month", "2020-02", "--json").json()
            #expect(empty["rows"]?.array?.isEmpty == true)
            let rewards = try await user.ai1("credits", "rewards", "--json").json()
            #expect(rewards["rate_basis_points"]?.number?.text == "1000" && nano(rewards, "total") == 0)
        }
    }

    @Test("A check says ok in one line; with a receipt it needs no ledger")
    func check() async throws {
        try await asUser { user in
            let quick = try await user.ai1("credits", "check")
            #expect(quick.status == 0 && quick.outputText.hasPrefix("ok: quick check, "), "\(quick.told)")
            let full = try await user.ai1("credits", "check", "--full", "--json").json()
            #expect(full["ok"]?.bool == true && full["full"]?.bool == true && full["findings"]?.array?.isEmpty == true)
            let id = try #require(
                try await user.ai1("credits", "history", "--json").json()["rows"]?[0]?["id"]?.string)
            let made = try await user.ai1("credits", "receipt", String(id.suffix(8)), "-o", "r.json")
            #expect(made.status == 0 && made.output.isEmpty && made.errors.isEmpty, "\(made.told)")
            let printed = try await user.ai1("credits", "receipt", id)
            #expect(try printed.json()["id"]?.string == id, "\(printed.told)")
            let verified = try await user.shell("AI1_HOME=$HOME/elsewhere \"$AI1\" credits check --receipt - < r.json")
            #expect(verified.status == 0 && verified.outputText.hasPrefix("ok: \(id), signed by"), "\(verified.told)")
            #expect(!user.files.contains { $0.hasPrefix("elsewhere/data") }, "\(user.files)")
            let text = try #require(user.home.text("r.json"))
            try user.home.write("false.json", text.replacing("\"record\": \"", with: "\"record\": \"AA"))
            expectFailure(try await user.ai1("credits", "check", "--receipt", "false.json"), 65)
        }
    }

    @Test("A backup is restored only when somebody says yes")
    func backup() async throws {
        try await asUser { user in
            _ = try await user.ai1("credits", "add", "1")
            let made = try await user.ai1("credits", "backup", "b.db")
            #expect(made.status == 0 && made.output.isEmpty && user.home.mode("b.db") == 0o600, "\(made.told)")
            expectFailure(try await user.ai1("credits", "backup", "b.db"), 73)
            #expect(try await user.ai1("credits", "backup", "b.db", "--force").status == 0)
            _ = try await user.ai1("credits", "add", "2")
            expectFailure(try await user.ai1("credits", "restore", "b.db"), 64)
            let asked = try user.start("credits", "restore", "b.db") { $0.useTerminal() }
            asked.write("no\n")
            let no = await asked.result()
            #expect(no.status == 103 && no.terminalText.contains("nothing was restored"), "\(no.terminalText)")
            #expect(nano(try await user.ai1("credits", "--json").json(), "balance") == 5_030_000_000)
            let done = try await user.ai1("credits", "restore", "b.db", "--yes")
            #expect(done.status == 0 && done.output.isEmpty && done.errorText.contains("restored"), "\(done.told)")
            #expect(nano(try await user.ai1("credits", "--json").json(), "balance") == 5_010_000_000)
            #expect(try await user.ai1("credits", "check", "--full").status == 0)
            expectFailure(try await user.ai1("credits", "restore", "missing.db", "--yes"), 66)
            try user.home.write("text.db", "no ledger")
            expectFailure(try await user.ai1("credits", "restore", "text.db", "--yes"), 65)
        }
    }

    @Test("An export goes to a file whole or not at all", arguments: ["hledger", "beancount", "csv", "jsonl"])
    func export(format: String) async throws {
        try await asUser { user in
            let printed = try await user.ai1("credits", "export", "--format", format)
            #expect(printed.status == 0 && printed.errors.isEmpty, "\(printed.told)")
            #expect(printed.outputText.contains("credits to start with") && printed.outputText.contains("5.000000000"))
            let file = try await user.ai1("credits", "export", "--format", format, "-o", "books")
            #expect(file.status == 0 && file.output.isEmpty && user.home.text("books") == printed.outputText)
            expectFailure(
                try await user.ai1("credits", "export", "--format", format, "-o", "missing/books"), 73,
                naming: ["missing/books"])
        }
    }
}
