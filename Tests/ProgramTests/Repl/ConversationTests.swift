internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// Conversations of `ai1 ask`.
@Suite struct ConversationTests {
    @Test("Two hundred turns across three models of different windows keep working, and say when they are trimmed")
    func long() async throws {
        try await asUser { user in
            try await withFaultServer("text=\"\(String(repeating: "some words of an answer. ", count: 8))\"") {
                server in
                try user.configure(
                    servers(
                        [("big", server), ("mid", server), ("small", server)],
                        windows: ["big": 1_000_000, "mid": 8_000, "small": 4_000]))
                let script = """
                    i=0; while [ $i -lt 200 ]; do i=$((i+1))
                      case $((i % 3)) in 0) m=big-1;; 1) m=mid-1;; 2) m=small-1;; esac
                      "$AI1" ask --no-stdin --max-tokens 500 --chat long -m $m "turn $i: what about it?" >out 2>err || { cat err; exit 1; }
                      grep -c 'left out' err >>trims
                    done
                    """
                let result = try await user.shell(script) { $0.timeoutSeconds = 600 }
                #expect(result.status == 0, "\(result.told)")
                #expect(server.requests.count == 200)
                let trims = (user.home.text("trims") ?? "").split(separator: "\n").map(String.init)
                #expect(trims.count == 200)
                // The large window never loses a turn; the small one does, and says so.
                let big = trims.enumerated().filter { ($0.offset + 1) % 3 == 0 }
                #expect(big.allSatisfy { $0.element == "0" })
                #expect(trims.enumerated().contains { ($0.offset + 1) % 3 == 2 && $0.element != "0" })
                #expect(trims.enumerated().contains { ($0.offset + 1) % 3 == 1 && $0.element != "0" })
                let last = try #require(server.requests.last { $0.bodyText.contains("\"big-1\"") })
                #expect(try last.json()["messages"]?.array?.count == 197 * 2 + 1)
                let listed = try await user.ai1("route", "log", "chats", "--json").json()
                #expect(listed["chats"]?.array?.first?["turns"]?.number?.int64 == 200)
            }
        }
    }

    @Test("A chat goes on, by name and as the last one, and its turns are in the log")
    func goesOn() async throws {
        try await asUser { user in
            try await withFaultServer("text=\"blue\"") { server in
                let user = user.with(["OPENAI_API_KEY": "k", "OPENAI_BASE_URL": server.baseURL(.openAIChat)])
                let none = try await user.ai1("ask", "-c", "more")
                expectFailure(none, 66, naming: ["no chat"])
                #expect(try await user.ai1("ask", "--chat", "sky", "what colour").status == 0)
                #expect(try await user.ai1("ask", "-c", "and at night").status == 0)
                #expect(server.requests.last?.bodyText.contains("what colour") == true)
                let log = try await user.ai1("route", "log", "--chat", "sky", "--json").outputText
                #expect(log.contains("and at night") && log.contains("what colour"))
                let off = try await user.with(["AI1_HISTORY": "off"]).ai1("ask", "--chat", "sky", "x")
                expectFailure(off, 78, naming: ["history.mode"])
            }
        }
    }

    @Test("Twenty processes that add to one chat at once lose nothing")
    func atOnce() async throws {
        try await asUser { user in
            try await withFaultServer("text=\"fine\"") { server in
                let user = user.with(["OPENAI_API_KEY": "k", "OPENAI_BASE_URL": server.baseURL(.openAIChat)])
                #expect(try await user.ai1("ask", "--chat", "team", "begin").status == 0)
                let many = try await user.shell(
                    "seq 20 | xargs -P 20 -I% \"$AI1\" ask --no-stdin --chat team 'number %' >/dev/null")
                #expect(many.status == 0, "\(many.told)")
                let listed = try await user.ai1("route", "log", "chats", "--json").json()
                #expect(listed["chats"]?.array?.first?["turns"]?.number?.int64 == 21)
            }
        }
    }
}
