internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// What the router does with what it has seen on this machine.
@Suite struct LearningTests {
    private static let asks = 200

    /// Four models of one price: one answers late, one fails three times in ten, one is called bad at code by a script.
    private func withFour(_ body: (User) async throws -> Void) async throws {
        try await asUser { user in
            try await withFaultServer("first=40") { steady in
                try await withFaultServer("delay=600") { slow in
                    try await withFaultServer("503,percent=30") { flaky in
                        try await withFaultServer { rated in
                            try user.configure(
                                servers([("flaky", flaky), ("rated", rated), ("slow", slow), ("steady", steady)]))
                            try await body(user)
                        }
                    }
                }
            }
        }
    }

    /// How often each target answered each task, and how many requests explored.
    private struct Counts {
        var answered: [String: Int] = [:]
        var explored = 0

        init(_ log: JSONValue) {
            for row in log["rows"]?.array ?? [] {
                let task = row["task"]?.string ?? "", target = row["target"]?.string ?? ""
                answered["\(task) \(target)", default: 0] += 1
                explored += row["explored"] == .bool(true) ? 1 : 0
            }
        }

        func share(_ target: String, of task: String) -> Double {
            let all = answered.filter { $0.key.hasPrefix(task + " ") }.map(\.value).reduce(0, +)
            return Double(answered["\(task) \(target)", default: 0]) / Double(max(all, 1))
        }
    }

    @Test(
        "After 200 asks it avoids the late, the failing and, for code, the badly rated one, and explored at most 1 in 20"
    )
    func avoids() async throws {
        try await withFour { user in
            for number in 1...Self.asks {
                let isCode = number % 2 == 0
                let prompt = isCode ? "write a python function number \(number)" : "tell me about town number \(number)"
                _ = try await user.ai1("ask", "--route-seed", "\(number)", "--json", prompt)
                guard isCode else { continue }
                let last = try await user.ai1("route", "log", "--limit", "1", "--json").json()
                if last["rows"]?[0]?["target"]?.string == "rated/rated-1" {
                    let rating = try await user.ai1("route", "rate", "-1")
                    #expect(rating.status == 0, "\(rating.told)")
                }
            }
            let log = try await user.ai1("route", "log", "--limit", "\(Self.asks)", "--json").json()
            let counts = Counts(log)
            #expect(log["rows"]?.array?.count == Self.asks)
            #expect(counts.explored > 0 && counts.explored <= Self.asks / 20, "\(counts)")
            #expect(counts.share("rated/rated-1", of: "code") < 0.1, "\(counts)")
            #expect(counts.share("rated/rated-1", of: "chat") > 0.3, "\(counts)")
            for task in ["code", "chat"] {
                #expect(counts.share("slow/slow-1", of: task) < 0.15, "\(counts)")
                #expect(counts.share("flaky/flaky-1", of: task) < 0.25, "\(counts)")
            }
            let stats = try await user.ai1("route", "stats", "--json")
            #expect(stats.status == 0, "\(stats.told)")
            for name in ["flaky", "rated", "slow", "steady"] {
                #expect(stats.outputText.contains("\(name)/\(name)-1"), "\(stats.told)")
            }
            try await expectTheSame(user)
        }
    }

    /// The same seed and the same past give the same decision; other seeds do not all.
    private func expectTheSame(_ user: User) async throws {
        var firsts: Set<String> = []
        for seed in 1...40 {
            func first() async throws -> String {
                let shown = try await user.with(["AI1_EXPLORE": "100"]).ai1(
                    "route", "explain", "--json", "--route-seed", "\(seed)", "write a python function"
                ).json()
                return shown["ranked"]?[0]?["target"]?.string ?? ""
            }
            let once = try await first()
            let again = try await first()
            #expect(once == again)
            firsts.insert(once)
        }
        #expect(firsts.count > 1)
    }

    @Test("With learning off a rating is noted, and moves nothing")
    func off() async throws {
        try await withFour { user in
            _ = try await user.ai1("route", "learn", "off")
            func quality() async throws -> Double? {
                let shown = try await user.ai1("route", "explain", "--json", "tell me about a town").json()
                return shown["ranked"]?.array?.first { $0["target"]?.string == "rated/rated-1" }?["quality"]?.number?
                    .double
            }
            let before = try await quality()
            _ = try await user.ai1("ask", "-m", "rated/rated-1", "tell me about a town")
            for rating in ["-1", "0", "0.1"] {
                let told = try await user.ai1("route", "rate", rating)
                #expect(told.errorText.contains("learning is off"), "\(told.told)")
            }
            #expect(try await quality() == before)
            _ = try await user.ai1("route", "learn", "on")
            _ = try await user.ai1("route", "rate", "-1")
            let after = try #require(try await quality())
            #expect(after < (before ?? 0))
        }
    }
}
