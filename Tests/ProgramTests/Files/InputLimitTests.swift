internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// The estimate of what is sent, before it is sent.
@Suite struct InputLimitTests {
    @Test(
        "Input above --max-input or limits.max_input is refused with its parts, the largest first, and nothing is sent")
    func refused() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.home.write("small.txt", String(repeating: "a ", count: 400))
                try user.home.write("large.txt", String(repeating: "b ", count: 4_000))
                let settings = servers([("lab", server)])
                try user.configure(settings)
                let words = ["ask", "-m", "lab/lab-1", "-a", "small.txt", "-a", "large.txt"]
                let flag = try await user.ai1(words + ["--max-input", "1000", "sum up"])
                expectFailure(flag, 65, naming: ["~2,2", "at most 1,000", "large.txt ~2,00", "small.txt ~20"])
                #expect(flag.errorText.contains("--max-input"))
                try user.configure("limits:\n  max_input: 1000\n" + settings)
                expectFailure(try await user.ai1(words + ["sum up"]), 65, naming: ["large.txt"])
                #expect(server.statistics.requests == 0)
                let raised = try await user.ai1(words + ["--max-input", "3000", "sum up"])
                #expect(raised.status == 0 && raised.errorText.isEmpty, "\(raised.told)")
                let variable = try await user.with(["AI1_MAX_INPUT": "5"]).ai1(
                    "ask", "-m", "lab/lab-1", "a few more words than five tokens")
                expectFailure(variable, 65, naming: ["prompt ~"])
                #expect(variable.errorText.contains("send a part of it"))
            }
        }
    }

    @Test("--estimate lists the parts, for a person and as JSON, with what was skipped")
    func estimate() async throws {
        try await asUser { user in
            try user.home.write("d/a.txt", String(repeating: "a ", count: 4_000))
            try user.home.write("d/b.txt", "b")
            try user.home.write("d/.c.txt", "c")
            try user.home.write("x.png", InputKindsTests.pixel)
            let words = ["ask", "-m", "sandbox", "-s", "be brief", "--estimate", "-a", "d", "-a", "x.png", "what?"]
            let result = try await user.ai1(words)
            #expect(result.status == 0, "\(result.told)")
            let lines = result.outputText.split(separator: "\n").map(String.init)
            #expect(lines.contains { $0.hasPrefix("~2,0") && $0.hasSuffix("  d/a.txt") }, "\(result.told)")
            #expect(lines.contains { $0.hasSuffix("  x.png") } && lines.contains { $0.hasSuffix("  system prompt") })
            let json = try await user.ai1(words + ["--json"]).json()
            #expect(json["parts"]?[0]?["name"]?.string == "d/a.txt" && json["parts"]?[0]?["kind"]?.string == "file")
            #expect(json["parts"]?.array?.contains { $0["kind"]?.string == "image" } == true)
            #expect(json["skipped"]?["hidden"] == 1)
        }
    }

    @Test("A person is told how much large attachments are; a script is not, and --quiet says nothing")
    func told() async throws {
        try await asUser { user in
            try user.home.write("large.txt", String(repeating: "b ", count: 8_000))
            try user.home.write("small.txt", "s")
            let words = ["ask", "-m", "sandbox", "-a", "large.txt", "-a", "small.txt", "sum up"]
            let told = try await user.ai1(words) { $0.errors = .terminal }
            #expect(
                told.terminalText.contains("input ~4,0") && told.terminalText.contains("tokens (2 files)"),
                "\(told.told)")
            let quiet = try await user.ai1(words + ["--quiet"]) { $0.errors = .terminal }
            #expect(!quiet.terminalText.contains("input ~"), "\(quiet.told)")
            #expect(try await user.ai1(words).errorText.isEmpty)
            let small = try await user.ai1("ask", "-m", "sandbox", "-a", "small.txt", "sum up") {
                $0.errors = .terminal
            }
            #expect(!small.terminalText.contains("input ~"), "\(small.told)")
        }
    }
}
