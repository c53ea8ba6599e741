internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// Every row of the fault table, through the whole program against a server that really does it.
@Suite struct FaultTableTests {
    private static let limits = "limits: {stall_timeout: 1s}\n"

    @Test(
        "Alone, a faulty target ends with its code and one line that names it and the reason",
        arguments: FaultCase.beforeText)
    func alone(_ row: FaultCase) async throws {
        try await asUser { user in
            try await withFaultServer(row.plan) { server in
                try user.configure(Self.limits + servers([("lab", server)]))
                let result = try await user.ai1(
                    ["ask", "-m", "lab/lab-1"] + (row.deadline.map { ["--deadline", $0] } ?? []) + ["hello"])
                expectFailure(result, row.status, naming: ["lab/lab-1", row.reason])
                #expect(row.requests.contains(server.statistics.requests), "\(server.statistics) \(result.told)")
                // There is nothing to go on with.
                #expect(!result.errorText.contains("--resume"), "\(result.told)")
                if row.requests.upperBound == 1 { #expect(result.errorLines.count <= 2, "\(result.told)") }
            }
        }
    }

    @Test("With a fallback the next candidate answers at once, and the reason is told", arguments: FaultCase.beforeText)
    func withFallback(_ row: FaultCase) async throws {
        try await asUser { user in
            try await withFaultServer(row.plan) { server in
                try await withFaultServer { spare in
                    // The spare has the larger window.
                    try user.configure(
                        Self.limits + servers([("lab", server), ("spare", spare)], windows: ["lab": 60_000_000]))
                    let result = try await user.ai1(
                        ["ask", "-m", "lab/lab-1", "--fallback", "spare/spare-1"]
                            + (row.deadline.map { ["--deadline", $0] } ?? []) + ["hello"])
                    guard row.fallsBack else {
                        expectFailure(result, row.status, naming: ["lab/lab-1", row.reason])
                        return #expect(spare.statistics.requests == 0)
                    }
                    #expect(result.status == 0 && result.outputText.contains("model spare-1"), "\(result.told)")
                    #expect(result.errorLines.count == 1, "\(result.told)")
                    let line = result.errorLines.first ?? ""
                    #expect(
                        line.contains("lab/lab-1") && line.contains(row.reason) && line.contains("spare/spare-1"),
                        "\(line)")
                    #expect(server.statistics.requests == 1 && spare.statistics.requests == 1)
                }
            }
        }
    }

    @Test("Nothing takes over when fallback is forbidden")
    func noFallback() async throws {
        try await asUser { user in
            try await withFaultServer("401") { server in
                try await withFaultServer { spare in
                    try user.configure(servers([("lab", server), ("spare", spare)]))
                    let result = try await user.ai1(
                        "ask", "-m", "lab/lab-1", "--fallback", "spare/spare-1", "--no-fallback", "hello")
                    expectFailure(result, 77, naming: ["lab/lab-1"])
                    #expect(spare.statistics.requests == 0)
                }
            }
        }
    }

    @Test("Candidates that fail in different ways end with 69, each named with its reason")
    func severalReasons() async throws {
        try await asUser { user in
            try await withFaultServer("401") { refusing in
                try await withFaultServer("402") { poor in
                    try user.configure(servers([("lab", refusing), ("spare", poor)]))
                    let result = try await user.ai1("ask", "-m", "lab/lab-1", "--fallback", "spare/spare-1", "hello")
                    #expect(result.status == 69 && result.output.isEmpty, "\(result.told)")
                    let lines = result.errorText
                    #expect(lines.contains("lab/lab-1: ") && lines.contains("spare/spare-1: "), "\(lines)")
                    #expect(lines.contains("401") && lines.contains("402"), "\(lines)")
                }
            }
        }
    }

    @Test(
        "A server that nobody can reach is unavailable",
        arguments: [
            ("http://127.0.0.1:1/v1", "connect"), ("http://host.invalid/v1", "host.invalid"),
        ])
    func unreachable(_ base: String, _ reason: String) async throws {
        try await asUser { user in
            try await withFaultServer { spare in
                try user.configure(
                    "providers:\n  lab: {base_url: \"\(base)\", dialect: openai, models: [{id: lab-1}]}\n"
                        + servers([("spare", spare)]).dropFirst("providers:\n".count))
                let alone = try await user.ai1("ask", "-m", "lab/lab-1", "hello")
                expectFailure(alone, 69, naming: ["lab/lab-1", reason])
                let helped = try await user.ai1("ask", "-m", "lab/lab-1", "--fallback", "spare/spare-1", "hello")
                #expect(helped.status == 0 && spare.statistics.requests == 1, "\(helped.told)")
            }
        }
    }

    @Test("What is not HTTP is a failure of the protocol")
    func garbage() async throws {
        try await asUser { user in
            try await withFaultServer("garbage") { server in
                try user.configure(servers([("lab", server)]))
                let result = try await user.ai1("ask", "-m", "lab/lab-1", "hello")
                #expect([69, 75, 76].contains(result.status), "\(result.told)")
                expectFailure(result, result.shellStatus, naming: ["lab/lab-1"])
                #expect(FaultCase.retried.contains(server.statistics.requests))
            }
        }
    }
}
